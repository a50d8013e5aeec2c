package org.opponency.study.results;

import java.util.ArrayList;
import java.util.List;
import org.opponency.evaluation.Calibration;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Prediction;

/**
 * A point of the response rate accuracy curve of one width.
 *
 * @param width N_BN; 0 without a retina
 * @param rate share of the pictures that are answered, the most confident ones
 * @param accuracy of these, mean over the living networks of the width
 */
public record ResponseRatePoint(int width, double rate, double accuracy) {
  /** Points a curve: more cannot be told apart. */
  private static final int POINTS = 100;

  static List<ResponseRatePoint> of(List<Measured<List<Prediction>>> networks) {
    List<Measured<List<Prediction>>> answered =
        networks.stream().filter(one -> !one.value().isEmpty()).toList();
    List<ResponseRatePoint> points = new ArrayList<>();
    Measured.byWidth(answered)
        .forEach(
            (width, runs) -> {
              if (!runs.isEmpty()) {
                points.addAll(of(width, runs.stream().map(Calibration::responseCurve).toList()));
              }
            });
    return points;
  }

  private static List<ResponseRatePoint> of(
      int width, List<List<Calibration.ResponsePoint>> curves) {
    int n = curves.get(0).size();
    List<ResponseRatePoint> points = new ArrayList<>();
    for (int i = 1; i <= POINTS; i++) {
      int k = Math.max(1, (int) Math.round((double) i * n / POINTS)) - 1;
      double mean = curves.stream().mapToDouble(c -> c.get(k).accuracy()).average().orElseThrow();
      points.add(new ResponseRatePoint(width, curves.get(0).get(k).rate(), mean));
    }
    return points;
  }
}
