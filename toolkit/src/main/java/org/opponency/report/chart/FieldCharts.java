package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.WidthMean;
import org.opponency.physiology.picture.EffectiveField;
import org.opponency.physiology.picture.StageField;
import org.opponency.report.draw.CategoryAxis;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.Plot;
import org.opponency.report.draw.ValueAxis;
import org.opponency.study.laboratory.CellRecords;
import org.opponency.study.laboratory.EffectiveFieldResults;
import org.opponency.study.results.WeightOrigin;

/**
 * Effective fields through networks: a line a bottleneck width, and a broad grey one for random
 * weights of all widths together.
 */
public final class FieldCharts {
  private static final int WIDTH = 222;
  private static final int HEIGHT = 175;
  private static final int COLUMNS = 4;
  private static final int PROFILE_WIDTH = 164;
  private static final int PROFILE_HEIGHT = 140;

  /** Rings further out are those of a picture's corners. */
  private static final double FARTHEST = 0.5;

  private static final BasicStroke NULL =
      new BasicStroke(3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

  private FieldCharts() {}

  /**
   * Numbers of the field by stage, a panel each.
   *
   * @param measures headings of the panels
   * @param numbers in pixels, in the same order
   */
  public static PanelGrid growth(
      EffectiveFieldResults results,
      List<String> measures,
      List<ToDoubleFunction<EffectiveField>> numbers) {
    List<Panel> panels =
        IntStream.range(0, measures.size())
            .mapToObj(i -> growth(results, measures.get(i), numbers.get(i)))
            .toList();
    return new PanelGrid(panels, panels.size(), "stage", "pixels", legend(results));
  }

  private static Panel growth(
      EffectiveFieldResults results, String measure, ToDoubleFunction<EffectiveField> number) {
    List<String> layers = results.layers();
    SortedMap<Integer, double[]> trained = byWidth(results, WeightOrigin.TRAINED, number);
    double[] random = together(byWidth(results, WeightOrigin.RANDOM, number), layers.size());
    var chart = chart(WIDTH, HEIGHT);
    new CategoryAxis(layers.stream().map(LayerNames::brief).toList()).fit(chart);
    double[] places = IntStream.range(0, layers.size()).asDoubleStream().toArray();
    ValueAxis.positive(measure).fit(chart, all(trained, random));
    addLines(chart, places, trained, random);
    return new Panel(measure, chart);
  }

  /** The mean of each layer over the living networks of each width. */
  private static SortedMap<Integer, double[]> byWidth(
      EffectiveFieldResults results,
      WeightOrigin weights,
      ToDoubleFunction<EffectiveField> number) {
    List<String> layers = results.layers();
    SortedMap<Integer, double[]> means = new TreeMap<>();
    for (int i = 0; i < layers.size(); i++) {
      for (WidthMean mean : results.of(weights, layers.get(i), "field", number).means()) {
        means.computeIfAbsent(mean.width(), width -> nothing(layers.size()))[i] = mean.mean();
      }
    }
    return means;
  }

  private static double[] nothing(int size) {
    return DoubleStream.generate(() -> Double.NaN).limit(size).toArray();
  }

  private static double[] together(SortedMap<Integer, double[]> lines, int size) {
    return IntStream.range(0, size)
        .mapToDouble(
            i ->
                lines.values().stream()
                    .mapToDouble(line -> line[i])
                    .filter(Double::isFinite)
                    .average()
                    .orElse(Double.NaN))
        .toArray();
  }

  /** The gradient by its distance from the middle, a panel a stage. */
  public static PanelGrid profiles(EffectiveFieldResults results) {
    List<Panel> panels = results.layers().stream().map(layer -> profile(results, layer)).toList();
    return new PanelGrid(
        panels,
        COLUMNS,
        "distance from the middle (pixels)",
        "share of the gradient's size (%)",
        new Legend(List.of()));
  }

  private static Panel profile(EffectiveFieldResults results, String layer) {
    SortedMap<Integer, double[]> trained = profiles(results.of(WeightOrigin.TRAINED), layer);
    int rings =
        Stream.concat(
                trained.values().stream(),
                profiles(results.of(WeightOrigin.RANDOM), layer).values().stream())
            .mapToInt(line -> line.length)
            .max()
            .orElse(1);
    double[] random = together(profiles(results.of(WeightOrigin.RANDOM), layer), rings);
    var chart = chart(PROFILE_WIDTH, PROFILE_HEIGHT);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax((double) rings - 1);
    chart.getStyler().setXAxisDecimalPattern("#");
    ValueAxis axis = new ValueAxis("share", true, -1, 1);
    axis.fit(chart, DoubleStream.concat(all(trained, random), DoubleStream.of(0)));
    addLines(chart, IntStream.range(0, rings).asDoubleStream().toArray(), trained, random);
    return new Panel(LayerNames.brief(layer), chart);
  }

  /** The mean profile of the living networks of each width that have one. */
  private static SortedMap<Integer, double[]> profiles(
      List<Measured<CellRecords<StageField>>> networks, String layer) {
    SortedMap<Integer, double[]> means = new TreeMap<>();
    Measured.byWidth(networks)
        .forEach(
            (width, own) -> {
              List<List<Double>> known =
                  own.stream()
                      .flatMap(one -> one.of(layer).stream())
                      .map(StageField::profile)
                      .filter(profile -> !profile.isEmpty())
                      .toList();
              if (!known.isEmpty()) {
                int rings = 1 + (int) (FARTHEST * known.get(0).size());
                means.put(
                    width,
                    IntStream.range(0, rings)
                        .mapToDouble(
                            i -> known.stream().mapToDouble(p -> p.get(i)).average().orElseThrow())
                        .toArray());
              }
            });
    return means;
  }

  private static XYChart chart(int width, int height) {
    var chart = new XYChart(width, height);
    ChartStyle.dress(chart);
    return chart;
  }

  private static DoubleStream all(SortedMap<Integer, double[]> lines, double[] more) {
    return DoubleStream.concat(
            lines.values().stream().flatMapToDouble(DoubleStream::of), DoubleStream.of(more))
        .filter(Double::isFinite);
  }

  private static void addLines(
      XYChart chart, double[] x, SortedMap<Integer, double[]> trained, double[] random) {
    addKnown(chart, "random", x, random, NULL, ChartStyle.PALE);
    trained.forEach(
        (width, y) -> {
          WidthStyle style = WidthStyle.of(width);
          addKnown(chart, style.name(), x, y, style.line(), style.colour());
        });
  }

  /** The part of a line that is known; none where nothing is. */
  private static void addKnown(
      XYChart chart, String name, double[] x, double[] y, BasicStroke stroke, Color colour) {
    int[] known =
        IntStream.range(0, Math.min(x.length, y.length))
            .filter(i -> Double.isFinite(y[i]))
            .toArray();
    if (known.length > 0) {
      double[] there = IntStream.of(known).mapToDouble(i -> x[i]).toArray();
      double[] values = IntStream.of(known).mapToDouble(i -> y[i]).toArray();
      Plot.line(chart, name, there, values, stroke, colour);
    }
  }

  private static Legend legend(EffectiveFieldResults results) {
    List<LegendEntry> entries = new ArrayList<>();
    results.of(WeightOrigin.TRAINED).stream()
        .map(Measured::width)
        .distinct()
        .sorted()
        .forEach(width -> entries.add(WidthStyle.of(width).lineEntry()));
    entries.add(new LegendEntry("random weights, all widths", ChartStyle.PALE, NULL, 0));
    return new Legend(entries);
  }
}
