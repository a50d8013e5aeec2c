package org.opponency.physiology;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.opponency.models.VisionModel;
import org.opponency.stimuli.Grating;
import org.opponency.stimuli.StimulusSet;
import org.opponency.stimuli.UniformField;

class ResponsesTest {
  @Test
  void stimuliMayHaveASizeOfTheirOwn() {
    try (VisionModel vision = HandMade.vision(HandMade.luminance(), HandMade.gabor())) {
      Responses<Grating> small = gratings(vision, 13);
      assertThat(small.warning()).isEmpty();
      assertThat(small.stimuli().size()).isEqualTo(9 * 5 * 6);
      Responses<Grating> tooSmall = gratings(vision, 9);
      assertThat(tooSmall.warning().orElseThrow())
          .isEqualTo(
              "Stimuli of 9 x 9 pixels do not fill the receptive field of retina.retina_conv2, "
                  + "which is 13 x 13 pixels: its cells see padding too");
    }
  }

  private static Responses<Grating> gratings(VisionModel vision, int side) {
    return Responses.of(vision, HandMade.RETINA_2, StimulusSet.gratings(side), UniformField.BLACK);
  }

  @Test
  void curveOfOneCellIsThatOfItsFilter() {
    try (VisionModel vision = HandMade.vision(HandMade.unresponsive(), HandMade.luminance())) {
      var greys =
          Responses.of(vision, HandMade.RETINA_2, StimulusSet.greys(32, 5), UniformField.MID_GREY);
      assertThat(greys.curve(0))
          .usingExactEquality()
          .containsExactly(f(0.3), f(0.3), f(0.3), f(0.3), f(0.3));
      assertThat(greys.curve(1))
          .usingTolerance(1e-6)
          .containsExactly(f(0), f(0.1875), f(0.375), f(0.5625), f(0.75))
          .inOrder();
    }
  }

  private static float f(double value) {
    return (float) value;
  }

  @Test
  void ruleAsksForBothSidesOfTheBaseline() {
    assertThat(rule(0, false, -1, 1, 0)).isEqualTo(Opponency.OPPONENT);
    assertThat(rule(0, false, 0, 1, 0)).isEqualTo(Opponency.NON_OPPONENT);
    assertThat(rule(0, false, -1, 0, 0)).isEqualTo(Opponency.NON_OPPONENT);
    assertThat(rule(0, false, 0.2, 0.2, 0.2)).isEqualTo(Opponency.UNRESPONSIVE);
    assertThat(rule(0, false, 0.2, 0.2, 0.1)).isEqualTo(Opponency.NON_OPPONENT);
  }

  @Test
  void authorsCodeAsksForAPositiveBaselineToo() {
    assertThat(rule(0, true, -1, 1, 0)).isEqualTo(Opponency.NON_OPPONENT);
    assertThat(rule(0, true, -1, 1, 0.5)).isEqualTo(Opponency.OPPONENT);
    assertThat(rule(0, true, -1, -1, -1)).isEqualTo(Opponency.UNRESPONSIVE);
  }

  @Test
  void thresholdIsAShareOfTheLargestDeviation() {
    assertThat(rule(0.1, false, -0.2, 1, 0)).isEqualTo(Opponency.OPPONENT);
    assertThat(rule(0.25, false, -0.2, 1, 0)).isEqualTo(Opponency.NON_OPPONENT);
    assertThat(rule(0.25, false, -20, 100, 0)).isEqualTo(Opponency.NON_OPPONENT);
  }

  private static Opponency rule(
      double threshold, boolean positive, double min, double max, double baseline) {
    return new OpponencyRule(threshold, positive).of(f(max), f(min), f(baseline));
  }
}
