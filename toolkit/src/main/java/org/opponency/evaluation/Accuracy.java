package org.opponency.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import org.opponency.io.Fraction;

/**
 * How often a network is right.
 *
 * @param images predictions counted
 * @param skipped images that could not be read
 * @param top1 fraction whose decision is the true class; NaN without images
 * @param top1Interval Wilson's interval of it
 * @param top5 fraction whose true class is among the five most probable; NaN without images
 * @param top5Interval Wilson's interval of it
 */
public record Accuracy(
    int images,
    int skipped,
    @Fraction double top1,
    @Fraction Interval top1Interval,
    @Fraction double top5,
    @Fraction Interval top5Interval) {
  /** Accuracy on the images of one class. */
  public record OfClass(String name, Accuracy accuracy) {}

  /** Accuracy of all that a network says of a set. */
  public static Accuracy of(Predictions predictions) {
    return of(predictions.rows(), predictions.skipped().size());
  }

  /** Accuracy of some predictions. */
  public static Accuracy of(List<Prediction> predictions) {
    return of(predictions, 0);
  }

  private static Accuracy of(List<Prediction> predictions, int skipped) {
    int n = predictions.size();
    long top1 = predictions.stream().filter(Prediction::correct).count();
    long top5 = predictions.stream().filter(Prediction::correctInTop).count();
    return new Accuracy(
        n,
        skipped,
        (double) top1 / n,
        Interval.ofShare(top1, n),
        (double) top5 / n,
        Interval.ofShare(top5, n));
  }

  /**
   * Accuracy class by class.
   *
   * @param classes names in label order, one a row of the result
   */
  public static List<OfClass> byClass(List<Prediction> predictions, List<String> classes) {
    return IntStream.range(0, classes.size())
        .mapToObj(
            label -> {
              var own = predictions.stream().filter(p -> p.label() == label).toList();
              return new OfClass(classes.get(label), of(own));
            })
        .toList();
  }
}
