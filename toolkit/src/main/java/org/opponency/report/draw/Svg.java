package org.opponency.report.draw;

import static org.opponency.io.Text.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;

/**
 * Drawings as SVG. What XChart's writer makes is tidied: fonts get fall-backs for machines without
 * them, coordinates two decimals, and chains of single lines become one, which keeps dashes and
 * joins whole and makes curves a tenth of the size.
 */
public final class Svg {
  private static final Pattern ROOT = Pattern.compile("<svg([^>]*)>");
  private static final Pattern COORDINATES =
      Pattern.compile(" (?:d|x|y|x1|x2|y1|y2|cx|cy)=\"[^\"]*\"");
  private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{3,}(?:E-?\\d+)?");
  private static final Pattern FAMILY = Pattern.compile("font-family:&quot;([^&]*)&quot;");
  private static final Pattern SEGMENT =
      Pattern.compile(
          "\\s*<line style=\"([^\"]*)\" x1=\"([^\"]*)\" x2=\"([^\"]*)\" y1=\"([^\"]*)\""
              + " y2=\"([^\"]*)\"/>");

  private Svg() {}

  /**
   * A drawing that tells readers without eyes what it is.
   *
   * @param title its name
   * @param description what is seen and what the numbers are
   */
  public static String of(Drawing drawing, String title, String description) {
    String words =
        format(
            " role=\"img\"$1>\n  <title>%s</title>\n  <desc>%s</desc>",
            Matcher.quoteReplacement(escape(title)), Matcher.quoteReplacement(escape(description)));
    return ROOT.matcher(of(drawing)).replaceFirst("<svg" + words);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  public static String of(Drawing drawing) {
    var bytes = new ByteArrayOutputStream();
    try {
      VectorGraphicsEncoder.saveVectorGraphic(
          new DrawingChart(drawing), bytes, VectorGraphicsFormat.SVG);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot draw as SVG", e);
    }
    return chained(rounded(withFonts(bytes.toString(StandardCharsets.UTF_8))));
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

  private static String chained(String svg) {
    var result = new ArrayList<String>();
    var chain = new ArrayList<Matcher>();
    for (String line : svg.lines().toList()) {
      Matcher segment = SEGMENT.matcher(line);
      boolean matches = segment.matches();
      if (!matches || !continues(chain, segment)) {
        flush(chain, result);
      }
      if (matches) {
        chain.add(segment);
      } else {
        result.add(line);
      }
    }
    return String.join("\n", result) + "\n";
  }

  private static boolean continues(List<Matcher> chain, Matcher next) {
    if (chain.isEmpty()) {
      return true;
    }
    Matcher last = chain.get(chain.size() - 1);
    return last.group(1).equals(next.group(1))
        && last.group(3).equals(next.group(2))
        && last.group(5).equals(next.group(4));
  }

  private static void flush(List<Matcher> chain, List<String> result) {
    if (chain.size() == 1) {
      result.add(chain.get(0).group());
    } else if (chain.size() > 1) {
      Matcher first = chain.get(0);
      var points = new StringBuilder(first.group(2) + "," + first.group(4));
      chain.forEach(s -> points.append(" ").append(s.group(3)).append(",").append(s.group(5)));
      result.add(format("    <polyline style=\"%s\" points=\"%s\"/>", first.group(1), points));
    }
    chain.clear();
  }
}
