package org.opponency.report.draw;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.pdf.PDFProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Drawings as PDF, which is what journals print from. */
public final class Pdf {
  private Pdf() {}

  /**
   * A page of one drawing. Letters become outlines: the writer embeds no fonts, and its own have no
   * Greek.
   *
   * @param millimetres width of the page
   */
  public static byte[] of(Drawing drawing, int millimetres) {
    double scale = (double) millimetres / drawing.width(); // the writer's unit is a millimetre
    var g = new VectorGraphics2D();
    g.scale(scale, scale);
    g.setRenderingHint(Lettering.AS_OUTLINES, true);
    drawing.paint(g);
    var page = new PageSize(0, 0, millimetres, scale * drawing.height());
    var bytes = new ByteArrayOutputStream();
    try {
      new PDFProcessor(true).getDocument(g.getCommands(), page).writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot draw as PDF", e);
    }
    return bytes.toByteArray();
  }
}
