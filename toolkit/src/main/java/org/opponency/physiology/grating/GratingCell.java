package org.opponency.physiology.grating;

import java.util.List;
import org.opponency.io.Fraction;
import org.opponency.io.InUnits;
import org.opponency.models.VisionModel;
import org.opponency.physiology.Instrument;

/**
 * What gratings tell of a cell, by the properties that Marques, Schrimpf and DiCarlo (2021) compare
 * with macaque V1. Gratings of full contrast drift over mid-grey; responses are those behind the
 * ReLU, above the response to mid-grey. Unlike there, responses are not scaled to firing rates, and
 * curves are neither smoothed nor fitted: values between two stimuli are linear.
 *
 * <p>The null is the same network with random weights; a linear cell has a modulation of 1.57 (pi /
 * 2), one that pools phases one near 0.
 *
 * @param layer PyTorch module path
 * @param cell its channel, counted from 0
 * @param blank its response to mid-grey
 * @param maximum largest mean over the phases of a grating (F0), above the response to mid-grey; 0
 *     for a silent cell, of which all that follows is NaN
 * @param orientation preferred, in degrees, [0, 180): half the angle of the mean vector (Swindale
 *     1998) at the preferred frequency
 * @param circularVariance 0 (one orientation) to 1 (all alike; Ringach, Shapley and Hawken 2002)
 * @param bandwidth half of the width in degrees at {@code 1 / sqrt 2} of the largest response
 *     (Ringach et al. 2002); NaN for a cell whose response falls that low nowhere, which is not
 *     selective
 * @param orthogonal response to the orthogonal orientation over that to the preferred one, 0 to 1
 * @param selectivity {@code (preferred - orthogonal) / (preferred + orthogonal)}, 0 to 1
 * @param frequency preferred, in periods a pixel
 * @param frequencyBandwidth octaves at half of the largest response (De Valois, Albrecht and
 *     Thorell 1982); NaN for a cell that is not band-pass
 * @param frequencySelectivity lower over higher frequency at {@code 1 / sqrt 2} of the largest
 *     response (Schiller, Finlay and Volman 1976), large for a narrow cell; NaN likewise
 * @param modulation F1 / F0 of the preferred grating, the amplitude of the first harmonic over the
 *     mean, 0 to 2: simple above 1, complex below (Skottun et al. 1991)
 * @param summationField diameter in pixels of the smallest disc of the preferred grating that gives
 *     at least 95 % of the largest response (Cavanaugh, Bair and Movshon 2002)
 * @param suppression by how much a disc as large as the field gives less than the best one, as a
 *     share of it (Cavanaugh et al. 2002)
 */
public record GratingCell(
    String layer,
    int cell,
    double blank,
    double maximum,
    @InUnits("degrees") double orientation,
    double circularVariance,
    @InUnits("degrees") double bandwidth,
    @Fraction double orthogonal,
    double selectivity,
    @InUnits("periods a pixel") double frequency,
    @InUnits("octaves") double frequencyBandwidth,
    double frequencySelectivity,
    double modulation,
    @InUnits("pixels") double summationField,
    @Fraction double suppression) {
  /** To be raised when the numbers of the same network change. */
  public static final int VERSION = 1;

  /** As passports use it. */
  public static final Instrument<GratingCell> INSTRUMENT =
      new Instrument<>(
          "gratings",
          "Gratings of 12 orientations, 16 phases and frequencies half an octave apart about"
              + " mid-grey, then the preferred one in discs; responses behind the ReLU, above that"
              + " to mid-grey. Properties as Marques, Schrimpf and DiCarlo (2021) compare them with"
              + " macaque V1. A linear cell has a modulation of 1.57, one that pools phases near 0.",
          GratingCell.class,
          GratingCell::of);

  /** From here on cells count as simple (Skottun et al. 1991). */
  public static final double SIMPLE = 1;

  /**
   * The cells of some layers, in their order; {@link GratingProtocol#of} says what they are shown.
   *
   * @throws IllegalArgumentException if a layer does not exist; it lists those that do
   * @throws IllegalStateException if a response is not finite; it names the cells
   */
  public static List<GratingCell> of(VisionModel vision, List<String> layers) {
    return new GratingSession(vision, layers).cells();
  }

  /** Whether no grating drives it above its response to mid-grey. */
  public boolean silent() {
    return !(maximum > 0);
  }

  /** Whether its response falls to {@code 1 / sqrt 2} of the largest at some orientation. */
  public boolean oriented() {
    return Double.isFinite(bandwidth);
  }

  /** Whether its response falls to half of the largest at both lower and higher frequencies. */
  public boolean bandPass() {
    return Double.isFinite(frequencyBandwidth);
  }

  /** Whether it follows the phase of its preferred grating. */
  public boolean simple() {
    return modulation >= SIMPLE;
  }
}
