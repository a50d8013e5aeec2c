package org.opponency.report.chart;

import java.util.List;
import java.util.function.BiFunction;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.study.networks.ModelRun;
import org.opponency.training.EpochLog;

/**
 * One point of one run's learning curve.
 *
 * @param width N_BN, the bottleneck's channels; {@link BottleneckWidth#NO_RETINA} for a network
 *     without one
 * @param run the run's number
 * @param step optimiser steps so far, or epochs
 * @param loss cross-entropy in nats
 * @param accuracy top-1, a fraction
 */
public record CurvePoint(int width, int run, long step, double loss, double accuracy) {
  /** The training curves of trained networks, one point an epoch. */
  public static List<CurvePoint> of(List<ModelRun> models) {
    return points(
        models,
        (model, epoch) ->
            new CurvePoint(
                model.width(), model.run(), epoch.steps(), epoch.loss(), epoch.accuracy()));
  }

  /** The same on the validation images, over epochs in the place of steps. */
  public static List<CurvePoint> ofValidation(List<ModelRun> models) {
    return points(
        models,
        (model, epoch) ->
            new CurvePoint(
                model.width(),
                model.run(),
                epoch.epoch(),
                epoch.validationLoss(),
                epoch.validationAccuracy()));
  }

  private static List<CurvePoint> points(
      List<ModelRun> models, BiFunction<ModelRun, EpochLog, CurvePoint> point) {
    return models.stream()
        .flatMap(model -> model.log().stream().map(epoch -> point.apply(model, epoch)))
        .toList();
  }
}
