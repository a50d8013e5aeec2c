package org.opponency.report;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.opponency.evaluation.ByWidth;
import org.opponency.physiology.picture.EffectiveField;
import org.opponency.report.chart.FieldCharts;
import org.opponency.report.chart.LayerNames;
import org.opponency.report.chart.WidthPair;
import org.opponency.report.chart.WidthWords;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.report.draw.ValueAxis;
import org.opponency.report.table.ResultTable;
import org.opponency.study.laboratory.EffectiveFieldResults;
import org.opponency.study.laboratory.LinearityCell;
import org.opponency.study.laboratory.LinearityResults;
import org.opponency.study.results.WeightOrigin;

/** The figures of what pictures tell of cells: how linear they are, and what moves them. */
public final class PictureFigures {
  private static final ValueAxis R2 = ValueAxis.percent("R²");

  private PictureFigures() {}

  /** Lindsey's measures of a layer by width, random weights beside them. */
  public static Figure linearity(LinearityResults trained, LinearityResults random, String layer) {
    ByWidth goodness = trained.goodness(layer);
    ByWidth byChance = random.goodness(layer);
    return new Figure(
            "figure-12-linearity",
            "How linear and how oriented cells in " + LayerNames.of(layer) + " are",
            "Above: R² on held-out pictures of a ridge regression from the pixels in a cell's field to"
                + " its response before the ReLU, then behind it. Below: how well the bar orthogonal to"
                + " the best one fits the receptive field, of the best (100 %: no orientation; Lindsey"
                + " et al. 2019). Mean over the cells of a network; mean (bar across) and standard"
                + " deviation over n runs. Right: the same networks with random weights.",
            WidthPair.below(
                List.of(
                    WidthPair.withRandom("linearity before the ReLU", goodness, byChance, R2),
                    WidthPair.withRandom(
                        "linearity behind the ReLU",
                        trained.rectified(layer),
                        random.rectified(layer),
                        R2),
                    WidthPair.withRandom(
                        "orthogonal over best bar",
                        trained.orthogonal(layer),
                        random.orthogonal(layer),
                        ValueAxis.percent("ratio")))),
            table(trained, layer).beside(WeightOrigin.RANDOM.label(), table(random, layer)),
            trained.provenance().and(random.provenance()))
        .over(trained.networks().size(), "network")
        .over(trained.cells(layer).size(), "cell")
        .over(trained.silent(layer), "silent cell")
        .finding(
            "Trained: " + WidthWords.of(goodness) + " Random weights: " + WidthWords.of(byChance));
  }

  private static ResultTable table(LinearityResults results, String layer) {
    return ResultTable.measured(LinearityCell.class, results.cells(layer)).without("redraws");
  }

  /**
   * Effective fields by stage, trained networks beside the same with random weights.
   *
   * @param results both of them
   */
  public static Figure effectiveFields(EffectiveFieldResults results) {
    return new Figure(
            "figure-12-effective-fields",
            "How much of a picture moves the cells of each stage",
            "Gradients of responses before the ReLU at validation pictures, each shown to another"
                + " cell of the stage (Luo et al. 2016). Above: the radius that holds half and 90 % of"
                + " their energy, and the pixels that take part, a line a bottleneck width, mean over its"
                + " runs; grey: random weights of all widths. Below: the gradient for grey light by its distance from"
                + " the middle, as a share of its sum of sizes: below zero the surround opposes the"
                + " middle. R1, R2: retinal convolutions; C1: first convolution of the ResNet; S1 to S4:"
                + " outputs of its stages.",
            TileGrid.of(
                List.of(
                    new Tile(
                        "",
                        FieldCharts.growth(
                            results,
                            List.of("radius of half", "radius of 90 %", "pixels that take part"),
                            List.<ToDoubleFunction<EffectiveField>>of(
                                EffectiveField::halfRadius,
                                EffectiveField::radius,
                                EffectiveField::area))),
                    new Tile("", FieldCharts.profiles(results))),
                1),
            ResultTable.of(results.rows()).without("redraws"),
            results.provenance())
        .over(results.of(WeightOrigin.TRAINED).size(), "trained network")
        .finding(finding(results));
  }

  private static String finding(EffectiveFieldResults results) {
    String last = results.layers().get(results.layers().size() - 1);
    return WidthWords.of(
        results.of(
            WeightOrigin.TRAINED,
            last,
            format("radius of 90 %% in %s, trained,", LayerNames.of(last)),
            EffectiveField::radius));
  }
}
