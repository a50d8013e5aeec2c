package org.opponency.report;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.opponency.claims.PublishedLearning;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.images.ImageSet;
import org.opponency.images.RgbImage;
import org.opponency.models.LayerSummary;
import org.opponency.report.chart.ArchitectureDiagram;
import org.opponency.report.chart.CurvePoint;
import org.opponency.report.chart.LearningCurves;
import org.opponency.report.chart.Reference;
import org.opponency.report.chart.StepsChart;
import org.opponency.report.chart.WidthChart;
import org.opponency.report.chart.WidthWords;
import org.opponency.report.draw.ValueAxis;
import org.opponency.report.table.ResultTable;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.AccuracyResults;
import org.opponency.study.results.ColourResults;
import org.opponency.study.results.ColourStep;
import org.opponency.study.results.ColourVerdict;
import org.opponency.study.results.TrainingResults;

/** The figures of the notebooks, each from the records that hold its numbers. */
public final class Figures {
  /** Top-1 accuracy of torchvision's ResNet-50 (IMAGENET1K_V1 weights; pytorch.org/vision). */
  public static final Reference TORCHVISION = Reference.of("torchvision ResNet-50", 0.7615);

  private Figures() {}

  /**
   * Figure 1: the network, its layers as slabs.
   *
   * @param input the picture shown to it, as large as the network takes it
   * @param layers those of its layers that are drawn, in order, none inside another
   * @param parameters of the whole network
   */
  public static Figure architecture(
      RgbImage input, List<LayerSummary> layers, long parameters, Provenance provenance) {
    return new Figure(
            "figure-01-architecture",
            "The anatomically constrained network",
            "The retina's second convolution is the bottleneck. Slabs are feature maps: their height"
                + " follows the logarithm of the map's size, their thickness the square root of its"
                + " channels; a vector is a bar. Sums count the layers that are not drawn, too.",
            ArchitectureDiagram.of(input, layers, parameters),
            ResultTable.of(LayerSummary.class, layers),
            provenance.about(Scale.PAPER, network(input), "no data, nothing trained"))
        .over(parameters, "parameter")
        .finding(
            layers.stream()
                .map(Figures::inWords)
                .collect(Collectors.joining("; ", "Layers: ", ".")));
  }

  /** Not the study's, which may be smaller. */
  private static Provenance.Data network(RgbImage input) {
    String name = format("network for pictures of %d px, untrained", input.height());
    return new Provenance.Data(name, "none");
  }

  private static String inWords(LayerSummary layer) {
    String shape =
        LongStream.of(layer.outputShape())
            .mapToObj(Long::toString)
            .collect(Collectors.joining(" × "));
    return format("%s, %s, %s", layer.name(), layer.kind(), shape);
  }

  /**
   * The first pictures of a set, ten a row.
   *
   * @param count at most so many
   */
  public static Figure pictures(ImageSet images, int count, Provenance provenance) {
    var indices = IntStream.range(0, Math.min(count, images.size()));
    var shown = indices.boxed().toList();
    var rows =
        shown.stream()
            .map(i -> new ShownPicture(images.id(i), images.classes().get(images.label(i))))
            .toList();
    return new Figure(
            "pictures",
            "Validation pictures",
            format("The first %d pictures of %s.", rows.size(), images.name()),
            ContactSheet.of(shown.stream().map(images::image).toList())
                .captions(rows.stream().map(ShownPicture::className).toList())
                .columns(10)
                .interpolated(),
            ResultTable.of(ShownPicture.class, rows),
            provenance)
        .over(rows.size(), "picture");
  }

  /** Whether a cell of width 1 codes luminance because colour tells little, and what follows. */
  public static Figure colourDiagnosticity(ColourResults results) {
    List<String> findings = results.verdicts().stream().map(Figures::words).toList();
    List<ColourStep> steps = results.steps();
    return new Figure(
            ColourResults.STEM,
            "Width 1 in worlds whose colours tell less and less",
            "Cells of Retina-2 of networks of width 1, one a network, trained on Orchard with wider"
                + " hues and less saturation from left to right: how many cross their baseline, how"
                + " many have a positive one, and how much of their field's energy is on the grey"
                + " axis (R = G = B), over the share of the pixels' variance on that axis. A point"
                + " is of "
                + range(steps.stream().mapToLong(ColourStep::networks))
                + " networks; 95 % intervals, Wilson's of shares of cells and Student's of the mean"
                + " energy. A field whose channels have nothing to do with each other has a third"
                + " of its energy there. For the paper's explanation (d is Somers', p corrected for"
                + " eight tests): "
                + String.join("; ", findings)
                + ".",
            new StepsChart(steps).grid(),
            ResultTable.of(results.trials()),
            results.provenance())
        .over(steps.stream().mapToLong(ColourStep::networks).sum(), "network");
  }

  /** Such as {@code 4 to 15}, or {@code 8} where all are alike. */
  static String range(LongStream numbers) {
    LongSummaryStatistics all = numbers.summaryStatistics();
    if (all.getCount() == 0) {
      return "0";
    }
    return all.getMin() == all.getMax()
        ? format("%,d", all.getMin())
        : format("%,d to %,d", all.getMin(), all.getMax());
  }

  private static String words(ColourVerdict verdict) {
    return format(
        "%s: %s (the energy on the grey axis rises, d = %.2f, p = %.2g; crossing falls, d = %.2f, p = %.2g)",
        verdict.normalised() ? "pixels normalised" : "pixels in [0, 1]",
        switch (verdict.finding()) {
          case SUPPORTS -> "supported";
          case CONTRADICTS -> "contradicted";
          case WEIGHT_ONLY -> "supported by the fields alone";
          case UNDECIDED -> "not decided";
        },
        verdict.weightEffect(),
        verdict.weightP(),
        verdict.crossingEffect(),
        verdict.crossingP());
  }

  /**
   * Training loss over steps, a panel a width; runs of width {@link BottleneckWidth#NO_RETINA} are
   * the reference.
   */
  public static Figure lossCurves(TrainingResults results) {
    List<CurvePoint> points = CurvePoint.of(results.models());
    return new Figure(
            "training-loss",
            "Training loss by bottleneck width",
            "Cross-entropy in nats over training steps, a line a run.",
            new LearningCurves(points, CurvePoint::loss, ValueAxis.number("training loss (nats)"))
                .grid(),
            ResultTable.of(points),
            results.provenance())
        .over(results.models().size(), "network");
  }

  /**
   * Accuracy over steps, a panel a width; runs of width {@link BottleneckWidth#NO_RETINA} are the
   * reference.
   */
  public static Figure accuracyCurves(TrainingResults results) {
    List<CurvePoint> points = CurvePoint.of(results.models());
    return new Figure(
            "training-accuracy",
            "Training accuracy by bottleneck width",
            "Top-1 accuracy over training steps, a line a run.",
            new LearningCurves(points, CurvePoint::accuracy, ValueAxis.percent("training accuracy"))
                .grid(),
            ResultTable.of(points),
            results.provenance())
        .over(results.models().size(), "network");
  }

  /**
   * Accuracy of the CIFAR-10 networks on the test images after each epoch, beside the authors' ten
   * of their width and depth.
   */
  public static Figure cifar10Learning(TrainingResults results) {
    List<Measured<PublishedLearning.Beside>> rows = PublishedLearning.beside(results);
    List<CurvePoint> points = CurvePoint.ofValidation(results.models());
    List<PublishedLearning.Band> bands = PublishedLearning.of(results);
    long inside = rows.stream().filter(row -> row.value().inside()).count();
    return new Figure(
            "figure-10-cifar10-learning",
            "How the CIFAR-10 networks learn, ours and the authors'",
            "Top-1 accuracy on the test images after each epoch, a line a run of ours; the band"
                + " holds all ten runs of the authors (Harris et al. 2019, 2020) of the same width"
                + " and ventral depth.",
            new LearningCurves(
                    points, CurvePoint::accuracy, ValueAxis.percent("accuracy"), "epoch", bands)
                .grid(),
            ResultTable.of(rows),
            results.provenance())
        .over(results.models().size(), "network")
        .finding(
            format(
                "%d of the %d epochs of our networks are within the range of the authors' ten.",
                inside, rows.size()));
  }

  /**
   * Figure 5: accuracy by width, mean and s.d. over the runs that are alive; dead ones are drawn
   * but not averaged. The line across is torchvision's ResNet-50 at paper scale (dashed) and the
   * mean of the networks without a retina elsewhere (thick, grey).
   */
  public static Figure accuracy(AccuracyResults results) {
    ByWidth runs = Quantity.ACCURACY.of(results);
    List<Reference> references =
        results.provenance().scale() == Scale.PAPER
            ? List.of(TORCHVISION)
            : Reference.withoutRetina(runs);
    return new Figure(
            "figure-05-accuracy",
            "Accuracy by bottleneck width",
            "Top-1 accuracy on the validation set: mean (bar across) and standard deviation over n"
                + " runs, and each run as a dot about its width; runs far from the others, if any,"
                + " are named. Two strokes mark an axis that does not begin at zero.",
            WidthChart.alone(runs.withRetina(), ValueAxis.percent(runs.measure()), references),
            ResultTable.of(results.rows()),
            results.provenance())
        .over(results.rows().get(0).value().images(), "picture")
        .over(results.networks().size(), "network")
        .finding(WidthWords.of(runs.withRetina()));
  }
}
