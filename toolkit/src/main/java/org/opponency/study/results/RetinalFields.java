package org.opponency.study.results;

import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.opponency.evaluation.Share;
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
 * @param brightness how far each of these follows the image's brightness: the size of the
 *     correlation over the pixels, 0 to 1; NaN for a map without contrast
 * @param random fits of the same network with random weights; empty where it has these
 */
public record RetinalFields(
    List<ReceptiveField> fields,
    List<DifferenceOfGaussians> fits,
    List<Linearity> linearity,
    List<ResponseMap> maps,
    List<Double> brightness,
    List<DifferenceOfGaussians> random) {
  private static final double GREY_LEVELS = 255;

  /**
   * The receptive field of one cell in a table.
   *
   * @param cell its channel, counted from 0
   * @param goodness share of the field's variance that a difference of Gaussians explains
   * @param balance volume of the surround over that of the centre
   * @param centreWidth s.d. of the centre in pixels
   * @param centreSurround whether fit and surround are good enough to say so
   * @param extent radius in pixels that holds 90 % of the field's energy
   * @param linearity 0 for a linear cell
   * @param brightness how far the response follows the example image's brightness, 0 to 1
   */
  public record CellField(
      int cell,
      double goodness,
      double balance,
      double centreWidth,
      boolean centreSurround,
      double extent,
      double linearity,
      double brightness) {}

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
        fields.get(fit.cell()).extent(),
        linearity.get(fit.cell()).score(),
        brightness.get(fit.cell()));
  }

  /** The centre-surround cells among all. */
  public Share centreSurround() {
    return centreSurround(fits);
  }

  /** By how much more of them there are than with random weights, a difference of fractions. */
  public double centreSurroundAboveRandom() {
    return centreSurround(fits).fraction() - centreSurround(random).fraction();
  }

  private static Share centreSurround(List<DifferenceOfGaussians> cells) {
    return new Share(
        cells.stream().filter(DifferenceOfGaussians::isCentreSurround).count(), cells.size());
  }

  /** Mean share of variance explained, of fields that have any. */
  public double goodness() {
    return finite(fits.stream().mapToDouble(DifferenceOfGaussians::goodness)).getMean();
  }

  /** Median extent of the cells' fields in pixels: the radius that holds 90 % of the energy. */
  public double extentPixels() {
    return finite(fields.stream().mapToDouble(ReceptiveField::extent)).getPercentile(50);
  }

  /** The same as a fraction of the side of what a cell sees. */
  public double extent() {
    return extentPixels() / fields.get(0).shown().side();
  }

  /** How far the cells' responses follow the example's brightness, mean over the cells, 0 to 1. */
  public double followsBrightness() {
    return finite(brightness.stream().mapToDouble(size -> size)).getMean();
  }

  private static DescriptiveStatistics finite(DoubleStream numbers) {
    DescriptiveStatistics cells = new DescriptiveStatistics();
    numbers.filter(Double::isFinite).forEach(cells::addValue);
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
