package org.opponency.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opponency.evaluation.Calibration;
import org.opponency.evaluation.Prediction;
import org.opponency.study.analysis.ModelPredictions;

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
  public static List<ReliabilityPoint> of(List<ModelPredictions> models, int bins) {
    var byWidth =
        models.stream()
            .filter(model -> !model.model().dead())
            .collect(
                Collectors.groupingBy(m -> m.model().width(), TreeMap::new, Collectors.toList()));
    var points = new ArrayList<ReliabilityPoint>();
    byWidth.forEach((width, own) -> points.addAll(of(width, own, bins)));
    return points;
  }

  private static List<ReliabilityPoint> of(int width, List<ModelPredictions> models, int bins) {
    List<Prediction> all = models.stream().flatMap(model -> model.rows().stream()).toList();
    var points = new ArrayList<ReliabilityPoint>();
    for (var bin : Calibration.reliability(all, bins)) {
      int place = points.size();
      points.add(
          new ReliabilityPoint(width, place, bin.images(), bin.confidence(), bin.accuracy()));
    }
    return points;
  }
}
