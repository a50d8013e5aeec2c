package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import org.junit.jupiter.api.Test;
import org.opponency.engine.Devices;
import org.opponency.images.RgbImage;

/** Runs where the engine sees a GPU, and is skipped elsewhere. */
class GpuTest {
  private static final int SIDE = 32;

  @Test
  void gpuGivesTheProcessorsLogitsAndGradients() {
    Devices devices = Devices.automatic();
    assumeTrue(devices.areGpus(), devices.why());
    try (Network drawn =
            Network.initialise(Architecture.thin(2, 5, SIDE), 3, DataType.FLOAT64, Device.cpu());
        VisionModel cpu = VisionModel.of(drawn.copyOn(Device.cpu()));
        VisionModel gpu = VisionModel.of(drawn.copyOn(devices.all().get(0)))) {
      assertNear(numbers(gpu, false), numbers(cpu, false));
      assertNear(numbers(gpu, true), numbers(cpu, true));
    }
  }

  private static double[] numbers(VisionModel vision, boolean gradient) {
    byte[] bytes = new byte[3 * SIDE * SIDE];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (37 * i);
    }
    RgbImage image = new RgbImage(SIDE, SIDE, bytes);
    try (NDManager scope = vision.manager().newSubManager()) {
      NDArray pixels = Pixels.of(scope, image.pixels(), SIDE, SIDE, DataType.FLOAT64);
      return Numbers.of(
          gradient
              ? vision.inputGradient(pixels, logits -> logits.get(":, 1"))
              : vision.logits(pixels));
    }
  }

  private static void assertNear(double[] actual, double[] expected) {
    assertThat(actual).usingTolerance(1e-9).containsExactly(expected).inOrder();
  }
}
