package org.opponency.surgery;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.images.RgbImage;
import org.opponency.models.Architecture;
import org.opponency.models.LayerMaps;
import org.opponency.models.Network;
import org.opponency.models.Retina;
import org.opponency.models.Ventral;
import org.opponency.models.VisionModel;

class LinearFitTest {
  private static final int SIDE = 16;
  private static final String RETINA_2 = "retina.retina_conv2";

  private static final List<RgbImage> NOISE =
      IntStream.range(0, 25).mapToObj(LinearFitTest::noise).toList();

  private static RgbImage noise(int seed) {
    byte[] pixels = new byte[3 * SIDE * SIDE];
    new Random(seed).nextBytes(pixels);
    return new RgbImage(SIDE, SIDE, pixels);
  }

  /** A small network, the biases of whose first convolution are given. */
  private static VisionModel network(float bias) {
    var architecture =
        new Architecture(
            new Retina(2, 3, 4), new Ventral.Convolutional(0, 4), 3, SIDE, Normalisation.IMAGENET);
    Network network = Network.initialise(architecture, 3);
    Map<String, HostTensor> state = new HashMap<>(network.state());
    float[] biases = new float[4];
    Arrays.fill(biases, bias);
    state.put("retina.retina_conv1.bias", HostTensor.ofFloats(biases, 4));
    network.load(state);
    return VisionModel.of(network);
  }

  /** With all of Retina-1 far above zero no ReLU bends: the cells are linear, and found. */
  @Test
  void linearCellsAreFoundInFull() {
    try (VisionModel vision = network(30)) {
      LinearFit fit = LinearFit.of(vision, RETINA_2, NOISE, 1);
      assertThat(fit.side()).isEqualTo(5);
      for (double goodness : fit.goodness()) {
        assertThat(goodness).isWithin(1e-4).of(1);
      }
      LayerMaps maps = vision.maps(NOISE.get(0), RETINA_2);
      for (int cell = 0; cell < 2; cell++) {
        float there = maps.values()[(cell * SIDE + 8) * SIDE + 8];
        assertThat(response(fit, cell, NOISE.get(0), 8, 8)).isWithin(1e-2).of(there);
      }
    }
  }

  private static double response(LinearFit fit, int cell, RgbImage image, int x, int y) {
    float[] mean = Normalisation.IMAGENET.mean();
    float[] sd = Normalisation.IMAGENET.sd();
    double sum = fit.constants()[cell];
    for (int i = 0; i < 75; i++) {
      double pixel = image.value(x - 2 + i % 5, y - 2 + i / 5 % 5, i / 25) / 255.0;
      sum += fit.filters()[cell * 75 + i] * (pixel - mean[i / 25]) / sd[i / 25];
    }
    return sum;
  }

  /** With biases at zero half of Retina-1 is cut off: no filter can do it all. */
  @Test
  void rectifiedCellsAreTold() {
    try (VisionModel vision = network(0)) {
      LinearFit fit = LinearFit.of(vision, RETINA_2, NOISE, 1);
      for (double goodness : fit.goodness()) {
        assertThat(goodness).isGreaterThan(0.3);
        assertThat(goodness).isLessThan(0.99);
      }
      assertThat(fit.goodness(List.of(0, 1)))
          .isWithin(1e-12)
          .of((fit.goodness()[0] + fit.goodness()[1]) / 2);
    }
  }

  /** Far below zero nothing passes Retina-1: the cells do not vary, and have no goodness. */
  @Test
  void cellsThatDoNotVaryHaveNone() {
    try (VisionModel vision = network(-1000)) {
      LinearFit fit = LinearFit.of(vision, RETINA_2, NOISE, 1);
      assertThat(fit.goodness()[0]).isNaN();
      assertThat(fit.goodness(List.of(0, 1))).isNaN();
    }
  }

  @Test
  void tooFewPicturesAreRefused() {
    try (VisionModel vision = network(0)) {
      var refusal =
          assertThrows(
              IllegalArgumentException.class,
              () -> LinearFit.of(vision, RETINA_2, NOISE.subList(0, 4), 1));
      assertThat(refusal).hasMessageThat().contains("at least 5 pictures");
    }
  }
}
