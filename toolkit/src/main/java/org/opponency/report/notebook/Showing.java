package org.opponency.report.notebook;

import static org.opponency.io.Text.format;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.internal.chartpart.Chart;
import org.opponency.images.RgbImage;
import org.opponency.report.ContactSheet;
import org.opponency.report.Figure;
import org.opponency.report.draw.ChartDrawing;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Raster;
import org.opponency.report.table.HtmlTable;
import org.opponency.report.table.ResultTable;
import org.opponency.study.results.Results;
import tech.tablesaw.api.Table;

/** What is shown of a value: pictures are pixels, as exported notebooks drop SVG. */
final class Showing {
  private static final int SINGLE_IMAGE = 192;

  private Showing() {}

  /** One thing or several below each other. */
  static List<DisplayForms> of(Object value) {
    if (value instanceof Figure figure) {
      return List.of(
          DisplayForms.image(figure.image(), AltText.of(figure), figure.toString()),
          DisplayForms.html(format("<p>%s</p>", HtmlTable.escape(figure.caption())), ""));
    } else if (value instanceof ResultTable table) {
      return List.of(DisplayForms.html(table.html(), table.text()));
    } else if (value instanceof Table table) {
      return of(ResultTable.of(table));
    } else if (value instanceof Drawing drawing) {
      return picture(Raster.image(drawing), AltText.of(drawing));
    } else if (value instanceof Chart<?, ?> chart) {
      return picture(Raster.image(new ChartDrawing(chart)), AltText.of(chart));
    } else if (value instanceof RgbImage image) {
      return of(ContactSheet.of(List.of(image)).cell(SINGLE_IMAGE));
    } else if (value instanceof BufferedImage image) {
      return picture(image, AltText.of(image));
    } else if (value instanceof Results<?> results) {
      return of(results.rows());
    } else if (value instanceof Record row) {
      return several(List.of(row));
    } else if (value instanceof Collection<?> several) {
      return several(new ArrayList<>(several));
    }
    return List.of(DisplayForms.text(String.valueOf(value)));
  }

  private static List<DisplayForms> several(List<?> several) {
    if (several.isEmpty()) {
      return List.of(DisplayForms.text("(none)"));
    } else if (all(several, RgbImage.class)) {
      return of(ContactSheet.of(several.stream().map(RgbImage.class::cast).toList()));
    } else if (all(several, Record.class)) {
      List<Record> rows = several.stream().map(Record.class::cast).toList();
      if (ResultTable.canHold(rows)) {
        return of(ResultTable.of(rows));
      }
    }
    return List.of(
        DisplayForms.text(several.stream().map(String::valueOf).collect(Collectors.joining("\n"))));
  }

  private static List<DisplayForms> picture(BufferedImage image, String words) {
    return List.of(DisplayForms.image(image, words, format("[%s]", words)));
  }

  private static boolean all(List<?> several, Class<?> type) {
    return several.stream().allMatch(type::isInstance);
  }
}
