package org.opponency.report.chart;

import static org.opponency.io.Text.format;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.Plot;
import org.opponency.report.draw.ValueAxis;
import org.opponency.study.results.HueShare;
import org.opponency.study.results.WeightOrigin;

/**
 * Distributions of preferred hues, trained minus random: a panel a layer, a line for the most
 * exciting hues and a dashed one for the most inhibiting, bands of one standard deviation.
 */
public final class HueDifference {
  private static final int WIDTH = 313;
  private static final int HEIGHT = 190;
  private static final double MARGIN = 0.05;
  private static final Color EXCITING = ChartStyle.SERIES.get(1);
  private static final Color INHIBITING = ChartStyle.SERIES.get(0);
  private static final BasicStroke SOLID = new BasicStroke(1.8f);
  private static final BasicStroke BAND =
      new BasicStroke(9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  private static final String SPREAD = "± s.d. of trained runs";
  private static final ValueAxis AXIS =
      new ValueAxis("difference (percentage points)", true, -1, 1);

  private HueDifference() {}

  /** One value of the difference. */
  private record Bin(double hue, double difference, double sd) {}

  /**
   * The panels; layers in the order in which they come.
   *
   * @param step degrees from one tick to the next
   * @param axis what hues are shown, and where on the axis
   * @throws IllegalArgumentException if trained or random networks are missing
   */
  public static PanelGrid grid(List<HueShare> shares, int step, String axis) {
    List<HueShare> trained = of(shares, WeightOrigin.TRAINED);
    List<HueShare> random = of(shares, WeightOrigin.RANDOM);
    if (trained.isEmpty() || random.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected hues of trained networks and of random ones, got only one kind; join both with"
              + " and()");
    }
    List<String> layers = trained.stream().map(HueShare::layer).distinct().toList();
    List<List<List<Bin>>> all = new ArrayList<>();
    for (String layer : layers) {
      List<HueShare> own = layer(trained, layer);
      List<HueShare> untrained = layer(random, layer);
      all.add(
          List.of(
              bins(own, untrained, HueShare::exciting, HueShare::excitingSd),
              bins(own, untrained, HueShare::inhibiting, HueShare::inhibitingSd)));
    }
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      panels.add(new Panel(LayerNames.of(layers.get(i)), chart(all.get(i), all, step)));
    }
    return new PanelGrid(panels, panels.size(), axis, AXIS.title(), legend());
  }

  private static List<HueShare> of(List<HueShare> shares, WeightOrigin weights) {
    return shares.stream().filter(share -> share.network() == weights).toList();
  }

  private static List<HueShare> layer(List<HueShare> shares, String layer) {
    return shares.stream().filter(share -> share.layer().equals(layer)).toList();
  }

  private static List<Bin> bins(
      List<HueShare> trained,
      List<HueShare> random,
      ToDoubleFunction<HueShare> share,
      ToDoubleFunction<HueShare> sd) {
    double half = 180.0 / trained.size();
    return IntStream.range(0, trained.size())
        .mapToObj(
            i ->
                new Bin(
                    trained.get(i).from() + half,
                    share.applyAsDouble(trained.get(i)) - share.applyAsDouble(random.get(i)),
                    sd.applyAsDouble(trained.get(i))))
        .toList();
  }

  private static XYChart chart(List<List<Bin>> lines, List<List<List<Bin>>> all, int step) {
    var chart = new XYChart(WIDTH, HEIGHT);
    ChartStyle.dress(chart);
    double turn = 360.0 / step;
    chart.getStyler().setXAxisMin(-MARGIN * turn).setXAxisMax((1 + MARGIN) * turn);
    // One tick a step: XChart rounds this hint to a step of 1.
    chart.getStyler().setXAxisTickMarkSpacingHint((int) (0.75 * WIDTH / turn));
    chart.setCustomXAxisTickLabelsFormatter(place -> format("%d°", Math.round(place * step)));
    AXIS.fit(
        chart,
        DoubleStream.concat(
            DoubleStream.of(0),
            all.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .flatMapToDouble(b -> DoubleStream.of(b.difference - b.sd, b.difference + b.sd))));
    Plot.line(chart, "zero", 0, 0, turn, 0, new BasicStroke(1f), ChartStyle.GREY);
    band(chart, "exciting band", lines.get(0), step, EXCITING);
    band(chart, "inhibiting band", lines.get(1), step, INHIBITING);
    line(chart, "exciting", lines.get(0), step, SOLID, EXCITING);
    line(chart, "inhibiting", lines.get(1), step, ChartStyle.LONG_DASHES, INHIBITING);
    return chart;
  }

  private static double[] each(List<Bin> bins, ToDoubleFunction<Bin> value) {
    return bins.stream().mapToDouble(value).toArray();
  }

  private static void line(
      XYChart chart, String name, List<Bin> bins, int step, BasicStroke stroke, Color colour) {
    double[] x = each(bins, bin -> bin.hue / step);
    Plot.line(chart, name, x, each(bins, Bin::difference), stroke, colour);
  }

  private static void band(XYChart chart, String name, List<Bin> bins, int step, Color colour) {
    double[] x = each(bins, bin -> bin.hue / step);
    double[] low = each(bins, bin -> bin.difference - bin.sd);
    Plot.band(chart, name, x, low, each(bins, bin -> bin.difference + bin.sd), colour);
  }

  private static Legend legend() {
    return new Legend(
        List.of(
            new LegendEntry("most exciting", EXCITING, SOLID, 0),
            new LegendEntry(SPREAD, ChartStyle.faint(EXCITING), BAND, 0),
            new LegendEntry("most inhibiting", INHIBITING, ChartStyle.LONG_DASHES, 0),
            new LegendEntry(SPREAD, ChartStyle.faint(INHIBITING), BAND, 0)));
  }
}
