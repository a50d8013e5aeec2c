package org.opponency.study;

/**
 * One trained network in a table.
 *
 * @param model its name
 * @param width N_BN; 0 without a retina
 * @param run counted from 0
 * @param redraws seeds given up before because their bottleneck was dead
 * @param dead whether its bottleneck is dead, which keeps it out of every mean
 * @param steps optimiser steps
 * @param loss training cross-entropy (nats) of the last epoch
 * @param accuracy training accuracy of the last epoch, fraction
 * @param validationAccuracy after the last epoch, fraction
 */
public record TrainingSummary(
    String model,
    int width,
    int run,
    int redraws,
    boolean dead,
    int steps,
    double loss,
    double accuracy,
    double validationAccuracy) {
  /** The row of a trained network. */
  public static TrainingSummary of(ModelRun model) {
    return new TrainingSummary(
        model.name(),
        model.width(),
        model.run(),
        model.redraws(),
        model.dead(),
        model.last().steps(),
        model.last().loss(),
        model.last().accuracy(),
        model.last().validationAccuracy());
  }
}
