package org.opponency.report.notebook;

import java.awt.image.BufferedImage;

/** The notebook whose kernel runs, or plain text without one. */
final class NotebookSurface implements DisplaySurface {
  @Override
  public void html(String html, String text) {
    NotebookDisplay.html(html, text.stripTrailing());
  }

  @Override
  public void image(BufferedImage image, String text) {
    NotebookDisplay.image(image, text.stripTrailing());
  }

  @Override
  public void text(String text) {
    if (!text.isBlank()) {
      NotebookDisplay.text(text.stripTrailing());
    }
  }
}
