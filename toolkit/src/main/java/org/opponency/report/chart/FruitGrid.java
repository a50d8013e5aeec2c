package org.opponency.report.chart;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.opponency.io.Text.format;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.NetworkId;
import org.opponency.images.Lab;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.PaintedImage;
import org.opponency.study.results.FruitColour;
import org.opponency.study.results.FruitStimulus;

/**
 * Super-stimuli of fruits in order of the hue of their pictures, five side by side, a row a
 * network. Below each its colour beside that of the class's pictures, the probability that the
 * network gives it, and the distance of both hues.
 *
 * @param rows networks, each with the same fruits
 */
public record FruitGrid(List<Measured<List<FruitStimulus>>> rows) implements Drawing {
  private static final int COLUMNS = 5;
  private static final int CELL = 108;
  private static final int GAP = 10;
  private static final int SWATCH = 12;
  private static final int TEXT = 30;
  private static final int HEADING = 22;
  private static final int ROW = CELL + 4 + SWATCH + TEXT + GAP;
  private static final int LABEL = 72;

  /** Sorts the fruits by hue; those without one come last. */
  public FruitGrid {
    rows = rows.stream().map(row -> row.map(FruitGrid::byHue)).toList();
  }

  private static List<FruitStimulus> byHue(List<FruitStimulus> fruits) {
    return fruits.stream()
        .sorted(Comparator.comparingDouble(fruit -> fruit.pictures().hue()))
        .toList();
  }

  /** The first network of each width, of those whose bottleneck is alive where any is. */
  public static FruitGrid of(List<Measured<List<FruitStimulus>>> networks) {
    Map<Integer, List<Measured<List<FruitStimulus>>>> byWidth =
        networks.stream().collect(groupingBy(Measured::width, LinkedHashMap::new, toList()));
    return new FruitGrid(
        byWidth.values().stream().<Measured<List<FruitStimulus>>>map(FruitGrid::first).toList());
  }

  private static Measured<List<FruitStimulus>> first(List<Measured<List<FruitStimulus>>> runs) {
    return runs.stream().filter(run -> !run.dead()).findFirst().orElse(runs.get(0));
  }

  @Override
  public int width() {
    return LABEL + Math.min(COLUMNS, fruits()) * (CELL + GAP) - GAP;
  }

  @Override
  public int height() {
    return (fruits() + COLUMNS - 1) / COLUMNS * block() - GAP;
  }

  private int fruits() {
    return rows.get(0).value().size();
  }

  /** Height of a heading and all networks below it. */
  private int block() {
    return HEADING + rows.size() * ROW;
  }

  @Override
  public void paint(Graphics2D g) {
    for (int first = 0; first < fruits(); first += COLUMNS) {
      int from = first;
      int top = first / COLUMNS * block();
      int end = Math.min(fruits(), first + COLUMNS);
      List<FruitStimulus> named = rows.get(0).value().subList(first, end);
      for (int column = 0; column < named.size(); column++) {
        String name = named.get(column).colour().fruit();
        ChartStyle.HEADING.centred(g, name, x(column) + CELL / 2.0, top + HEADING - 8);
      }
      for (int row = 0; row < rows.size(); row++) {
        Measured<List<FruitStimulus>> part = rows.get(row).map(all -> all.subList(from, end));
        paintRow(g, part, top + HEADING + row * ROW);
      }
    }
  }

  private void paintRow(Graphics2D g, Measured<List<FruitStimulus>> row, int top) {
    NetworkId network = row.network();
    ChartStyle.HEADING.right(
        g, BottleneckWidth.name(network.width()), LABEL - GAP, top + CELL / 2.0);
    String run = format("run %d%s", network.run(), network.dead() ? ", dead" : "");
    ChartStyle.NOTE.right(g, run, LABEL - GAP, top + CELL / 2.0 + 14);
    for (int column = 0; column < row.value().size(); column++) {
      paintCell(g, row.value().get(column), x(column), top);
    }
  }

  private static void paintCell(Graphics2D g, FruitStimulus stimulus, int x, int top) {
    PaintedImage.paint(g, stimulus.image(), x, top, CELL, true);
    double half = CELL / 2.0;
    swatch(g, stimulus.mean(), x, top + CELL + 4, half);
    swatch(g, stimulus.pictures(), x + half, top + CELL + 4, half);
    double baseline = top + CELL + 4 + SWATCH + 12;
    FruitColour row = stimulus.colour();
    String probability = format("p = %.1f %%", 100 * row.probability());
    ChartStyle.NOTE.centred(g, probability, x + half, baseline);
    ChartStyle.NOTE.centred(g, hue(row), x + half, baseline + 13);
  }

  private static String hue(FruitColour row) {
    return Double.isNaN(row.hueDistance()) ? "too grey" : format("%.0f° apart", row.hueDistance());
  }

  private static void swatch(Graphics2D g, Lab colour, double x, double y, double width) {
    g.setColor(new Color(colour.rgb()));
    g.fill(new Rectangle2D.Double(x, y, width, SWATCH));
  }

  private static int x(int column) {
    return LABEL + column * (CELL + GAP);
  }
}
