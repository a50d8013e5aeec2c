package org.opponency.report.notebook;

import java.awt.image.BufferedImage;

/** Where things can be shown; text stands in where only text is read. */
interface DisplaySurface {
  void html(String html, String text);

  /** A picture painted at {@link Figure#PIXELS_PER_POINT}. */
  void image(BufferedImage image, String text);

  void text(String text);
}
