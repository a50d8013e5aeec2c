package org.opponency.study.results;

import java.util.ArrayList;
import java.util.List;
import org.opponency.evaluation.Calibration;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Prediction;

/**
 * A bin of a reliability diagram over the predictions of all living networks of one width.
 *
 * @param width N_BN; 0 without a retina
 * @param bin its place, counted from 0
 * @param predictions how many fall into it
 * @param confidence their mean confidence; NaN without any
 * @param accuracy their accuracy; NaN without any
 */
public record ReliabilityPoint(
    int width, int bin, int predictions, double confidence, double accuracy) {
  static List<ReliabilityPoint> of(List<Measured<List<Prediction>>> networks, int bins) {
    List<ReliabilityPoint> points = new ArrayList<>();
    Measured.byWidth(networks)
        .forEach(
            (width, runs) -> {
              if (!runs.isEmpty()) {
                List<Prediction> all = runs.stream().flatMap(List::stream).toList();
                points.addAll(of(width, Calibration.reliability(all, bins)));
              }
            });
    return points;
  }

  private static List<ReliabilityPoint> of(int width, List<Calibration.ReliabilityBin> bins) {
    List<ReliabilityPoint> points = new ArrayList<>();
    for (var bin : bins) {
      int place = points.size();
      points.add(
          new ReliabilityPoint(width, place, bin.images(), bin.confidence(), bin.accuracy()));
    }
    return points;
  }
}
