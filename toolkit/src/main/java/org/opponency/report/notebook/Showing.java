package org.opponency.report.notebook;

import static org.opponency.io.Text.format;

import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.opponency.images.RgbImage;
import org.opponency.report.ContactSheet;
import org.opponency.report.Figure;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Raster;
import org.opponency.report.table.HtmlTable;
import org.opponency.report.table.ResultTable;
import org.opponency.study.results.Results;
import tech.tablesaw.api.Table;

/**
 * What is shown of a value, whatever shows it: pictures are pixels, as exported notebooks drop SVG.
 *
 * @param surface where it is shown
 */
record Showing(DisplaySurface surface) {
  private static final int SINGLE_IMAGE = 192;

  void show(Object value) {
    if (value instanceof Figure figure) {
      surface.image(figure.image(), figure.toString());
      surface.html(format("<p>%s</p>", HtmlTable.escape(figure.caption())), "");
    } else if (value instanceof ResultTable table) {
      surface.html(table.html(), table.text());
    } else if (value instanceof Table table) {
      show(ResultTable.of(table));
    } else if (value instanceof Drawing drawing) {
      surface.image(Raster.image(drawing), drawing.toString());
    } else if (value instanceof RgbImage image) {
      show(ContactSheet.of(List.of(image)).cell(SINGLE_IMAGE));
    } else if (value instanceof BufferedImage image) {
      surface.image(image, format("[%d x %d pixels]", image.getWidth(), image.getHeight()));
    } else if (value instanceof Results<?> results) {
      show(results.rows());
    } else if (value instanceof Record row) {
      show(ResultTable.of(List.of(row)));
    } else if (value instanceof Collection<?> several) {
      showAll(List.copyOf(several));
    } else {
      surface.text(String.valueOf(value));
    }
  }

  private void showAll(List<?> several) {
    if (several.isEmpty()) {
      surface.text("(none)");
    } else if (all(several, RgbImage.class)) {
      show(ContactSheet.of(several.stream().map(RgbImage.class::cast).toList()));
    } else if (all(several, Record.class)) {
      show(ResultTable.of(several.stream().map(Record.class::cast).toList()));
    } else {
      surface.text(several.stream().map(String::valueOf).collect(Collectors.joining("\n")));
    }
  }

  private static boolean all(List<?> several, Class<?> type) {
    return several.stream().allMatch(type::isInstance);
  }
}
