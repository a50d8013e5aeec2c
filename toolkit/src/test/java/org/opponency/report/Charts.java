package org.opponency.report;

import static org.opponency.io.Text.format;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;

/** What tests ask of a figure made of charts. */
public final class Charts {
  private static final Pattern TEXT = Pattern.compile("<text[^>]*>([^<]*)</text>");

  private Charts() {}

  public static PanelGrid grid(Figure figure) {
    return (PanelGrid) figure.drawing();
  }

  public static List<String> headings(Figure figure) {
    return grid(figure).panels().stream().map(Panel::heading).toList();
  }

  public static List<String> legend(Figure figure) {
    return grid(figure).legend().entries().stream().map(LegendEntry::label).toList();
  }

  public static XYChart chart(Figure figure, int panel) {
    return grid(figure).panels().get(panel).chart();
  }

  /** Names in the order in which they are painted. */
  public static List<String> series(XYChart chart) {
    return chart.getSeriesCollection().stream().map(XYSeries::getName).toList();
  }

  /** A line's value where it has a point. */
  public static double at(XYSeries line, double x) {
    double[] places = line.getXData();
    for (int i = 0; i < places.length; i++) {
      if (Math.abs(places[i] - x) < 1e-9) {
        return line.getYData()[i];
      }
    }
    throw new AssertionError(format("Expected a point at %s in %s", x, line.getName()));
  }

  /** What stands below the x axis at 0, 1, 2 and so on. */
  public static List<String> places(XYChart chart, int count) {
    var label = chart.getStyler().getXAxisTickLabelsFormattingFunction();
    return IntStream.range(0, count).mapToObj(place -> label.apply((double) place)).toList();
  }

  /** The notes inside a chart, which it keeps to itself. */
  public static List<String> notes(XYChart chart) throws ReflectiveOperationException {
    Field annotations = chart.getClass().getSuperclass().getDeclaredField("annotations");
    Field text = AnnotationText.class.getDeclaredField("text");
    annotations.setAccessible(true);
    text.setAccessible(true);
    List<String> notes = new ArrayList<>();
    for (Object note : (List<?>) annotations.get(chart)) {
      notes.add((String) text.get(note));
    }
    return notes;
  }

  /** Where the middle of the first such note stands along the x axis. */
  public static double noteX(XYChart chart, String words) throws ReflectiveOperationException {
    Field annotations = chart.getClass().getSuperclass().getDeclaredField("annotations");
    Field x = AnnotationText.class.getDeclaredField("x");
    annotations.setAccessible(true);
    x.setAccessible(true);
    return x.getDouble(((List<?>) annotations.get(chart)).get(notes(chart).indexOf(words)));
  }

  /** What is written around a figure's charts, in order. */
  public static List<String> texts(Figure figure) {
    return TEXT.matcher(figure.svg()).results().map(text -> text.group(1)).toList();
  }

  /** The first lines of a figure's data. */
  public static List<String> csv(Figure figure, int lines) {
    return figure.data().csv().lines().limit(lines).toList();
  }
}
