package org.opponency.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.io.ShownAs;
import org.opponency.physiology.grating.GratingCell;
import org.opponency.report.chart.CellDots;
import org.opponency.report.chart.LayerNames;
import org.opponency.report.chart.WidthWords;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.report.draw.ValueAxis;
import org.opponency.report.table.ResultTable;
import org.opponency.study.laboratory.GratingResults;
import org.opponency.study.results.WeightOrigin;

/** The figure of what gratings tell of cells. */
public final class GratingFigures {
  private static final int WIDTH = 200;
  private static final int HEIGHT = 155;
  private static final int COLUMNS = 3;
  private static final ValueAxis HALF_TURN = degrees(180);

  private GratingFigures() {}

  /**
   * Properties of a layer's cells by width, trained networks beside the same with random weights.
   *
   * @param results both of them
   */
  public static Figure properties(GratingResults results, String layer) {
    var trained = Measured.byWidth(results.cells(WeightOrigin.TRAINED, layer));
    var random = Measured.byWidth(results.cells(WeightOrigin.RANDOM, layer));
    List<Tile> tiles =
        List.of(
            tile("preferred orientation", HALF_TURN, GratingCell::orientation, trained, random),
            tile("circular variance", number(1), GratingCell::circularVariance, trained, random),
            tile("orientation bandwidth", degrees(90), GratingCell::bandwidth, trained, random),
            tile(
                "orthogonal to preferred",
                ValueAxis.percent("ratio"),
                GratingCell::orthogonal,
                trained,
                random),
            tile(
                "preferred frequency",
                new ValueAxis("periods a pixel", false, 0, 0.5),
                GratingCell::frequency,
                trained,
                random),
            tile(
                "frequency bandwidth",
                ValueAxis.positive("octaves"),
                GratingCell::frequencyBandwidth,
                trained,
                random),
            tile("modulation F1 / F0", number(2), GratingCell::modulation, trained, random),
            tile(
                "summation field",
                ValueAxis.positive("pixels"),
                GratingCell::summationField,
                trained,
                random),
            tile(
                "surround suppression",
                ValueAxis.percent("suppression"),
                GratingCell::suppression,
                trained,
                random));
    List<Measured<GratingCell>> cells =
        Stream.of(WeightOrigin.values())
            .flatMap(weights -> results.cells(weights, layer).stream())
            .toList();
    long silent = cells.stream().filter(cell -> cell.value().silent()).count();
    return new Figure(
            "figure-12-gratings",
            "What gratings tell of cells in " + LayerNames.of(layer),
            "By bottleneck width, a dot a cell, those of a width in order. Gratings of full contrast"
                + " drift over mid-grey; responses behind the ReLU, above that to mid-grey."
                + " Definitions as Marques, Schrimpf and DiCarlo (2021) use them for macaque V1. Cells"
                + " that do not have a property (not selective, not band-pass) are not in its panel, silent"
                + " ones in none. Orientations go round and have no median.",
            new TileGrid(tiles, COLUMNS, CellDots.legend()),
            ResultTable.measured(GratingCell.class, cells),
            results.provenance())
        .over(cells.size(), "cell")
        .over(silent, "silent cell")
        .finding(finding(results, layer));
  }

  private static ValueAxis degrees(double most) {
    return new ValueAxis("degrees", false, 0, most);
  }

  private static ValueAxis number(double most) {
    return new ValueAxis("", false, 0, most);
  }

  private static Tile tile(
      String heading,
      ValueAxis axis,
      ToDoubleFunction<GratingCell> number,
      SortedMap<Integer, List<GratingCell>> trained,
      SortedMap<Integer, List<GratingCell>> random) {
    return new Tile(
        heading,
        new CellDots(
                WIDTH,
                HEIGHT,
                axis,
                !axis.equals(HALF_TURN),
                trained.keySet().stream().map(String::valueOf).toList(),
                values(trained, number),
                values(random, number))
            .drawing());
  }

  private static List<double[]> values(
      SortedMap<Integer, List<GratingCell>> cells, ToDoubleFunction<GratingCell> number) {
    return new TreeMap<>(cells)
        .values().stream().map(own -> own.stream().mapToDouble(number).toArray()).toList();
  }

  private static String finding(GratingResults results, String layer) {
    ByWidth variance =
        ByWidth.of(
                "circular variance, trained",
                ShownAs.NUMBER,
                results.networks().stream()
                    .filter(one -> one.value().weights() == WeightOrigin.TRAINED)
                    .toList(),
                cells -> cells.median(layer, GratingCell::circularVariance))
            .known();
    return WidthWords.of(variance);
  }
}
