package org.opponency.physiology;

import org.opponency.stimuli.Grey;
import org.opponency.stimuli.Hue;
import org.opponency.stimuli.StimulusSet;
import org.opponency.stimuli.UniformField;

/**
 * How colour and luminance opponency are measured.
 *
 * @param saturation of the hues, in [0, 1]
 * @param lightness of the hues, in [0, 1]
 * @param colourBackground what gives the baseline of hues
 * @param luminanceBackground what gives the baseline of greys
 * @param rectified whether responses are taken behind the ReLU
 * @param rule when a cell counts as opponent
 */
public record OpponencyProtocol(
    double saturation,
    double lightness,
    UniformField colourBackground,
    UniformField luminanceBackground,
    boolean rectified,
    OpponencyRule rule) {
  /**
   * The paper's (section 2): saturated hues of lightness 0.5 against black, greys against 0.5,
   * before the ReLU, any response on each side. What other rules make of the same responses, {@link
   * CellOpponency#by} tells without another look.
   */
  public static final OpponencyProtocol PAPER =
      new OpponencyProtocol(1, 0.5, Grey.BLACK, Grey.MID, false, OpponencyRule.CROSSES);

  /** The same with hues of another saturation. */
  public OpponencyProtocol withSaturation(double value) {
    return new OpponencyProtocol(
        value, lightness, colourBackground, luminanceBackground, rectified, rule);
  }

  /** The same with hues of another lightness. */
  public OpponencyProtocol withLightness(double value) {
    return new OpponencyProtocol(
        saturation, value, colourBackground, luminanceBackground, rectified, rule);
  }

  /** The same with one background for hues and greys. */
  public OpponencyProtocol withBackground(UniformField background) {
    return new OpponencyProtocol(saturation, lightness, background, background, rectified, rule);
  }

  /** The same behind the ReLU. */
  public OpponencyProtocol behindTheRelu() {
    return new OpponencyProtocol(
        saturation, lightness, colourBackground, luminanceBackground, true, rule);
  }

  /** The same with another rule. */
  public OpponencyProtocol withRule(OpponencyRule other) {
    return new OpponencyProtocol(
        saturation, lightness, colourBackground, luminanceBackground, rectified, other);
  }

  StimulusSet<Hue> hues(int side) {
    return StimulusSet.hues(side, 360, saturation, lightness);
  }

  StimulusSet<Grey> greys(int side) {
    return StimulusSet.greys(side);
  }
}
