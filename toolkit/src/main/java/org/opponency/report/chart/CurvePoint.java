package org.opponency.report.chart;

import java.util.List;
import java.util.stream.Stream;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.study.networks.ModelRun;

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
    return models.stream().flatMap(CurvePoint::of).toList();
  }

  /** The same on the validation images, over epochs in the place of steps. */
  public static List<CurvePoint> ofValidation(List<ModelRun> models) {
    return models.stream().flatMap(CurvePoint::ofValidation).toList();
  }

  private static Stream<CurvePoint> ofValidation(ModelRun model) {
    return model.log().stream()
        .map(
            epoch ->
                new CurvePoint(
                    model.width(),
                    model.run(),
                    epoch.epoch(),
                    epoch.validationLoss(),
                    epoch.validationAccuracy()));
  }

  private static Stream<CurvePoint> of(ModelRun model) {
    return model.log().stream()
        .map(
            epoch ->
                new CurvePoint(
                    model.width(), model.run(), epoch.steps(), epoch.loss(), epoch.accuracy()));
  }
}
