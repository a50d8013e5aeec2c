package org.opponency.report.notebook;

import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.Map;
import org.opponency.report.Png;

/**
 * Shows rich output in whatever notebook kernel runs; without one, prints the text alternative to
 * {@code System.out}, so that the same code runs in tests and on the command line.
 */
public final class NotebookDisplay {
  private static int progressLength;

  private NotebookDisplay() {}

  /**
   * Shows one thing in several forms, of which the notebook picks the richest it can draw.
   *
   * @param data the forms by MIME type, such as {@code "text/html"}; binary ones in base 64
   * @param metadata what the notebook should know of a form, by MIME type; may be empty
   * @param text the form for people without a notebook, {@code text/plain}
   */
  public static void show(Map<String, ?> data, Map<String, ?> metadata, String text) {
    var kernel = NotebookKernel.find();
    if (kernel.isPresent()) {
      kernel.get().display(data, metadata, text);
    } else {
      text(text);
    }
  }

  /** Shows HTML. */
  public static void html(String html, String text) {
    show(Map.of("text/html", html), Map.of(), text);
  }

  /**
   * Shows an image as PNG, at half its size in pixels: paint it at twice the size it should have,
   * and it is crisp on screens of any density.
   */
  public static void image(BufferedImage image, String text) {
    show(Map.of("image/png", png(image)), size(image), text);
  }

  /**
   * Shows an image in the place of the one that was shown under the same name before; without a
   * notebook, which could not, it shows nothing.
   *
   * @param id a name that no other picture of the notebook has
   * @param again whether there was one before
   */
  static synchronized void image(String id, boolean again, BufferedImage image, String text) {
    if (!again) {
      wipeProgress();
    }
    NotebookKernel.find()
        .ifPresent(
            kernel ->
                kernel.display(id, again, Map.of("image/png", png(image)), size(image), text));
  }

  private static Map<String, ?> size(BufferedImage image) {
    Map<String, Integer> size =
        Map.of("width", (image.getWidth() + 1) / 2, "height", (image.getHeight() + 1) / 2);
    return Map.of("image/png", size);
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
    if (progressLength > 0 && NotebookKernel.find().isPresent()) {
      progress("");
      progressLength = 0;
    }
  }

  /** Leaves the last progress line to be read and begins a new one. */
  public static synchronized void endProgress() {
    System.out.println();
    progressLength = 0;
  }

  private static String png(BufferedImage image) {
    return Base64.getEncoder().encodeToString(Png.encode(image));
  }
}
