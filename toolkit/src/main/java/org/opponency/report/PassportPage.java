package org.opponency.report;

import static java.util.stream.Collectors.joining;
import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.opponency.physiology.Passport;
import org.opponency.report.chart.Histogram;
import org.opponency.report.chart.LayerNames;
import org.opponency.report.draw.Svg;
import org.opponency.report.table.HtmlTable;
import org.opponency.report.table.PassportTable;
import org.opponency.report.table.Units;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** The passport of one layer as an HTML page that needs nothing else. */
final class PassportPage {
  private static final int WIDTH = 168;
  private static final int HEIGHT = 30;

  /** Cells without a value that are named. */
  private static final int NAMED = 8;

  private PassportPage() {}

  /**
   * The page.
   *
   * @param passport of one layer
   * @param network what to call it
   * @param stamp where the numbers come from
   */
  static String of(Passport passport, String network, String stamp) {
    Passport.Layer layer = passport.layers().get(0);
    return template()
        .replace("{name}", HtmlTable.escape(LayerNames.of(layer.name())))
        .replace("{layer}", HtmlTable.escape(layer.name()))
        .replace("{network}", HtmlTable.escape(network))
        .replace("{cells}", Integer.toString(layer.size()))
        .replace("{broken}", layer.leftOut().map(PassportPage::paragraph).orElse(""))
        .replace("{stamp}", HtmlTable.escape(stamp))
        .replace(
            "{sheets}",
            passport.sheets().stream().map(sheet -> sheet(sheet, layer)).collect(joining()));
  }

  private static String paragraph(String text) {
    return format("<p>%s.</p>\n", HtmlTable.escape(text));
  }

  private static String template() {
    try (var page = PassportPage.class.getResourceAsStream("passport.html")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <R extends Record> String sheet(Passport.Sheet<R> sheet, Passport.Layer layer) {
    String name = sheet.instrument().name();
    Units units = new Units(sheet.instrument().type());
    return format(
        "<section>\n<h2>%s</h2>\n<p>%s</p>\n<table>\n<thead><tr><th>column</th><th>unit</th><th>cells</th>"
            + "<th>least</th><th>median</th><th>most</th><th>cells, from least to most</th></tr></thead>\n"
            + "<tbody>\n%s</tbody>\n</table>\n</section>\n",
        HtmlTable.escape(name),
        HtmlTable.escape(sheet.instrument().words()),
        PassportTable.columns(sheet).stream()
            .map(
                column -> line(column, units.of(column.name().substring(name.length() + 1)), layer))
            .collect(joining()));
  }

  private static String line(Column<?> column, String unit, Passport.Layer layer) {
    String head =
        format("<td>%s</td><td>%s</td>", HtmlTable.escape(column.name()), HtmlTable.escape(unit));
    return "<tr>"
        + head
        + (column instanceof NumericColumn<?> numbers ? numbers(numbers, layer) : classes(column))
        + "</tr>\n";
  }

  /** Cells without a value, NaN or infinite, are named and in no median. */
  private static String numbers(NumericColumn<?> column, Passport.Layer layer) {
    double[] all = column.asDoubleArray();
    double[] values = DoubleStream.of(all).filter(Double::isFinite).sorted().toArray();
    String cells = format("<td>%s</td>", values.length + missing(all, layer.cells()));
    return values.length == 0
        ? cells + "<td>–</td><td>–</td><td>–</td><td></td>"
        : cells
            + format(
                "<td>%s</td><td>%s</td><td>%s</td><td>%s</td>",
                number(values[0]),
                number(new Percentile().evaluate(values, 50)),
                number(values[values.length - 1]),
                picture(column.name(), values));
  }

  private static String missing(double[] all, List<Integer> cells) {
    int[] none = IntStream.range(0, all.length).filter(i -> !Double.isFinite(all[i])).toArray();
    return none.length == 0
        ? ""
        : format(
            " of %d, not %s%s",
            all.length,
            IntStream.of(none)
                .limit(NAMED)
                .mapToObj(cells::get)
                .map(String::valueOf)
                .collect(joining(", ")),
            none.length > NAMED ? ", …" : "");
  }

  private static String number(double value) {
    return format("%.3g", value);
  }

  private static String picture(String name, double[] values) {
    String svg = Svg.of(new Histogram(WIDTH, HEIGHT, values));
    return format(
        "<svg role=\"img\" aria-label=\"how many cells have which %s\"%s",
        HtmlTable.escape(name), svg.substring(svg.indexOf("<svg") + "<svg".length()));
  }

  private static String classes(Column<?> column) {
    Map<String, Long> counts =
        IntStream.range(0, column.size())
            .mapToObj(column::getString)
            .collect(Collectors.groupingBy(text -> text, TreeMap::new, Collectors.counting()));
    String words =
        counts.entrySet().stream()
            .map(one -> format("%s %d", one.getKey(), one.getValue()))
            .collect(joining(", "));
    return format(
        "<td>%d</td><td></td><td></td><td></td><td>%s</td>",
        column.size(), HtmlTable.escape(words));
  }
}
