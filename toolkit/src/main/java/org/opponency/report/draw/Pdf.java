package org.opponency.report.draw;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.pdf.PDFProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Drawings as PDF, which is what journals print from. */
public final class Pdf {
  private Pdf() {}

  /**
   * A page of one drawing. Letters become outlines: the writer embeds no fonts, and its own have no
   * Greek.
   *
   * @param millimetres width of the page
   */
  public static synchronized byte[] of(Drawing drawing, int millimetres) {
    double scale = (double) millimetres / drawing.width(); // the writer's unit is a millimetre
    var g = new VectorGraphics2D();
    g.scale(scale, scale);
    g.setRenderingHint(Lettering.AS_OUTLINES, true);
    drawing.paint(g);
    var page = new PageSize(0, 0, millimetres, scale * drawing.height());
    var bytes = new ByteArrayOutputStream();
    // The writer formats the offsets in its file with the digits of the machine's default locale.
    Locale usual = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    try {
      new PDFProcessor(true).getDocument(g.getCommands(), page).writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot draw as PDF", e);
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, usual);
    }
    return bytes.toByteArray();
  }
}
