package org.opponency.study.analysis;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * Receptive fields in Retina-2 of the networks of one width: means over the cells of each network,
 * then over the networks that are alive.
 *
 * @param width N_BN
 * @param runs networks that stand behind the numbers
 * @param dead networks left out because their bottleneck is dead
 * @param centreSurround share of centre-surround cells, a fraction
 * @param goodness share of variance that a difference of Gaussians explains
 * @param centreWidth median s.d. of its centre in pixels
 * @param linearity score; 0 for linear cells
 */
public record FieldsByWidth(
    int width,
    int runs,
    int dead,
    double centreSurround,
    double goodness,
    double centreWidth,
    double linearity) {
  /** One row a width, in increasing order. */
  public static List<FieldsByWidth> of(List<ModelFields> models) {
    return models.stream()
        .map(fields -> fields.model().width())
        .distinct()
        .sorted()
        .map(width -> of(width, models.stream().filter(m -> m.model().width() == width).toList()))
        .toList();
  }

  private static FieldsByWidth of(int width, List<ModelFields> models) {
    List<ModelFields> alive = models.stream().filter(m -> !m.model().dead()).toList();
    return new FieldsByWidth(
        width,
        alive.size(),
        models.size() - alive.size(),
        mean(alive, ModelFields::centreSurround),
        mean(alive, m -> ofCells(m, ModelFields.Row::goodness).getMean()),
        mean(alive, m -> ofCells(m, ModelFields.Row::centreWidth).getPercentile(50)),
        mean(alive, ModelFields::meanLinearity));
  }

  private static double mean(List<ModelFields> models, ToDoubleFunction<ModelFields> measure) {
    return models.stream().mapToDouble(measure).average().orElse(Double.NaN);
  }

  /** Cells whose field has no variance have no fit, and are left out. */
  private static DescriptiveStatistics ofCells(
      ModelFields model, ToDoubleFunction<ModelFields.Row> measure) {
    DescriptiveStatistics cells = new DescriptiveStatistics();
    model.rows().stream().mapToDouble(measure).filter(Double::isFinite).forEach(cells::addValue);
    return cells;
  }
}
