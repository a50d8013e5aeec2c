package org.opponency.report.draw;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knowm.xchart.ChartEncoder;

/**
 * Drawings as SVG. What XChart's writer makes is tidied: fonts get fall-backs for machines without
 * them, and coordinates two decimals.
 */
public final class Svg {
  private static final Pattern ROOT = Pattern.compile("<svg([^>]*)>");
  private static final Pattern SIZE = Pattern.compile(" (?:width|height)=\"[^\"]*\"");
  private static final Pattern COORDINATES =
      Pattern.compile(" (?:d|x|y|points|x1|x2|y1|y2|cx|cy)=\"[^\"]*\"");
  private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{3,}(?:E-?\\d+)?");
  private static final Pattern FAMILY = Pattern.compile("font-family:&quot;([^&]*)&quot;");

  private Svg() {}

  /**
   * A drawing that tells readers without eyes what it is.
   *
   * @param millimetres its width in print
   * @param title its name
   * @param description what is seen and what the numbers are
   */
  public static String of(Drawing drawing, int millimetres, String title, String description) {
    double high = (double) millimetres * drawing.height() / drawing.width();
    String size = format(" width=\"%dmm\" height=\"%.2fmm\"", millimetres, high);
    String words =
        format("  <title>%s</title>\n  <desc>%s</desc>", escape(title), escape(description));
    return ROOT.matcher(of(drawing))
        .replaceFirst(
            root ->
                Matcher.quoteReplacement(
                    "<svg role=\"img\""
                        + size
                        + SIZE.matcher(root.group(1)).replaceAll("")
                        + ">\n"
                        + words));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  public static String of(Drawing drawing) {
    try {
      byte[] svg = ChartEncoder.getBytes(new DrawingChart(drawing), "svg");
      return rounded(withFonts(new String(svg, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot draw as SVG", e);
    }
  }

  private static String withFonts(String svg) {
    return FAMILY
        .matcher(svg)
        .replaceAll("font-family:$1,Arial,Helvetica,sans-serif")
        // The writer leaves out sizes of 12, Java's default but not SVG's.
        .replaceFirst("<svg ", "<svg font-size=\"12px\" ");
  }

  private static String rounded(String svg) {
    return COORDINATES
        .matcher(svg)
        .replaceAll(
            attribute ->
                LONG_NUMBER
                    .matcher(attribute.group())
                    .replaceAll(number -> twoDecimals(number.group())));
  }

  private static String twoDecimals(String number) {
    return new BigDecimal(number)
        .setScale(2, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
