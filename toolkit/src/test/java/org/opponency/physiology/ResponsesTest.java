package org.opponency.physiology;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opponency.engine.HostTensor;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.VisionModel;
import org.opponency.stimuli.Grating;
import org.opponency.stimuli.Grey;
import org.opponency.stimuli.StimulusSet;

class ResponsesTest {
  private static final int SIDE = 32;
  private static final String BLOCK = "ventral.layer1.0.";

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

  /** The stride is 2: at 19 pixels the centre cell, number 5, begins at pixel 1 and ends at 20. */
  @Test
  void stimuliThatEndWithinTheFieldAreWarnedOf() {
    try (VisionModel vision = HandMade.vision(HandMade.luminance())) {
      assertThat(greys(vision, "ventral.conv1", 20).warning()).isEmpty();
      assertThat(greys(vision, "ventral.conv1", 19).warning().orElseThrow())
          .contains("19 x 19 pixels do not fill the receptive field of ventral.conv1");
    }
  }

  private static Responses<Grey> greys(VisionModel vision, String layer, int side) {
    return Responses.of(vision, layer, StimulusSet.greys(side, 5), Grey.MID);
  }

  /** What a block's one ReLU gives last is the sum of branch and shortcut. */
  @Test
  void layersOfAResidualBlockAreRectifiedBehindTheirBatchNorm() {
    Network network = Network.initialise(Architecture.thin(1, 3, SIDE), 0);
    Map<String, HostTensor> state = network.state();
    float[] biases = new float[16];
    for (int cell = 0; cell < biases.length; cell++) {
      biases[cell] = cell % 2 == 0 ? 0.5f : -0.5f;
    }
    state.put(BLOCK + "bn1.bias", HostTensor.ofFloats(biases, biases.length));
    network.load(state);
    try (VisionModel vision = VisionModel.of(network)) {
      Responses<Grey> norm = greys(vision, BLOCK + "bn1", SIDE);
      for (String layer : List.of(BLOCK + "conv1", BLOCK + "bn1")) {
        var behind =
            Responses.rectified(vision, List.of(layer), StimulusSet.greys(SIDE, 5), Grey.MID);
        assertThat(behind.get(layer).curves()).isEqualTo(Responses.positive(norm.curves()));
      }
      assertThat(norm.curve(1)).isNotEqualTo(Responses.positive(norm.curves())[1]);
    }
  }

  private static Responses<Grating> gratings(VisionModel vision, int side) {
    return Responses.of(vision, HandMade.RETINA_2, StimulusSet.gratings(side), Grey.BLACK);
  }

  @Test
  void curveOfOneCellIsThatOfItsFilter() {
    try (VisionModel vision = HandMade.vision(HandMade.unresponsive(), HandMade.luminance())) {
      var greys = Responses.of(vision, HandMade.RETINA_2, StimulusSet.greys(32, 5), Grey.MID);
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
