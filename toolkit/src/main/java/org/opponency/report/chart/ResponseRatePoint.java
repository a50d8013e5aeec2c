package org.opponency.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opponency.evaluation.Calibration;
import org.opponency.study.analysis.ModelPredictions;

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

  public static List<ResponseRatePoint> of(List<ModelPredictions> models) {
    var byWidth =
        models.stream()
            .filter(model -> !model.model().dead() && !model.rows().isEmpty())
            .collect(
                Collectors.groupingBy(m -> m.model().width(), TreeMap::new, Collectors.toList()));
    var points = new ArrayList<ResponseRatePoint>();
    byWidth.forEach((width, own) -> points.addAll(of(width, own)));
    return points;
  }

  private static List<ResponseRatePoint> of(int width, List<ModelPredictions> models) {
    var curves = models.stream().map(m -> Calibration.responseCurve(m.rows())).toList();
    int n = curves.get(0).size();
    var points = new ArrayList<ResponseRatePoint>();
    for (int i = 1; i <= POINTS; i++) {
      int k = Math.max(1, (int) Math.round((double) i * n / POINTS)) - 1;
      double mean = curves.stream().mapToDouble(c -> c.get(k).accuracy()).average().orElseThrow();
      points.add(new ResponseRatePoint(width, curves.get(0).get(k).rate(), mean));
    }
    return points;
  }
}
