package org.opponency.superstimuli;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opponency.engine.Autograd;

class WarpTest {
  private static final int SIZE = 5;
  private NDManager manager;
  private NDArray pixels;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
    double[] values = new double[2 * 3 * SIZE * SIZE];
    for (int k = 0; k < values.length; k++) {
      values[k] = k / (double) values.length;
    }
    pixels = manager.create(values, new Shape(2, 3, SIZE, SIZE));
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void nothingToDoChangesNothing() {
    assertThat(distance(Warp.of(SIZE, 0, 0, 1, 0).of(pixels), pixels)).isWithin(1e-15).of(0);
  }

  @Test
  void shiftMovesWholePixelsAndBringsInGrey() {
    NDArray moved = Warp.of(SIZE, 2, -1, 1, 0).of(pixels);
    assertThat(moved.getDouble(1, 2, 0, 2)).isWithin(1e-15).of(pixels.getDouble(1, 2, 1, 0));
    assertThat(moved.getDouble(0, 0, 3, 4)).isWithin(1e-15).of(pixels.getDouble(0, 0, 4, 2));
    assertThat(moved.getDouble(0, 0, 2, 1)).isEqualTo(0.5);
    assertThat(moved.getDouble(0, 0, 4, 3)).isEqualTo(0.5);
  }

  @Test
  void quarterTurnIsClockwise() {
    NDArray turned = Warp.of(SIZE, 0, 0, 1, Math.PI / 2).of(pixels);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double expected = pixels.getDouble(0, 1, SIZE - 1 - x, y);
        assertThat(turned.getDouble(0, 1, y, x)).isWithin(1e-12).of(expected);
      }
    }
  }

  @Test
  void doubleSizeShowsTheMiddle() {
    NDArray large = Warp.of(SIZE, 0, 0, 2, 0).of(pixels);
    assertThat(large.getDouble(0, 0, 2, 2)).isWithin(1e-15).of(pixels.getDouble(0, 0, 2, 2));
    assertThat(large.getDouble(0, 0, 0, 4)).isWithin(1e-15).of(pixels.getDouble(0, 0, 1, 3));
    // Half way between two pixels of a row.
    double between = (pixels.getDouble(0, 0, 2, 2) + pixels.getDouble(0, 0, 2, 3)) / 2;
    assertThat(large.getDouble(0, 0, 2, 3)).isWithin(1e-15).of(between);
  }

  @Test
  void gradientGoesBackToWhereThePixelsCameFrom() {
    NDArray leaf = pixels.duplicate();
    leaf.setRequiresGradient(true);
    try (Autograd.Mode on = Autograd.recording()) {
      Autograd.backward(Warp.of(SIZE, 1, 0, 1, 0).of(leaf));
    }
    NDArray gradient = Autograd.gradient(leaf);
    assertThat(gradient.get(":, :, :, :4").sub(1).abs().max().getDouble()).isEqualTo(0);
    assertThat(gradient.get(":, :, :, 4").abs().max().getDouble()).isEqualTo(0);
  }

  @Test
  void drawsAreFixedBySeedAndStepAndStayInRange() {
    Transforms transforms = new Transforms(2, 0.1, 10);
    NDArray first = transforms.draw(SIZE, 7, 3).of(pixels);
    assertThat(distance(transforms.draw(SIZE, 7, 3).of(pixels), first)).isEqualTo(0);
    assertThat(distance(transforms.draw(SIZE, 7, 4).of(pixels), first)).isGreaterThan(0.01);
    assertThat(distance(transforms.draw(SIZE, 8, 3).of(pixels), first)).isGreaterThan(0.01);
    NDArray still = new Transforms(0, 0, 0).draw(SIZE, 7, 3).of(pixels);
    assertThat(distance(still, pixels)).isWithin(1e-15).of(0);
  }

  @Test
  void rangesThatMakeNoSenseAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Transforms(-1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Transforms(0, 1, 0));
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> new Transforms(0, 0, Double.NaN));
    assertThat(refusal).hasMessageThat().contains("rotation in [0, 180] degrees, got 0, 0.0, NaN");
  }

  @Test
  void jitterFollowsTheSize() {
    assertThat(Transforms.standard(224)).isEqualTo(new Transforms(6, 0.1, 10));
    assertThat(Transforms.standard(32).jitter()).isEqualTo(1);
  }

  private static double distance(NDArray a, NDArray b) {
    return a.sub(b).abs().max().getDouble();
  }
}
