package org.opponency.study.analysis;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.Calibration;
import org.opponency.evaluation.Comparison;
import org.opponency.evaluation.Interval;
import org.opponency.evaluation.Prediction;
import org.opponency.study.ModelRun;

/**
 * Accuracy and calibration of one trained network on natural adversarial examples.
 *
 * @param model its name
 * @param width N_BN; 0 without a retina
 * @param run counted from 0
 * @param dead whether its bottleneck is dead, which keeps it out of every mean
 * @param top1Interval Wilson's interval of the accuracy
 * @param calibration accuracy and calibration of its predictions
 */
public record ModelCalibration(
    String model,
    int width,
    int run,
    boolean dead,
    Interval top1Interval,
    Calibration calibration) {
  static ModelCalibration of(ModelRun model, List<Prediction> predictions) {
    long right = predictions.stream().filter(Prediction::correct).count();
    return new ModelCalibration(
        model.name(),
        model.width(),
        model.run(),
        model.dead(),
        Interval.ofShare(right, predictions.size()),
        Calibration.of(predictions));
  }

  /** Top-1 accuracy, a fraction. */
  public double top1() {
    return calibration.accuracy();
  }

  /** Area under the response rate accuracy curve. */
  public double aurra() {
    return calibration.aurra();
  }

  /** Top-1 accuracy by width. */
  public static Comparison accuracy(List<ModelCalibration> rows) {
    return comparison(Quantity.NATURAL_ADVERSARIAL, rows, ModelCalibration::top1);
  }

  /** AURRA by width. */
  public static Comparison aurra(List<ModelCalibration> rows) {
    return comparison(Quantity.AURRA, rows, ModelCalibration::aurra);
  }

  private static Comparison comparison(
      Quantity measure, List<ModelCalibration> rows, ToDoubleFunction<ModelCalibration> value) {
    return Comparison.of(
        measure.title(), rows, ModelCalibration::width, value, ModelCalibration::dead);
  }
}
