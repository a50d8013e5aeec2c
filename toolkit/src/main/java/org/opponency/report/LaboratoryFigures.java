package org.opponency.report;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.ErrorAgreement;
import org.opponency.io.ShownAs;
import org.opponency.physiology.OpponencyReading;
import org.opponency.report.chart.Reference;
import org.opponency.report.chart.SurgeryChart;
import org.opponency.report.chart.WidthChart;
import org.opponency.report.chart.WidthWords;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.report.draw.ValueAxis;
import org.opponency.report.table.ResultTable;
import org.opponency.study.laboratory.HumanLikeness;
import org.opponency.study.laboratory.HumanResults;
import org.opponency.study.laboratory.SurgeryMean;
import org.opponency.study.laboratory.SurgeryResults;
import org.opponency.surgery.CellGroup;
import org.opponency.surgery.Operation;

/** The figures of what instruments show of whole networks: beside people, and under surgery. */
public final class LaboratoryFigures {
  /** Probabilities are read as float32: a smaller change of one near 1 is not seen. */
  private static final double FLOAT_STEP = Math.ulp(1f) / 2;

  private LaboratoryFigures() {}

  /** Shape bias and error consistency with people, by width; the data have every pair. */
  public static Figure humans(HumanResults results) {
    ByWidth kappa =
        ByWidth.of(
                "error consistency with people",
                ShownAs.NUMBER,
                results.networks(),
                HumanLikeness::kappa)
            .known();
    ByWidth bias = ByWidth.of("shape bias", results.networks(), HumanLikeness::shapeBias).known();
    List<ErrorAgreement> ceiling = results.ceiling();
    List<ErrorAgreement> pairs = new ArrayList<>(results.agreement());
    pairs.addAll(ceiling);
    int people = results.people().names().size();
    return new Figure(
            "figure-12-humans",
            "Networks and people on the same stimuli",
            format(
                "Left, shape bias. Right, Cohen's kappa of naming the shape or not, mean over the %d"
                    + " people who saw the same cue conflicts (Geirhos et al. 2019): 0 where network"
                    + " and person agree no more than their accuracies make them. Dashed: the mean"
                    + " over the %d pairs of people, as far as a network could come. Stimuli whose"
                    + " shape and texture agree, or cannot be answered, are left out; %d networks"
                    + " have no kappa, and no dot.",
                people, ceiling.size(), results.networks().size() - kappa.rows().size()),
            TileGrid.of(
                List.of(
                    new Tile("shape bias", bias(bias, results.together().fraction())),
                    new Tile("error consistency", kappa(kappa, ErrorAgreement.meanKappa(ceiling)))),
                2),
            ResultTable.of(ErrorAgreement.class, pairs),
            results.provenance())
        .over(people, "observer")
        .over(results.networks().size(), "network")
        .finding(WidthWords.of(kappa.withRetina()));
  }

  private static Drawing bias(ByWidth runs, double people) {
    return chart(runs, ValueAxis.percent("shape bias"), Reference.above("people", people));
  }

  private static Drawing kappa(ByWidth runs, double people) {
    return chart(runs, ValueAxis.number("kappa with people"), Reference.of("among people", people));
  }

  private static Drawing chart(ByWidth runs, ValueAxis axis, Reference people) {
    List<Reference> references = new ArrayList<>(Reference.withoutRetina(runs));
    references.add(people);
    return WidthChart.alone(runs.withRetina(), axis, references);
  }

  /** What operations on classes of cells change, beside the same of random cells. */
  public static Figure surgery(SurgeryResults results) {
    List<SurgeryMean> means = results.means();
    boolean oneDraw = results.shams() == 1;
    return new Figure(
            "figure-12-surgery",
            "What the cells of Retina-2 are for",
            "Change of what networks do when the cells of a class are silenced, shuffled (each map's"
                + " places permuted, alike for all pictures) or made linear (their best linear filter"
                + " of the pixels before the ReLU): means over the living networks that have cells of"
                + " the class. Cells are opponent to colour or luminance by the paper's words"
                + format(
                    " (\"%s\" in figure 2), not by the authors' code;",
                    OpponencyReading.CROSSES.label())
                + " spatially, where gratings excite and inhibit them. Grey strokes: the same"
                + " operation on as many cells drawn at random, "
                + (oneDraw
                    ? "one draw of random cells a network, no distribution"
                    : "mean over several draws")
                + "; none where all cells are of the class. Probabilities: half the summed"
                + " difference of all classes' from those before. Under attack: accuracy by one step"
                + " of the fast gradient sign method. A rotation of the cells' space that is undone behind"
                + format(
                    " the bottleneck changes no class probability by more than %.0e.",
                    Math.max(FLOAT_STEP, results.rotation()))
                + " Bottlenecks of one and two cells are left out: too few to draw others from;"
                + " other widths that are not shown, for time. Each network: "
                + sizes(results)
                + ".",
            SurgeryChart.grid(means),
            ResultTable.of(SurgeryMean.class, means),
            results.provenance())
        .over(results.networks().size(), "network")
        .finding(oneDraw ? "" : finding(means));
  }

  /** How many pictures and shams there were: the last words of the protocol. */
  private static String sizes(SurgeryResults results) {
    return results.provenance().protocol().replaceFirst(".*; ", "");
  }

  /** The class whose loss costs most beyond its sham, where it is told: no matter of one draw. */
  private static String finding(List<SurgeryMean> means) {
    return means.stream()
        .filter(mean -> mean.operation().equals(Operation.SILENCED.label()))
        .filter(mean -> !Double.isNaN(mean.accuracy() - mean.accuracySham()))
        .min(Comparator.comparingDouble(mean -> mean.accuracy() - mean.accuracySham()))
        .map(
            mean ->
                format(
                    "Of %d classes, most beyond its sham costs silencing the %s cells at width %d:"
                        + " accuracy changes by %.1f points, that of random cells by %.1f.",
                    CellGroup.values().length,
                    mean.group(),
                    mean.width(),
                    100 * mean.accuracy(),
                    100 * mean.accuracySham()))
        .orElse("No class has a sham to be held against.");
  }
}
