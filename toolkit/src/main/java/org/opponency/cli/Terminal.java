package org.opponency.cli;

import java.io.PrintWriter;
import java.util.List;
import org.opponency.images.SkippedImage;
import org.opponency.io.Printable;
import org.opponency.report.table.ResultTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where commands write: results to standard output, all else to standard error. */
@Command
final class Terminal {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Standard output. */
  PrintWriter out() {
    return command.commandLine().getOut();
  }

  /** Shows records as a table. */
  void print(List<? extends Record> rows) {
    out().println(ResultTable.of(rows).text());
  }

  /** Tells something beside the result. */
  void tell(String text) {
    command.commandLine().getErr().println(text);
  }

  /** Names every image that was left out, and says why. */
  void tell(List<SkippedImage> images) {
    images.forEach(image -> tell("skipped: " + Printable.escaped(image.reason())));
  }
}
