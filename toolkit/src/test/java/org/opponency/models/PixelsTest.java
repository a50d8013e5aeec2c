package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.images.RgbImage;

class PixelsTest {
  /** One row of two pixels. */
  private static final RgbImage PAIR =
      new RgbImage(2, 1, new byte[] {0, 51, (byte) 255, 102, (byte) 153, (byte) 204});

  private static final double[] PLANES = {0, 0.4, 0.2, 0.6, 1, 0.8};

  @Test
  void bytesBecomePlanesBetweenZeroAndOne() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray pixels = Pixels.of(manager, PAIR);
      assertThat(pixels.getShape()).isEqualTo(new Shape(1, 3, 1, 2));
      assertThat(pixels.getDataType()).isEqualTo(DataType.FLOAT32);
      assertThat(Numbers.of(pixels)).usingTolerance(1e-7).containsExactly(PLANES).inOrder();
    }
  }

  @Test
  void float64IsExact() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray pixels = Pixels.of(manager, PAIR.pixels(), 1, 2, DataType.FLOAT64);
      assertThat(Numbers.of(pixels)).usingTolerance(0).containsExactly(PLANES).inOrder();
    }
  }

  @Test
  void aBatchKeepsTheOrderOfItsImages() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray pixels = Pixels.of(manager, List.of(PAIR, PAIR.mirrored()));
      assertThat(pixels.getShape()).isEqualTo(new Shape(2, 3, 1, 2));
      assertThat(Numbers.of(pixels.get("1, 0, 0")))
          .usingTolerance(1e-7)
          .containsExactly(0.4, 0.0)
          .inOrder();
    }
  }
}
