package org.opponency.study.results;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.opponency.physiology.DifferenceOfGaussians;
import org.opponency.physiology.Linearity;
import org.opponency.physiology.ReceptiveField;
import org.opponency.physiology.ResponseMap;

/**
 * Receptive fields of a network's Retina-2, one a cell in each list.
 *
 * @param fields the fields themselves
 * @param fits differences of Gaussians fitted to them
 * @param linearity how much they depend on the input
 * @param maps responses to an example image
 */
public record RetinalFields(
    List<ReceptiveField> fields,
    List<DifferenceOfGaussians> fits,
    List<Linearity> linearity,
    List<ResponseMap> maps) {
  private static final double GREY_LEVELS = 255;

  /**
   * The receptive field of one cell in a table.
   *
   * @param cell its channel, counted from 0
   * @param goodness share of the field's variance that a difference of Gaussians explains
   * @param balance volume of the surround over that of the centre
   * @param centreWidth s.d. of the centre in pixels
   * @param centreSurround whether fit and surround are good enough to say so
   * @param linearity 0 for a linear cell
   */
  public record CellField(
      int cell,
      double goodness,
      double balance,
      double centreWidth,
      boolean centreSurround,
      double linearity) {}

  /** The cells in a table. */
  public List<CellField> rows() {
    return fits.stream().map(this::row).toList();
  }

  private CellField row(DifferenceOfGaussians fit) {
    return new CellField(
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

  /** Mean share of variance explained, of fields that have any. */
  public double goodness() {
    return ofFits(DifferenceOfGaussians::goodness).getMean();
  }

  /** Median s.d. of the cells' centres in pixels, of fields that can be fitted. */
  public double centrePixels() {
    return ofFits(DifferenceOfGaussians::centreWidth).getPercentile(50);
  }

  /** The same as a fraction of the side of what a cell sees. */
  public double centreWidth() {
    return centrePixels() / fields.get(0).shown().side();
  }

  private DescriptiveStatistics ofFits(ToDoubleFunction<DifferenceOfGaussians> number) {
    DescriptiveStatistics cells = new DescriptiveStatistics();
    fits.stream().mapToDouble(number).filter(Double::isFinite).forEach(cells::addValue);
    return cells;
  }

  /** The mean linearity score as a share of the grey scale, which scores are given on. */
  public double nonLinearity() {
    return meanLinearity() / GREY_LEVELS;
  }

  /** Mean linearity score of the cells. */
  public double meanLinearity() {
    return linearity.stream().mapToDouble(Linearity::score).average().orElse(Double.NaN);
  }
}
