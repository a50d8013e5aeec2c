package org.opponency.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opponency.evaluation.Measured;
import org.opponency.physiology.cone.ConeCell;
import org.opponency.physiology.cone.ConeClass;
import org.opponency.physiology.cone.HueCurves;
import org.opponency.physiology.cone.HumanHues;
import org.opponency.physiology.cone.Preference;
import org.opponency.report.chart.ConeDiamond;
import org.opponency.report.chart.HueChart;
import org.opponency.report.chart.LayerNames;
import org.opponency.report.chart.StackedShares;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.report.table.ResultTable;
import org.opponency.study.laboratory.ConeResults;
import org.opponency.study.laboratory.HueAgreement;
import org.opponency.study.laboratory.HueGroup;
import org.opponency.study.laboratory.HueResults;
import org.opponency.study.results.WeightOrigin;

/** The figures of what cells make of the cones' signals. */
public final class ConeFigures {
  private static final int DIAMOND = 330;
  private static final int WIDTH = 650;
  private static final int HEIGHT = 215;
  private static final List<Preference> PREFERENCES =
      List.of(Preference.COLOUR, Preference.COLOUR_LUMINANCE, Preference.LUMINANCE);
  private static final List<ConeClass> CLASSES =
      List.of(
          ConeClass.CONE_OPPONENT, ConeClass.BOTH, ConeClass.S_OPPONENT, ConeClass.NON_OPPONENT);

  private ConeFigures() {}

  /**
   * Cone weights of a layer's cells, of trained networks and of the same with random weights.
   *
   * @param results both of them
   */
  public static Figure weights(ConeResults results, String layer) {
    List<Measured<ConeCell>> trained = results.cells(WeightOrigin.TRAINED, layer);
    List<Measured<ConeCell>> random = results.cells(WeightOrigin.RANDOM, layer);
    List<Integer> widths = trained.stream().map(Measured::width).distinct().sorted().toList();
    return new Figure(
            "figure-12-cone-weights",
            "Cone weights in " + LayerNames.of(layer),
            "A mark a cell: how its response to full fields about mid-grey depends on the contrasts"
                + " of L, M and S cones, scaled so that |L| + |M| + |S| = 1. On the rim S has no"
                + " part. Upper left and lower right: L against M. Left out: silent cells, those whose"
                + " responses the weights explain by less than half, and dead networks.",
            new TileGrid(
                List.of(new Tile("trained", diamond(trained)), new Tile("random", diamond(random))),
                2,
                ConeDiamond.legend(widths)),
            ResultTable.measured(
                ConeCell.class, Stream.concat(trained.stream(), random.stream()).toList()),
            results.provenance())
        .over(results.of(WeightOrigin.TRAINED).size(), "trained network")
        .over(trained.size(), "trained cell");
  }

  private static ConeDiamond diamond(List<Measured<ConeCell>> cells) {
    return new ConeDiamond(
        DIAMOND,
        cells.stream()
            .filter(cell -> cell.value().type().isKnown())
            .map(cell -> cell.map(ConeCell::fields))
            .toList());
  }

  /** Classes by cone weights and by colour against luminance, by width, beside random weights. */
  public static Figure classes(ConeResults results, String layer) {
    return new Figure(
            "figure-12-colour-and-luminance",
            "Cones, colour and luminance in " + LayerNames.of(layer),
            "Shares of the cells that are neither silent nor far from linear in the cones, by bottleneck width: trained networks (T) and"
                + " the same with random weights (R). By the signs of cone weights;"
                + " and by the best response to red and green of one luminance over the best to light"
                + " and dark of the same cone contrast: above 2 colour, below 0.5 luminance (Johnson,"
                + " Hawken and Shapley 2001). Single points with random weights on red, green and blue:"
                + " 92 % set L against M, 83 % are colour, 4 % luminance.",
            TileGrid.of(
                List.of(
                    classes(
                        "by cone weights",
                        stacks(results, layer, ConeCell::type, CLASSES),
                        CLASSES.stream().map(ConeClass::label)),
                    classes(
                        "by colour and luminance",
                        stacks(results, layer, cell -> cell.preference().type(), PREFERENCES),
                        PREFERENCES.stream().map(Preference::label))),
                1),
            ResultTable.of(results.rows()),
            results.provenance())
        .over(results.of(WeightOrigin.TRAINED).size(), "trained network")
        .over(results.cells(WeightOrigin.TRAINED, layer).size(), "trained cell");
  }

  private static Tile classes(String heading, StackedShares shares, Stream<String> classes) {
    return new Tile(
        heading,
        new TileGrid(List.of(new Tile("", shares)), 1, StackedShares.legend(classes.toList())));
  }

  private static <T> StackedShares stacks(
      ConeResults results, String layer, Function<ConeCell, T> type, List<T> types) {
    SortedMap<Integer, List<ConeCell>> trained =
        Measured.byWidth(results.cells(WeightOrigin.TRAINED, layer));
    SortedMap<Integer, List<ConeCell>> random =
        Measured.byWidth(results.cells(WeightOrigin.RANDOM, layer));
    return new StackedShares(
        WIDTH,
        HEIGHT,
        trained.keySet().stream().map(String::valueOf).toList(),
        List.of("T", "R"),
        trained.keySet().stream()
            .map(
                width ->
                    List.of(
                        shares(trained.get(width), type, types),
                        shares(random.getOrDefault(width, List.of()), type, types)))
            .toList());
  }

  private static <T> double[] shares(
      List<ConeCell> cells, Function<ConeCell, T> type, List<T> types) {
    List<T> known =
        cells.stream()
            .filter(cell -> cell.type().isKnown())
            .map(type)
            .filter(types::contains)
            .toList();
    return types.stream()
        .mapToDouble(one -> (double) Collections.frequency(known, one) / known.size())
        .toArray();
  }

  /**
   * How finely a layer tells wavelengths apart, tight and wide bottlenecks, trained and random,
   * beside people.
   */
  public static Figure hueDiscrimination(HueResults results, String layer) {
    HueChart chart =
        new HueChart(
            HumanHues.ALL.stream().mapToDouble(HumanHues::wavelength).toArray(),
            List.of(
                hues("trained", WeightOrigin.TRAINED, results, layer),
                hues("random", WeightOrigin.RANDOM, results, layer)));
    return new Figure(
            "figure-12-hue-discrimination",
            "Telling wavelengths apart in " + LayerNames.of(layer),
            "How fast the responses of all cells behind the ReLU change with the wavelength, mean over"
                + " networks, beside people's 1 / threshold (Bedford and Wyszecki 1958, digitised by the"
                + " companion study) and what red, green and blue levels of the stimuli give by"
                + " themselves.",
            chart.grid(),
            ResultTable.of(chart.points()),
            results.provenance())
        .over(
            results.networks().stream()
                .filter(one -> one.value().weights() == WeightOrigin.TRAINED)
                .count(),
            "trained network");
  }

  private static HueChart.Kind hues(
      String heading, WeightOrigin weights, HueResults results, String layer) {
    List<HueChart.Line> lines = new ArrayList<>();
    for (HueGroup group : HueGroup.values()) {
      double[] curve = HueAgreement.meanCurve(results.curves(weights, layer, group));
      lines.add(new HueChart.Line(group.label(), curve, true));
    }
    lines.add(new HueChart.Line("people", HumanHues.curve(), false));
    lines.add(
        new HueChart.Line("pixels", HueAgreement.meanCurve(List.of(HueCurves.ofPixels())), false));
    return new HueChart.Kind(heading, lines);
  }
}
