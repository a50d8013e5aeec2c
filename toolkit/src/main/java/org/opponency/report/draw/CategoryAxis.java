package org.opponency.report.draw;

import java.util.List;
import org.knowm.xchart.XYChart;

/**
 * An x axis of places at equal distances, each with a label: place 0, 1, 2 and so on.
 *
 * @param labels one a place, from the left
 */
public record CategoryAxis(List<String> labels) {
  private static final double MARGIN = 0.6;

  public double leftEnd() {
    return -MARGIN;
  }

  public double rightEnd() {
    return labels.size() - 1 + MARGIN;
  }

  public void fit(XYChart chart) {
    chart.getStyler().setXAxisMin(leftEnd()).setXAxisMax(rightEnd());
    // One tick a place: XChart rounds this hint to a step of 1.
    int hint = (int) (0.8 * chart.getWidth() / (rightEnd() - leftEnd()));
    chart.getStyler().setXAxisTickMarkSpacingHint(hint);
    chart.setCustomXAxisTickLabelsFormatter(place -> label((int) Math.round(place)));
  }

  /** XChart wants labels that differ, also of the places beyond both ends that it does not draw. */
  private String label(int place) {
    return place >= 0 && place < labels.size()
        ? labels.get(place)
        : " ".repeat(place + labels.size());
  }
}
