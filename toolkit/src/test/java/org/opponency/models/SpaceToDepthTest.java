package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link ScriptPassTest} has the networks that are computed so. */
class SpaceToDepthTest {
  /** 16 maps fill a register; a kernel of 3 would be half zeros, one of 5 with 4 pixels more. */
  @ParameterizedTest
  @CsvSource({
    "9, 3, 32, 4, 4",
    "9, 32, 4, 4, 4",
    "9, 32, 8, 4, 2",
    "9, 32, 16, 4, 1",
    "9, 32, 1, 2, 2",
    "9, 32, 1, 1, 1",
    "7, 32, 1, 4, 4",
    "5, 32, 1, 4, 2",
    "3, 3, 16, 4, 1",
    "1, 1, 16, 4, 1"
  })
  void pixelsAreTakenTogetherWhereMapsAreFew(int kernel, int in, int out, int most, int pixels) {
    assertThat(pixels(in, out, kernel, 1, most)).isEqualTo(pixels);
  }

  @Test
  void aStrideLeavesThePixelsApart() {
    assertThat(pixels(3, 64, 7, 2, 4)).isEqualTo(1);
  }

  private static int pixels(int in, int out, int kernel, int stride, int most) {
    Conv2d conv = Layers.convolution(out, kernel, stride);
    try (NDManager manager = NDManager.newBaseManager()) {
      conv.initialize(manager, DataType.FLOAT32, new Shape(1, in, 12, 12));
      return SpaceToDepth.of(conv, most).pixels();
    }
  }

  /** Kernel (1, 2, 3, 4, 5); pixels 2k and 2k + 1 of the output, of pixels 2k - 2 to 2k + 3. */
  @Test
  void aKernelIsMovedByEachOfThePixels() {
    try (NDManager manager = NDManager.newBaseManager()) {
      var pixels = new SpaceToDepth(new Shape(1, 1, 1, 5), new Shape(0, 2), 2);
      NDArray weight = manager.create(new float[] {1, 2, 3, 4, 5}, new Shape(1, 1, 1, 5));
      var text =
          new ScriptText.Module(
              ScriptText.code("", pixels.weight("x")),
              List.<Supplier<NDArray>>of(weight::duplicate));
      NDArray wide = new ScriptPass(manager, most -> text).of(weight);
      assertThat(wide.getShape()).isEqualTo(new Shape(2, 2, 1, 3));
      assertThat(wide.toFloatArray())
          .isEqualTo(
              new float[] {
                1, 3, 5, // even from even pixels
                2, 4, 0, // even from odd ones
                0, 2, 4, // odd from even ones
                1, 3, 5 // odd from odd ones
              });
    }
  }
}
