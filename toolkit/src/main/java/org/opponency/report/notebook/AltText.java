package org.opponency.report.notebook;

import static org.opponency.io.Text.format;

import java.awt.image.BufferedImage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeries;
import org.knowm.xchart.internal.series.Series;
import org.opponency.report.ContactSheet;
import org.opponency.report.Figure;
import org.opponency.report.draw.Drawing;

/** Pictures in words, for those who do not see them. */
final class AltText {
  private AltText() {}

  /** What the figure says of itself, and from where to where its numbers go. */
  static String of(Figure figure) {
    return format("%s Data: %s.", figure.description(), figure.data().ranges());
  }

  /** What is known of any drawing; the captions of a contact sheet. */
  static String of(Drawing drawing) {
    return drawing instanceof ContactSheet sheet
        ? of(sheet)
        : format("drawing, %d x %d points", drawing.width(), drawing.height());
  }

  /** Its title, and where each series begins and ends. */
  static String of(Chart<?, ?> chart) {
    String series =
        chart.getSeriesCollection().stream().map(AltText::of).collect(Collectors.joining("; "));
    return Stream.of("chart", chart.getTitle(), series)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(": "));
  }

  /** Its size: nothing else is known. */
  static String of(BufferedImage image) {
    return format("picture, %d x %d pixels", image.getWidth(), image.getHeight());
  }

  private static String of(ContactSheet sheet) {
    String size =
        format("%s in %s", count(sheet.images().size(), "image"), count(sheet.columns(), "column"));
    String words =
        Stream.concat(sheet.rowLabels().stream(), sheet.captions().stream())
            .filter(word -> !word.isBlank())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? size : size + ": " + words;
  }

  private static String of(Series series) {
    return series instanceof AxesChartSeries axes
        ? format(
            "%s, x from %.4g to %.4g, y from %.4g to %.4g",
            axes.getName(), axes.getXMin(), axes.getXMax(), axes.getYMin(), axes.getYMax())
        : series.getName();
  }

  private static String count(int number, String thing) {
    return format("%d %s%s", number, thing, number == 1 ? "" : "s");
  }
}
