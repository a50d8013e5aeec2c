package org.opponency.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
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
  private static final int HEIGHT = 229;
  private static final List<String> PREFERENCES =
      Stream.of(Preference.COLOUR, Preference.COLOUR_LUMINANCE, Preference.LUMINANCE)
          .map(Preference::label)
          .toList();
  private static final List<String> CLASSES =
      Stream.of(
              ConeClass.CONE_OPPONENT, ConeClass.BOTH, ConeClass.S_OPPONENT, ConeClass.NON_OPPONENT)
          .map(ConeClass::label)
          .toList();

  private ConeFigures() {}

  /**
   * Cone weights of a layer's cells, of trained networks and of the same with random weights.
   *
   * @param results both of them
   */
  public static Figure weights(ConeResults results, String layer) {
    List<Measured<ConeCell>> trained = results.cells(WeightOrigin.TRAINED, layer);
    List<Measured<ConeCell>> random = results.cells(WeightOrigin.RANDOM, layer);
    List<Measured<ConeCell>> shown = known(trained);
    return new Figure(
            "figure-12-cone-weights",
            "Cone weights in " + LayerNames.of(layer),
            "A mark a cell: how its response to full fields about mid-grey depends on the contrasts"
                + " of L, M and S cones, scaled so that |L| + |M| + |S| = 1. On the rim S has no"
                + " part. Upper left and lower right: L against M. Left out: silent cells, those whose"
                + " responses the weights explain by less than half, and dead networks.",
            new TileGrid(
                List.of(
                    new Tile("trained", diamond(shown)),
                    new Tile("random", diamond(known(random)))),
                2,
                ConeDiamond.legend(widths(trained))),
            ResultTable.measured(
                ConeCell.class, Stream.concat(trained.stream(), random.stream()).toList()),
            results.provenance())
        .over(networks(shown), "trained network")
        .over(shown.size(), "trained cell")
        .over(known(random).size(), "random cell");
  }

  private static ConeDiamond diamond(List<Measured<ConeCell>> cells) {
    return new ConeDiamond(
        DIAMOND, cells.stream().map(cell -> cell.map(ConeCell::fields)).toList());
  }

  /** The cells whose cone weights say what they are. */
  private static List<Measured<ConeCell>> known(List<Measured<ConeCell>> cells) {
    return cells.stream().filter(cell -> cell.value().type().isKnown()).toList();
  }

  private static List<Integer> widths(List<Measured<ConeCell>> cells) {
    return cells.stream().map(Measured::width).distinct().sorted().toList();
  }

  private static long networks(List<Measured<ConeCell>> cells) {
    return cells.stream().map(Measured::network).distinct().count();
  }

  /** Classes by cone weights and by colour against luminance, by width, beside random weights. */
  public static Figure classes(ConeResults results, String layer) {
    List<StackedShares.Part> weights =
        parts("cone weights", CLASSES, cell -> cell.type().label(), results, layer);
    List<StackedShares.Part> preferences =
        parts(
            "colour and luminance",
            PREFERENCES,
            cell -> cell.preference().type().label(),
            results,
            layer);
    List<Measured<ConeCell>> shown =
        results.cells(WeightOrigin.TRAINED, layer).stream()
            .filter(cell -> isShown(cell.value()))
            .toList();
    return new Figure(
            "figure-12-colour-and-luminance",
            "Cones, colour and luminance in " + LayerNames.of(layer),
            "Shares of cells by bottleneck width: trained networks (T) and the same with random"
                + " weights (R), below each bar the number of its cells. Above, of the cells that"
                + " are neither silent nor far from linear in the cones, by the signs of cone"
                + " weights. Below, of all cells that answer gratings, by the best response to red"
                + " and green of one luminance over the best to light and dark of the same cone"
                + " contrast: above 2 colour, below 0.5 luminance (Johnson, Hawken and Shapley"
                + " 2001). Single points with random weights on red, green and blue: 92 % set L"
                + " against M, 83 % are colour, 4 % luminance.",
            TileGrid.of(
                List.of(
                    tile("by cone weights", weights), tile("by colour and luminance", preferences)),
                1),
            ResultTable.of(
                StackedShares.Part.class,
                Stream.concat(weights.stream(), preferences.stream()).toList()),
            results.provenance())
        .over(networks(shown), "trained network")
        .over(shown.size(), "trained cell");
  }

  /** Whether it is in one of the panels. */
  private static boolean isShown(ConeCell cell) {
    return cell.type().isKnown() || cell.preference().type() != Preference.SILENT;
  }

  private static Tile tile(String heading, List<StackedShares.Part> parts) {
    StackedShares shares = new StackedShares(WIDTH, HEIGHT, parts);
    return new Tile(heading, new TileGrid(List.of(new Tile("", shares)), 1, shares.legend()));
  }

  /** Of the cells of the classes; those of others are left out. */
  private static List<StackedShares.Part> parts(
      String by,
      List<String> classes,
      Function<ConeCell, String> type,
      ConeResults results,
      String layer) {
    List<StackedShares.Part> parts = new ArrayList<>();
    for (int width : widths(results.cells(WeightOrigin.TRAINED, layer))) {
      for (WeightOrigin networks : WeightOrigin.values()) {
        List<String> own =
            results.cells(networks, layer).stream()
                .filter(cell -> cell.width() == width)
                .map(cell -> type.apply(cell.value()))
                .filter(classes::contains)
                .toList();
        for (String one : classes) {
          double share = (double) Collections.frequency(own, one) / own.size();
          parts.add(new StackedShares.Part(by, networks, width, own.size(), one, share));
        }
      }
    }
    return parts;
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
                + " the networks that answer, beside people's 1 / threshold (Bedford and Wyszecki"
                + " 1958, digitised by the companion study) and what red, green and blue levels of"
                + " the stimuli give by themselves.",
            chart.grid(),
            ResultTable.of(chart.points()),
            results.provenance())
        .over(answering(results, layer), "trained network");
  }

  /** The networks behind the lines of trained ones: not all widths, and none that is silent. */
  private static long answering(HueResults results, String layer) {
    return Stream.of(HueGroup.values())
        .flatMap(group -> results.curves(WeightOrigin.TRAINED, layer, group).stream())
        .filter(curves -> DoubleStream.of(curves.sensitivity()).sum() > 0)
        .count();
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
