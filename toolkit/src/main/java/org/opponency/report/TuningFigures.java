package org.opponency.report;

import static org.opponency.io.Text.format;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.opponency.physiology.OrientationMap;
import org.opponency.physiology.Responses;
import org.opponency.report.chart.HueDifference;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.ColourScale;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.HeatMap;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.PolarPlot;
import org.opponency.report.draw.Stack;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.report.table.ResultTable;
import org.opponency.stimuli.Grating;
import org.opponency.stimuli.Hue;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.HueShare;
import org.opponency.study.results.OpponencyResults;

/** The figures of tuning: what single cells respond to, and what they prefer together. */
public final class TuningFigures {
  private static final int WHEEL = 150;
  private static final int TILES_A_ROW = 4;
  private static final BasicStroke CURVE =
      new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  private TuningFigures() {}

  /**
   * One point of a cell's hue curve.
   *
   * @param cell its channel, counted from 0
   * @param hue in degrees
   * @param response of the cell
   * @param baseline its response to the background
   */
  public record HuePoint(int cell, double hue, float response, float baseline) {}

  /**
   * Hue curves of a layer's cells on the colour wheel.
   *
   * @param name of the network, for the title
   * @param cells at most so many, the first
   */
  public static Figure hueCurves(
      String name, Responses<Hue> responses, int cells, Provenance provenance) {
    int shown = Math.min(cells, responses.cells());
    List<HuePoint> points = new ArrayList<>();
    for (int cell = 0; cell < shown; cell++) {
      for (int i = 0; i < responses.stimuli().size(); i++) {
        double hue = responses.stimuli().get(i).degrees();
        points.add(new HuePoint(cell, hue, responses.curves()[cell][i], responses.baseline(cell)));
      }
    }
    List<Tile> wheels =
        IntStream.range(0, shown)
            .mapToObj(cell -> new Tile("cell " + cell, hueCurve(responses, cell)))
            .toList();
    return new Figure(
        "hue-curves",
        "Hue curves of " + name,
        "Responses to full fields of each hue around the colour wheel, red at the right. Dashed:"
            + " the response to black, the baseline. A curve that crosses it belongs to a colour"
            + " opponent cell. Each wheel has a scale of its own.",
        new TileGrid(wheels, TILES_A_ROW, curveLegend()),
        ResultTable.of(HuePoint.class, points),
        provenance);
  }

  /** The hue curve of one cell. */
  public static Drawing hueCurve(Responses<Hue> responses, int cell) {
    float[] curve = responses.curve(cell);
    double[] values = IntStream.range(0, curve.length).mapToDouble(i -> curve[i]).toArray();
    double baseline = responses.baseline(cell);
    var all =
        DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(baseline)).summaryStatistics();
    double room = 0.15 * (all.getMax() - all.getMin());
    return new PolarPlot(
        WHEEL,
        all.getMin() - 2 * room,
        all.getMax() + room,
        List.of(
            PolarPlot.Curve.line(new double[] {baseline}, ChartStyle.GREY, ChartStyle.DASHED),
            PolarPlot.Curve.line(values, ChartStyle.INK, CURVE)));
  }

  private static Legend curveLegend() {
    return new Legend(
        List.of(
            new LegendEntry("response to a hue", ChartStyle.INK, CURVE, 0),
            new LegendEntry("baseline", ChartStyle.GREY, ChartStyle.DASHED, 0)));
  }

  /**
   * How much more often hues excite and inhibit most than with random weights, a panel a layer: the
   * peaks at the corners of the RGB cube, which random weights have as well, go.
   *
   * @throws IllegalArgumentException if trained or random networks are missing
   */
  public static Figure preferredHues(OpponencyResults results) {
    List<HueShare> shares = results.preferredHues();
    return new Figure(
            "preferred-hues",
            "Most exciting and most inhibiting hues, trained less random",
            "Share of the cells whose most exciting (or most inhibiting) hue falls into each of 45 bins,"
                + " less that of the same networks with random weights: mean over runs, the cells of all"
                + " widths of a run together; bands one standard deviation of the trained runs. Saturated"
                + " hues differ in luminance, which alone makes peaks at the corners of the RGB cube; they"
                + " are in both and cancel.",
            HueDifference.grid(shares),
            ResultTable.of(HueShare.class, shares),
            results.provenance())
        .over(results.networks().size(), "network");
  }

  /**
   * One place of a cell's map.
   *
   * @param cell its channel, counted from 0
   * @param orientation in degrees
   * @param frequency in periods a stimulus
   * @param peak response, the largest over phases
   */
  public record MapPoint(int cell, double orientation, double frequency, float peak) {}

  /**
   * Maps of orientation and frequency of a layer's cells.
   *
   * @param name of the network, for the title
   * @param responses behind the ReLU
   * @param cells at most so many, the first
   */
  public static Figure orientationMaps(
      String name, Responses<Grating> responses, int cells, Provenance provenance) {
    List<Tile> tiles = new ArrayList<>();
    List<MapPoint> points = new ArrayList<>();
    for (int cell = 0; cell < Math.min(cells, responses.cells()); cell++) {
      OrientationMap map = OrientationMap.of(responses, cell);
      HeatMap drawn = orientationMap(map);
      String heading =
          format("cell %d, %.3g to %.3g", cell, drawn.range().low(), drawn.range().high());
      tiles.add(new Tile(heading, drawn));
      for (int row = 0; row < map.orientations().size(); row++) {
        for (int column = 0; column < map.frequencies().size(); column++) {
          points.add(
              new MapPoint(
                  cell,
                  map.orientations().get(row),
                  map.frequencies().get(column),
                  map.peaks()[row][column]));
        }
      }
    }
    return new Figure(
            "orientation-maps",
            "Orientation and frequency tuning of " + name,
            "Largest response over phases to gratings, behind the ReLU, by the orientation of the bars"
                + " and their frequency. Each map has a scale of its own, from the cell's smallest"
                + " response to its largest, which stand above it. A silent cell responds to none.",
            new Stack(
                List.of(
                    TileGrid.of(tiles, TILES_A_ROW),
                    new ColourScale("smallest response", "largest response of the cell"))),
            ResultTable.of(MapPoint.class, points),
            provenance)
        .over(tiles.size(), "cell");
  }

  /** The map of one cell. */
  public static HeatMap orientationMap(OrientationMap map) {
    return new HeatMap(
        map.peaks(),
        map.orientations().stream().map(value -> format("%.0f°", value)).toList(),
        map.frequencies().stream().map(value -> format("%.0f", value)).toList(),
        "orientation",
        "periods a stimulus",
        "silent");
  }
}
