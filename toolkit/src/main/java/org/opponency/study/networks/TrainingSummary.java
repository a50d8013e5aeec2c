package org.opponency.study.networks;

import org.opponency.evaluation.Measured;
import org.opponency.io.Fraction;
import org.opponency.training.EpochLog;

/**
 * What training came to, in a table.
 *
 * @param steps optimiser steps
 * @param loss training cross-entropy (nats) of the last epoch
 * @param accuracy training accuracy of the last epoch, fraction
 * @param validationAccuracy after the last epoch, fraction
 */
public record TrainingSummary(
    int steps, double loss, @Fraction double accuracy, @Fraction double validationAccuracy) {
  /** The row of a trained network. */
  public static Measured<TrainingSummary> of(ModelRun model) {
    EpochLog last = model.last();
    return model.measured(
        new TrainingSummary(last.steps(), last.loss(), last.accuracy(), last.validationAccuracy()));
  }
}
