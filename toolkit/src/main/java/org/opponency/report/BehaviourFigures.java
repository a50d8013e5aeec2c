package org.opponency.report;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.report.chart.CalibrationCharts;
import org.opponency.report.chart.CategoryDots;
import org.opponency.report.chart.Reference;
import org.opponency.report.chart.WidthChart;
import org.opponency.report.draw.ValueAxis;
import org.opponency.report.table.ResultTable;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.CategoryPoint;
import org.opponency.study.results.NaturalAdversarialResults;
import org.opponency.study.results.ReliabilityPoint;
import org.opponency.study.results.ResponseRatePoint;
import org.opponency.study.results.Results;
import org.opponency.study.results.ShapeBiasResults;
import org.opponency.study.results.ThreeCueResults;

/** The figures of what networks decide, the paper's numbers beside ours where there are any. */
public final class BehaviourFigures {
  private BehaviourFigures() {}

  /** Figure 4: shape bias by width; the networks without a retina are the reference line. */
  public static Figure shapeBias(ShapeBiasResults ours) {
    return besidePublished(
        "figure-04-shape-bias",
        "Shape bias by bottleneck width",
        "Shape decisions among shape and texture decisions on cue-conflict stimuli",
        Quantity.SHAPE_BIAS,
        ours);
  }

  /** Which of three cues decides, by width: a panel a cue. */
  public static Figure threeCues(ThreeCueResults results) {
    List<ByWidth> shares = results.shares();
    return new Figure(
        "three-cues",
        "Shape, texture and colour against each other",
        "Decisions for each cue among those for any of the three, on pictures whose silhouette,"
            + " surface and colours belong to three different fruits: mean and standard deviation"
            + " over n runs. Without a bias each cue has a third (dashed). The table has the"
            + " networks without a retina as well (width 0).",
        WidthChart.together(
            shares.stream().map(ByWidth::withRetina).toList(),
            ValueAxis.percent("share of decisions"),
            Reference.of("no bias", 1 / 3.0)),
        ResultTable.of(results.rows()),
        results.provenance());
  }

  /** Figure 6: accuracy on natural adversarial examples by width. */
  public static Figure naturalAdversarial(NaturalAdversarialResults ours) {
    return besidePublished(
        "figure-06-natural-adversarial",
        "Natural adversarial examples by bottleneck width",
        "Top-1 accuracy on pictures that another network gets wrong",
        Quantity.NATURAL_ADVERSARIAL,
        ours);
  }

  /** Figure 11: area under the response rate accuracy curve by width. */
  public static Figure calibration(NaturalAdversarialResults ours) {
    return besidePublished(
        "figure-11-calibration",
        "Calibration on natural adversarial examples by bottleneck width",
        "Area under the response rate accuracy curve (AURRA)",
        Quantity.AURRA,
        ours);
  }

  private static Figure besidePublished(
      String stem, String title, String what, Quantity quantity, Results<?> results) {
    ByWidth ours = quantity.of(results);
    ByWidth published = quantity.published().orElseThrow();
    Provenance provenance = results.provenance();
    boolean sameData = provenance.scale() == Scale.PAPER;
    String mine = "ours: " + provenance.data().name();
    return new Figure(
        stem,
        title,
        what + ": mean and standard deviation over n runs. " + warning(sameData, provenance),
        WidthChart.beside(
            ours.withRetina(),
            published,
            ValueAxis.percent(ours.measure()),
            Reference.withoutRetina(ours),
            sameData,
            List.of(mine, "published: ImageNet ResNet-50")),
        ResultTable.of(PlottedRun.of(ours, published)),
        provenance);
  }

  private static String warning(boolean sameData, Provenance provenance) {
    return sameData
        ? "Left ours, right the numbers published with the paper's code, on one scale."
        : format(
            "Left ours on %s, right the numbers published with the paper's code, for ImageNet: networks and data differ, so compare directions, not heights.",
            provenance.data().name());
  }

  /** A run in a figure's data. */
  private record PlottedRun(String source, int width, double value, boolean dead) {
    static List<PlottedRun> of(ByWidth ours, ByWidth published) {
      var rows = new ArrayList<PlottedRun>();
      ours.rows().forEach(run -> rows.add(of("ours", run)));
      published.rows().forEach(run -> rows.add(of("published", run)));
      return rows;
    }

    private static PlottedRun of(String source, Measured<Double> run) {
      return new PlottedRun(source, run.width(), run.value(), run.dead());
    }
  }

  /** Shape bias by category, a dot a width. */
  public static Figure shapeBiasByCategory(ShapeBiasResults results) {
    List<CategoryPoint> points = results.byCategory();
    return new Figure(
        "figure-04-categories",
        "Shape bias by category",
        "Shape decisions among shape and texture decisions, by the category of the shape, runs of a"
            + " width taken together. Right: how many decisions that is, of the stimuli shown.",
        new CategoryDots(points),
        ResultTable.of(CategoryPoint.class, points),
        results.provenance());
  }

  /**
   * A reliability diagram a width, over the predictions of its living networks, in ten bins of
   * equal width.
   */
  public static Figure reliability(NaturalAdversarialResults results) {
    var points = results.reliability(10);
    return new Figure(
        "reliability",
        "Reliability on natural adversarial examples",
        "Accuracy over confidence in ten bins, a line a width over all its runs. On the grey line"
            + " confidence is what it promises; below it the network is too sure of itself.",
        CalibrationCharts.reliability(points),
        ResultTable.of(ReliabilityPoint.class, points),
        results.provenance());
  }

  /** Response rate accuracy curves, a line a width over all its living networks. */
  public static Figure responseRate(NaturalAdversarialResults results) {
    var points = results.responseRate();
    return new Figure(
        "response-rate",
        "Accuracy of the most confident answers",
        "Accuracy over the share of pictures that are answered, the most confident first; a line a"
            + " width, mean over its runs. AURRA is the area under each line.",
        CalibrationCharts.responseRate(points),
        ResultTable.of(ResponseRatePoint.class, points),
        results.provenance());
  }
}
