package org.opponency.physiology.cone;

import org.opponency.io.Fraction;
import org.opponency.io.InUnits;

/**
 * What colour does to a cell beside what luminance does (Johnson, Hawken and Shapley 2001): its
 * best response to gratings along each axis, all of one root mean square of cone contrasts. A
 * response is the larger of the first harmonic over phases (F1) and of their mean above that to
 * mid-grey (F0).
 *
 * <p>What learnt nothing prefers colour, too: on a screen red and green of one luminance are 6.7
 * times as far from grey as light and dark of the same cone contrast, so that 83 % of cells with
 * random weights on red, green and blue have an index above 2, 13 % one from 0.5 to 2 and 4 % less.
 *
 * @param type by the index
 * @param index best response to red and green of one luminance (L - M) over the best to light and
 *     dark; infinite for a cell that sees no luminance, NaN for one that answers neither
 * @param luminance best response to light and dark
 * @param colour best to L - M
 * @param blue best to S
 * @param frequency of the best colour grating; NaN for a cell that answers none
 * @param atZero response to full fields of L - M over the best to its gratings: 1 for a low-pass
 *     cell, 0 for one that sees edges of colour only
 * @param doubleOpponent whether its tuning to colour is band-pass: it is no luminance cell and
 *     {@code atZero} is below one half
 */
public record ColourPreference(
    Preference type,
    double index,
    @InUnits("of the response") double luminance,
    @InUnits("of the response") double colour,
    @InUnits("of the response") double blue,
    @InUnits("periods a stimulus") double frequency,
    @Fraction double atZero,
    boolean doubleOpponent) {
  /** A response at frequency 0 below this share of the best makes a cell's tuning band-pass. */
  static final double BAND_PASS = 0.5;

  static ColourPreference of(double luminance, BestBars colour, double blue) {
    double index =
        luminance == 0 && colour.response() == 0 ? Double.NaN : colour.response() / luminance;
    double atZero = colour.response() == 0 ? Double.NaN : colour.atZero() / colour.response();
    Preference type = Preference.of(index);
    boolean colourful = type == Preference.COLOUR || type == Preference.COLOUR_LUMINANCE;
    return new ColourPreference(
        type,
        index,
        luminance,
        colour.response(),
        blue,
        colour.response() == 0 ? Double.NaN : colour.frequency(),
        atZero,
        colourful && atZero < BAND_PASS);
  }
}
