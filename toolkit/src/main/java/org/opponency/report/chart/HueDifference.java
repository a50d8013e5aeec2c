package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.ValueAxis;
import org.opponency.study.results.HueShare;
import org.opponency.study.results.WeightOrigin;

/**
 * Distributions of preferred hues, trained less random: a panel a layer, a line for the most
 * exciting hues and a dashed one for the most inhibiting.
 */
public final class HueDifference {
  private static final int WIDTH = 313;
  private static final int HEIGHT = 220;
  private static final int TINT = 45;
  private static final int STRIP = 60;
  private static final Color EXCITING = ChartStyle.SERIES.get(1);
  private static final Color INHIBITING = ChartStyle.SERIES.get(0);
  private static final BasicStroke SOLID = new BasicStroke(1.8f);
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 3}, 0);
  private static final ValueAxis AXIS = new ValueAxis("share of cells, less random", true, -1, 1);

  private HueDifference() {}

  /** One value of the difference. */
  private record Bin(double hue, double difference, double sd) {}

  /** The panels; layers in the order in which they come. */
  public static PanelGrid grid(List<HueShare> shares) {
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
      panels.add(new Panel(LayerNames.of(layers.get(i)), chart(all.get(i), all)));
    }
    return new PanelGrid(panels, panels.size(), "hue (degrees)", AXIS.fullTitle(), legend());
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

  private static XYChart chart(List<List<Bin>> lines, List<List<List<Bin>>> all) {
    var chart = new XYChart(WIDTH, HEIGHT);
    ChartStyle.dress(chart);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(360.0).setXAxisTickMarkSpacingHint(STRIP);
    AXIS.fit(
        chart,
        DoubleStream.concat(
            DoubleStream.of(0),
            all.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .flatMapToDouble(b -> DoubleStream.of(b.difference - b.sd, b.difference + b.sd))));
    XYSeries zero = chart.addSeries("zero", new double[] {0, 360}, new double[] {0, 0});
    zero.setMarker(SeriesMarkers.NONE);
    zero.setLineStyle(new BasicStroke(1f)).setLineColor(ChartStyle.GREY);
    band(chart, "exciting band", lines.get(0), EXCITING);
    band(chart, "inhibiting band", lines.get(1), INHIBITING);
    line(chart, "exciting", lines.get(0), EXCITING, SOLID);
    line(chart, "inhibiting", lines.get(1), INHIBITING, DASHED);
    return chart;
  }

  private static void line(
      XYChart chart, String name, List<Bin> bins, Color colour, BasicStroke stroke) {
    XYSeries series =
        chart.addSeries(
            name,
            bins.stream().mapToDouble(Bin::hue).toArray(),
            bins.stream().mapToDouble(Bin::difference).toArray());
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(stroke).setLineColor(colour);
  }

  private static void band(XYChart chart, String name, List<Bin> bins, Color own) {
    List<Bin> back = new ArrayList<>(bins);
    Collections.reverse(back);
    XYSeries band =
        chart.addSeries(
            name,
            Stream.concat(bins.stream(), back.stream()).mapToDouble(Bin::hue).toArray(),
            DoubleStream.concat(
                    bins.stream().mapToDouble(bin -> bin.difference + bin.sd),
                    back.stream().mapToDouble(bin -> bin.difference - bin.sd))
                .toArray());
    Color tint = new Color(own.getRed(), own.getGreen(), own.getBlue(), TINT);
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea).setFillColor(tint);
    band.setMarker(SeriesMarkers.NONE).setLineStyle(new BasicStroke(0)).setLineColor(tint);
  }

  private static Legend legend() {
    return new Legend(
        List.of(
            new LegendEntry("most exciting", EXCITING, SOLID, 0),
            new LegendEntry("most inhibiting", INHIBITING, DASHED, 0)));
  }
}
