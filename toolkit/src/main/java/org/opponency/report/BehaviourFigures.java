package org.opponency.report;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import org.opponency.claims.Published;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.report.chart.CalibrationCharts;
import org.opponency.report.chart.CategoryDots;
import org.opponency.report.chart.Reference;
import org.opponency.report.chart.WidthChart;
import org.opponency.report.chart.WidthPair;
import org.opponency.report.chart.WidthWords;
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

  /** Shape bias of torchvision's ResNet-50 by the paper's protocol (the paper, Figure 4). */
  private static final Reference TORCHVISION_SHAPE = Reference.of("torchvision ResNet-50", 0.222);

  /**
   * Human observers on the same stimuli (Geirhos et al. 2019, section 3.1), all trials together.
   */
  private static final Reference HUMANS =
      Reference.above("human observers", Published.humanShapeBias().fraction());

  /** Classes that ImageNet-A's pictures are decided among. */
  private static final int IMAGENET_A_CLASSES = 200;

  /** Figure 4: shape bias by width; the networks without a retina are the reference line. */
  public static Figure shapeBias(ShapeBiasResults ours) {
    return besidePublished(
            "figure-04-shape-bias",
            "Shape bias by bottleneck width",
            "Shape decisions among shape and texture decisions on cue-conflict stimuli",
            "",
            "shape bias",
            Quantity.SHAPE_BIAS,
            ours,
            List.of(),
            List.of(TORCHVISION_SHAPE, HUMANS))
        .over(ours.decisions().get(0).value().size(), "picture")
        .over(ours.networks().size(), "network");
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
            results.provenance())
        .over(results.networks().get(0).value().stimuli(), "picture")
        .over(shares.get(0).withRetina().known().rows().size(), "network");
  }

  /** Figure 6: accuracy on natural adversarial examples by width. */
  public static Figure naturalAdversarial(NaturalAdversarialResults ours) {
    return hard(
        "figure-06-natural-adversarial",
        "Natural adversarial examples by bottleneck width",
        "Top-1 accuracy on pictures that another network gets wrong",
        "accuracy",
        Quantity.NATURAL_ADVERSARIAL,
        ours);
  }

  /** Figure 11: area under the response rate accuracy curve by width. */
  public static Figure calibration(NaturalAdversarialResults ours) {
    return hard(
        "figure-11-calibration",
        "Calibration on natural adversarial examples by bottleneck width",
        "Area under the response rate accuracy curve (AURRA)",
        "AURRA",
        Quantity.AURRA,
        ours);
  }

  private static Figure hard(
      String stem,
      String title,
      String what,
      String axis,
      Quantity quantity,
      NaturalAdversarialResults ours) {
    return besidePublished(
            stem,
            title,
            what,
            " Dotted: what guessing among the classes gives. The pictures were kept because"
                + " another network gets them wrong: networks like it do worse on them than on"
                + " others.",
            axis,
            quantity,
            ours,
            List.of(Reference.chance(1.0 / ours.images().classes().size())),
            List.of(Reference.chance(1.0 / IMAGENET_A_CLASSES)))
        .over(ours.images().size(), "picture")
        .over(ours.networks().size(), "network");
  }

  private static Figure besidePublished(
      String stem,
      String title,
      String what,
      String more,
      String axis,
      Quantity quantity,
      Results<?> results,
      List<Reference> beside,
      List<Reference> besidePublished) {
    ByWidth ours = quantity.of(results);
    ByWidth published = quantity.published().orElseThrow();
    Provenance provenance = results.provenance();
    boolean sameData = provenance.scale() == Scale.PAPER;
    String mine = "ours: " + provenance.data().name();
    var references = new ArrayList<>(Reference.withoutRetina(ours));
    references.addAll(beside);
    return new Figure(
            stem,
            title,
            what
                + ": mean (bar across) and standard deviation over n runs, each run as a dot. "
                + warning(sameData, provenance)
                + more
                + " The paper's authors drew bars from zero with bootstrapped 95 % intervals.",
            new WidthPair(
                    "",
                    new WidthPair.Side(mine, "ours", ours.withRetina(), references),
                    new WidthPair.Side(
                        "published: ImageNet ResNet-50", "published", published, besidePublished),
                    ValueAxis.percent(axis),
                    sameData)
                .grid(),
            ResultTable.of(PlottedRun.of(ours, published)),
            provenance)
        .finding(WidthWords.of(ours.withRetina()) + " " + WidthWords.of(published));
  }

  private static String warning(boolean sameData, Provenance provenance) {
    return sameData
        ? "Left ours, right the numbers published with the paper's code, on one scale."
        : format(
            "Left ours on %s, right the numbers published with the paper's code, for ImageNet: networks and data differ, so compare directions, not heights. Both axes span as much, and two strokes mark one that does not begin at zero.",
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
                + " width taken together, most shape-biased category first. A line joins the"
                + " smallest width (circle) and the largest (large square); small squares are the"
                + " widths between, diamonds the networks without a retina; those of a category"
                + " stand a little below each other by width. Dashed: as many decisions for shape"
                + " as for texture. Right: how many decisions that is, of those that count: on"
                + " stimuli whose shape and texture differ and are both classes of the networks; no"
                + " class: there are none.",
            new CategoryDots(points),
            ResultTable.of(CategoryPoint.class, points),
            results.provenance())
        .over(results.decisions().get(0).value().size(), "picture")
        .over(results.networks().size(), "network");
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
            "Accuracy over confidence in ten bins, a line a width over all its runs. On the dashed line"
                + " networks are as sure as they are right; below it they are too sure. Bins of fewer"
                + " than "
                + CalibrationCharts.FEW
                + " predictions are pale and not joined.",
            CalibrationCharts.reliability(points),
            ResultTable.of(ReliabilityPoint.class, points),
            results.provenance())
        .over(results.images().size(), "picture")
        .over(results.networks().size(), "network");
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
            results.provenance())
        .over(results.images().size(), "picture")
        .over(results.networks().size(), "network");
  }
}
