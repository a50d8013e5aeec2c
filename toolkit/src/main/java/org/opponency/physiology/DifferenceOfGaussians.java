package org.opponency.physiology;

import java.util.List;

/**
 * A difference of Gaussians, {@code centre exp(-r^2 / 2 s^2) - surround exp(-r^2 / 2 t^2)}, fitted
 * to a receptive field of grey light by least squares, so that "centre-surround" is a number.
 *
 * @param layer PyTorch module path
 * @param cell its channel, counted from 0
 * @param x column of its middle in pixels from the middle of what the cell sees
 * @param y row, likewise, down
 * @param centre amplitude of the centre; negative where light in it inhibits
 * @param centreWidth its s.d. in pixels
 * @param surround amplitude of the surround, of the sign of the centre where it opposes it
 * @param surroundWidth its s.d. in pixels, larger than the centre's
 * @param balance volume of the surround over that of the centre: 0 without a surround, 1 where they
 *     cancel, negative where the surround adds to the centre
 * @param goodness share of the field's variance that the fit explains, at most 1; NaN, as all else,
 *     for a field without any
 */
public record DifferenceOfGaussians(
    String layer,
    int cell,
    double x,
    double y,
    double centre,
    double centreWidth,
    double surround,
    double surroundWidth,
    double balance,
    double goodness) {
  /** Share of the variance that a good fit explains. */
  public static final double GOOD = 0.75;

  /**
   * Share of the centre's volume that the surround must cancel for the cell to count as
   * centre-surround.
   */
  public static final double SURROUND = 0.25;

  /** The best fit to a receptive field. */
  public static DifferenceOfGaussians fit(ReceptiveField field) {
    return GaussianFit.of(field);
  }

  /** The best fit to each of some receptive fields. */
  public static List<DifferenceOfGaussians> fit(List<ReceptiveField> fields) {
    return fields.stream().map(DifferenceOfGaussians::fit).toList();
  }

  /**
   * Whether the field is that of a centre-surround cell: the fit explains at least {@link #GOOD} of
   * it, and its surround cancels at least {@link #SURROUND} of its centre.
   */
  public boolean isCentreSurround() {
    return goodness >= GOOD && balance >= SURROUND;
  }
}
