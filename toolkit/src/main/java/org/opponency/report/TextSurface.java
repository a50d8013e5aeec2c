package org.opponency.report;

import java.awt.image.BufferedImage;
import java.io.PrintStream;

/**
 * Shows only the text that stands in for tables and pictures: outside a notebook, as in tests.
 *
 * @param out where it goes
 */
record TextSurface(PrintStream out) implements Surface {
  @Override
  public void html(String html, String text) {
    text(text);
  }

  @Override
  public void image(BufferedImage image, String text) {
    text(text);
  }

  @Override
  public void text(String text) {
    if (!text.isEmpty()) {
      out.println(text.stripTrailing());
    }
  }
}
