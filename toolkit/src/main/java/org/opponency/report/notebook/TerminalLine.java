package org.opponency.report.notebook;

import java.io.PrintStream;

/** One line of a terminal that is written over until its work is done. */
final class TerminalLine implements ProgressBar.Sink {
  private final PrintStream terminal;
  private int shown;

  TerminalLine(PrintStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public void line(String text, boolean last) {
    // Spaces wipe what a longer line before left behind.
    String rest = " ".repeat(Math.max(0, shown - text.length()));
    terminal.print("\r" + text + rest + (last ? System.lineSeparator() : ""));
    terminal.flush();
    shown = last ? 0 : text.length();
  }
}
