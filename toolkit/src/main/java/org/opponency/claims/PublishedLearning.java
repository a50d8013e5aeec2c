package org.opponency.claims;

import java.util.List;
import java.util.stream.Stream;
import org.opponency.evaluation.Measured;
import org.opponency.io.Csv;
import org.opponency.io.Fraction;
import org.opponency.models.Ventral;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.results.TrainingResults;
import org.opponency.training.EpochLog;

/**
 * How accurate the authors' own CIFAR-10 networks (Harris, Mihai and Hare 2019, 2020) were after
 * each of their twenty epochs: five ventral depths, six widths, ten runs, the whole test set. The
 * file names its source and carries its licence (MIT).
 */
public final class PublishedLearning {
  private static final List<Band> ALL =
      Csv.beside(PublishedLearning.class, "published-learning.csv").rows().stream()
          .map(PublishedLearning::band)
          .toList();

  private PublishedLearning() {}

  /**
   * Accuracy on the test images after an epoch, over the ten runs of a width and ventral depth.
   *
   * @param depth convolutions behind the retina, 0 to 4
   * @param width N_BN
   * @param epoch counted from 1
   * @param lowest of the runs, a fraction
   * @param mean of the runs, a fraction
   * @param highest of the runs, a fraction
   */
  public record Band(int depth, int width, int epoch, double lowest, double mean, double highest) {}

  /**
   * A network of ours after an epoch, beside the authors' ten of its width and depth.
   *
   * @param epoch counted from 1
   * @param accuracy on the test images, a fraction
   * @param lowest of the authors' ten
   * @param mean of the authors' ten
   * @param highest of the authors' ten
   * @param inside whether ours is one that theirs could be: neither below nor above all ten
   */
  public record Beside(
      int epoch,
      @Fraction double accuracy,
      @Fraction double lowest,
      @Fraction double mean,
      @Fraction double highest,
      boolean inside) {
    static Beside of(EpochLog ours, Band theirs) {
      double accuracy = ours.validationAccuracy();
      return new Beside(
          ours.epoch(),
          accuracy,
          theirs.lowest(),
          theirs.mean(),
          theirs.highest(),
          accuracy >= theirs.lowest() && accuracy <= theirs.highest());
    }
  }

  private static Band band(List<String> row) {
    return new Band(
        Integer.parseInt(row.get(0)),
        Integer.parseInt(row.get(1)),
        Integer.parseInt(row.get(2)),
        Double.parseDouble(row.get(3)),
        Double.parseDouble(row.get(4)),
        Double.parseDouble(row.get(5)));
  }

  /** The authors' networks of the depth and widths of some networks, epoch by epoch. */
  public static List<Band> of(TrainingResults networks) {
    return ALL.stream()
        .filter(band -> networks.models().stream().anyMatch(model -> isOf(model, band)))
        .toList();
  }

  /** Every epoch of some networks that the authors' went through, too. */
  public static List<Measured<Beside>> beside(TrainingResults networks) {
    return networks.models().stream().flatMap(PublishedLearning::beside).toList();
  }

  private static Stream<Measured<Beside>> beside(ModelRun model) {
    return model.log().stream()
        .flatMap(
            ours ->
                ALL.stream()
                    .filter(band -> isOf(model, band) && band.epoch() == ours.epoch())
                    .map(theirs -> model.measured(Beside.of(ours, theirs))));
  }

  private static boolean isOf(ModelRun model, Band band) {
    return model.width() == band.width()
        && model.architecture().ventral() instanceof Ventral.Convolutional ventral
        && ventral.depth() == band.depth();
  }
}
