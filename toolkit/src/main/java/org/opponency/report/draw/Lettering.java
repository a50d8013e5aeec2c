package org.opponency.report.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Text of one font and colour: measured the same wherever it is painted later.
 *
 * @param font its font
 * @param colour its colour
 */
public record Lettering(Font font, Color colour) {
  /** Asks for letters as shapes where fonts cannot come along: set it to true. */
  static final RenderingHints.Key AS_OUTLINES = new OutlineHint();

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final BasicStroke HALO =
      new BasicStroke(3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  /** Width of a line in points. */
  public double width(String text) {
    return font.getStringBounds(text, EXACT).getWidth();
  }

  /** Distance of baselines in points. */
  public double lineHeight() {
    return 1.25 * font.getSize2D();
  }

  /** Paints a line that begins at x. */
  public void left(Graphics2D g, String text, double x, double baseline) {
    g.setColor(colour);
    if (Boolean.TRUE.equals(g.getRenderingHint(AS_OUTLINES))) {
      g.fill(font.createGlyphVector(EXACT, text).getOutline((float) x, (float) baseline));
    } else {
      g.setFont(font);
      g.drawString(text, (float) x, (float) baseline);
    }
  }

  /** Paints a white rim around a line that begins at x, to keep it apart from what lies below. */
  public void halo(Graphics2D g, String text, double x, double baseline) {
    g.setColor(Color.WHITE);
    g.setStroke(HALO);
    g.draw(font.createGlyphVector(EXACT, text).getOutline((float) x, (float) baseline));
  }

  private static final class OutlineHint extends RenderingHints.Key {
    private static final int ANY = 7001;

    OutlineHint() {
      super(ANY);
    }

    @Override
    public boolean isCompatibleValue(Object value) {
      return value instanceof Boolean;
    }
  }

  /** Paints a line around x. */
  public void centred(Graphics2D g, String text, double x, double baseline) {
    left(g, text, x - width(text) / 2, baseline);
  }

  /** Paints a line that ends at x. */
  public void right(Graphics2D g, String text, double x, double baseline) {
    left(g, text, x - width(text), baseline);
  }

  /** Breaks a text between words into lines no wider than given; a longer word keeps its line. */
  public List<String> wrap(String text, double widest) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && width(line + " " + word) > widest) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
