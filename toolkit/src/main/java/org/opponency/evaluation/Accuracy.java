package org.opponency.evaluation;

import java.util.List;

/**
 * How often a network is right.
 *
 * @param images predictions counted
 * @param top1 fraction whose decision is the true class; NaN without images
 * @param top5 fraction whose true class is among the five most probable; NaN without images
 */
public record Accuracy(int images, double top1, double top5) {
  /** Accuracy of predictions. */
  public static Accuracy of(List<Prediction> predictions) {
    int n = predictions.size();
    double top1 = predictions.stream().filter(Prediction::correct).count();
    double top5 = predictions.stream().filter(Prediction::correctInTop).count();
    return new Accuracy(n, top1 / n, top5 / n);
  }
}
