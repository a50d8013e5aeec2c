package org.opponency.report;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import org.opponency.claims.Published;
import org.opponency.evaluation.Comparison;
import org.opponency.report.chart.CalibrationCharts;
import org.opponency.report.chart.CategoryDots;
import org.opponency.report.chart.CategoryPoint;
import org.opponency.report.chart.Reference;
import org.opponency.report.chart.ReliabilityPoint;
import org.opponency.report.chart.ResponseRatePoint;
import org.opponency.report.chart.WidthChart;
import org.opponency.report.draw.ValueAxis;
import org.opponency.report.table.ResultTable;
import org.opponency.study.Provenance;
import org.opponency.study.Scale;
import org.opponency.study.analysis.ModelPredictions;

/** The figures of what networks decide, the paper's numbers beside ours where there are any. */
public final class BehaviourFigures {
  private BehaviourFigures() {}

  /**
   * Figure 4: shape bias by width.
   *
   * @param ours of each network; those of width 0 are the reference line
   */
  public static Figure shapeBias(Comparison ours, Provenance provenance) {
    return besidePublished(
        "figure-04-shape-bias",
        "Shape bias by bottleneck width",
        "Shape decisions among shape and texture decisions on cue-conflict stimuli",
        ours,
        Published.shapeBias(),
        provenance);
  }

  /** Figure 6: accuracy on natural adversarial examples by width. */
  public static Figure naturalAdversarial(Comparison ours, Provenance provenance) {
    return besidePublished(
        "figure-06-natural-adversarial",
        "Natural adversarial examples by bottleneck width",
        "Top-1 accuracy on pictures that another network gets wrong",
        ours,
        Published.imageNetA(),
        provenance);
  }

  /** Figure 11: area under the response rate accuracy curve by width. */
  public static Figure calibration(Comparison ours, Provenance provenance) {
    return besidePublished(
        "figure-11-calibration",
        "Calibration on natural adversarial examples by bottleneck width",
        "Area under the response rate accuracy curve (AURRA)",
        ours,
        Published.aurra(),
        provenance);
  }

  private static Figure besidePublished(
      String stem,
      String title,
      String what,
      Comparison ours,
      Comparison published,
      Provenance provenance) {
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
    static List<PlottedRun> of(Comparison ours, Comparison published) {
      var rows = new ArrayList<PlottedRun>();
      ours.rows().forEach(run -> rows.add(of("ours", run)));
      published.rows().forEach(run -> rows.add(of("published", run)));
      return rows;
    }

    private static PlottedRun of(String source, Comparison.Run run) {
      return new PlottedRun(source, run.width(), run.value(), run.dead());
    }
  }

  /** Shape bias by category, a dot a width. */
  public static Figure shapeBiasByCategory(List<CategoryPoint> points, Provenance provenance) {
    return new Figure(
        "figure-04-categories",
        "Shape bias by category",
        "Shape decisions among shape and texture decisions, by the category of the shape, runs of a"
            + " width taken together. Right: how many decisions that is, of the stimuli shown.",
        new CategoryDots(points),
        ResultTable.of(CategoryPoint.class, points),
        provenance);
  }

  /**
   * A reliability diagram a width, over the predictions of its living networks, in ten bins of
   * equal width.
   */
  public static Figure reliability(List<ModelPredictions> predictions, Provenance provenance) {
    var points = ReliabilityPoint.of(predictions, 10);
    return new Figure(
        "reliability",
        "Reliability on natural adversarial examples",
        "Accuracy over confidence in ten bins, a line a width over all its runs. On the grey line"
            + " confidence is what it promises; below it the network is too sure of itself.",
        CalibrationCharts.reliability(points),
        ResultTable.of(ReliabilityPoint.class, points),
        provenance);
  }

  /** Response rate accuracy curves, a line a width over all its living networks. */
  public static Figure responseRate(List<ModelPredictions> predictions, Provenance provenance) {
    var points = ResponseRatePoint.of(predictions);
    return new Figure(
        "response-rate",
        "Accuracy of the most confident answers",
        "Accuracy over the share of pictures that are answered, the most confident first; a line a"
            + " width, mean over its runs. AURRA is the area under each line.",
        CalibrationCharts.responseRate(points),
        ResultTable.of(ResponseRatePoint.class, points),
        provenance);
  }
}
