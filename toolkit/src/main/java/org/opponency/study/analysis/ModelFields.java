package org.opponency.study.analysis;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.opponency.physiology.DifferenceOfGaussians;
import org.opponency.physiology.Linearity;
import org.opponency.physiology.ReceptiveField;
import org.opponency.physiology.ResponseMap;
import org.opponency.study.ModelRun;

/**
 * Receptive fields of one trained network's Retina-2, one a cell in each list.
 *
 * @param model the network
 * @param fields the fields themselves
 * @param fits differences of Gaussians fitted to them
 * @param linearity how much they depend on the input
 * @param maps responses to an example image
 */
public record ModelFields(
    ModelRun model,
    List<ReceptiveField> fields,
    List<DifferenceOfGaussians> fits,
    List<Linearity> linearity,
    List<ResponseMap> maps) {
  /**
   * One cell in a table.
   *
   * @param model its network
   * @param width N_BN
   * @param run counted from 0
   * @param dead whether the bottleneck is dead, which keeps it out of every mean
   * @param cell its channel, counted from 0
   * @param goodness share of the field's variance that a difference of Gaussians explains
   * @param balance volume of the surround over that of the centre
   * @param centreWidth s.d. of the centre in pixels
   * @param centreSurround whether fit and surround are good enough to say so
   * @param linearity 0 for a linear cell
   */
  public record Row(
      String model,
      int width,
      int run,
      boolean dead,
      int cell,
      double goodness,
      double balance,
      double centreWidth,
      boolean centreSurround,
      double linearity) {}

  /** The cells in a table. */
  public List<Row> rows() {
    return fits.stream().map(this::row).toList();
  }

  private Row row(DifferenceOfGaussians fit) {
    return new Row(
        model.name(),
        model.width(),
        model.run(),
        model.dead(),
        fit.cell(),
        fit.goodness(),
        fit.balance(),
        fit.centreWidth(),
        fit.isCentreSurround(),
        linearity.get(fit.cell()).score());
  }

  /** Share of centre-surround cells, a fraction. */
  public double centreSurround() {
    return rows().stream().mapToDouble(row -> row.centreSurround() ? 1 : 0).average().orElse(0);
  }

  /**
   * Median s.d. of the cells' centres as a fraction of the side of what a cell sees; of fields that
   * can be fitted.
   */
  public double centreWidth() {
    DescriptiveStatistics widths = new DescriptiveStatistics();
    fits.stream()
        .mapToDouble(DifferenceOfGaussians::centreWidth)
        .filter(Double::isFinite)
        .forEach(widths::addValue);
    return widths.getPercentile(50) / fields.get(0).shown().side();
  }

  /** Mean linearity score of the cells. */
  public double meanLinearity() {
    return linearity.stream().mapToDouble(Linearity::score).average().orElse(Double.NaN);
  }
}
