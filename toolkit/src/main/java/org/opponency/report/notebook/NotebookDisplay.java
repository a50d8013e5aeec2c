package org.opponency.report.notebook;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Shows rich output in whatever notebook kernel runs; without one, prints the text alternative to
 * {@code System.out}, so that the same code runs in tests and on the command line.
 */
public final class NotebookDisplay {
  private static volatile NotebookKernel connected;
  private static int progressLength;

  private NotebookDisplay() {}

  /** Shows through a kernel that has made itself known, from now on. */
  static void connect(NotebookKernel kernel) {
    connected = kernel;
  }

  private static Optional<NotebookKernel> kernel() {
    return connected == null ? KernelByName.find() : Optional.of(connected);
  }

  /** Shows one thing; what is text alone is printed. */
  public static void show(DisplayForms forms) {
    Optional<NotebookKernel> kernel = forms.isText() ? Optional.empty() : kernel();
    if (kernel.isPresent()) {
      kernel.get().display(forms);
    } else if (!forms.text().isBlank()) {
      text(forms.text());
    }
  }

  /** Shows HTML. */
  public static void html(String html, String text) {
    show(DisplayForms.html(html, text));
  }

  /**
   * Shows an image at half its size in pixels: paint it at twice the size it should have, and it is
   * crisp on screens of any density.
   *
   * @param text what one sees, for those who do not
   */
  public static void image(BufferedImage image, String text) {
    show(DisplayForms.image(image, text, text));
  }

  /**
   * Shows something in the place of what was shown under the same name before; without a notebook,
   * which could not, it shows nothing.
   *
   * @param id a name that nothing else in the notebook has
   * @param again whether there was something before
   */
  static synchronized void show(String id, boolean again, DisplayForms forms) {
    if (again) {
      kernel().ifPresent(kernel -> kernel.update(id, forms));
    } else {
      wipeProgress();
      kernel().ifPresent(kernel -> kernel.display(id, forms));
    }
  }

  /** Prints a line. */
  public static void text(String text) {
    System.out.println(text);
  }

  /**
   * Writes over the current line. In one print, because a kernel sends a message for each, and
   * padded, because not every notebook wipes the rest of a longer line before it.
   */
  public static synchronized void progress(String line) {
    System.out.print("\r" + line + " ".repeat(Math.max(0, progressLength - line.length())));
    System.out.flush();
    progressLength = line.length();
  }

  /** A line above something new would stay as it is, and soon be wrong. */
  private static void wipeProgress() {
    if (progressLength > 0 && kernel().isPresent()) {
      progress("");
      progressLength = 0;
    }
  }

  /** Leaves the last progress line to be read and begins a new one. */
  public static synchronized void endProgress() {
    System.out.println();
    progressLength = 0;
  }
}
