package org.opponency.training;

/**
 * What one epoch of training did.
 *
 * @param epoch counted from 1
 * @param steps optimiser steps since the start of training
 * @param learningRate of this epoch
 * @param loss mean cross-entropy (nats) over the epoch's training images, as they were seen
 * @param accuracy fraction of the epoch's training images that were right, as they were seen
 * @param validationLoss mean cross-entropy (nats) on the validation images after the epoch
 * @param validationAccuracy top-1 fraction on the validation images after the epoch
 */
public record EpochLog(
    int epoch,
    int steps,
    double learningRate,
    double loss,
    double accuracy,
    double validationLoss,
    double validationAccuracy) {
  private static final String SEPARATOR = ",";

  /** One line that {@link #parse} reads back to the same bits. */
  String format() {
    return String.join(
        SEPARATOR,
        Integer.toString(epoch),
        Integer.toString(steps),
        Double.toString(learningRate),
        Double.toString(loss),
        Double.toString(accuracy),
        Double.toString(validationLoss),
        Double.toString(validationAccuracy));
  }

  static EpochLog parse(String line) {
    String[] parts = line.split(SEPARATOR);
    return new EpochLog(
        Integer.parseInt(parts[0]),
        Integer.parseInt(parts[1]),
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]),
        Double.parseDouble(parts[4]),
        Double.parseDouble(parts[5]),
        Double.parseDouble(parts[6]));
  }
}
