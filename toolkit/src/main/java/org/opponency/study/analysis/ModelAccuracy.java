package org.opponency.study.analysis;

import java.util.List;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.Accuracy;
import org.opponency.evaluation.Comparison;
import org.opponency.evaluation.Interval;
import org.opponency.evaluation.Predictions;
import org.opponency.study.ModelRun;

/**
 * Accuracy of one trained network on the validation images.
 *
 * @param model its name
 * @param width N_BN; 0 without a retina
 * @param run counted from 0
 * @param redraws seeds given up before because their bottleneck was dead
 * @param dead whether its bottleneck is dead, which keeps it out of every mean
 * @param images validation images counted
 * @param skipped validation images that could not be read
 * @param top1 fraction
 * @param top1Interval Wilson's interval of it
 * @param top5 fraction
 * @param top5Interval Wilson's interval of it
 */
public record ModelAccuracy(
    String model,
    int width,
    int run,
    int redraws,
    boolean dead,
    int images,
    int skipped,
    double top1,
    Interval top1Interval,
    double top5,
    Interval top5Interval) {
  public static ModelAccuracy of(ModelRun model, Predictions predictions) {
    Accuracy accuracy = Accuracy.of(predictions.rows());
    return new ModelAccuracy(
        model.name(),
        model.width(),
        model.run(),
        model.redraws(),
        model.dead(),
        accuracy.images(),
        predictions.skipped().size(),
        accuracy.top1(),
        accuracy.top1Interval(),
        accuracy.top5(),
        accuracy.top5Interval());
  }

  /** Top-1 accuracy by width. */
  public static Comparison comparison(List<ModelAccuracy> rows) {
    return Comparison.of(
        Quantity.ACCURACY.title(),
        rows,
        ModelAccuracy::width,
        ModelAccuracy::top1,
        ModelAccuracy::dead);
  }
}
