package org.opponency.superstimuli;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.engine.Autograd;

class FourierImageTest {
  /** The largest norm of a column of lucid's colour matrix: its first. */
  private static final double NORM = Math.sqrt(0.26 * 0.26 + 2 * 0.27 * 0.27);

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void emptySpectrumIsMidGrey() {
    NDArray pixels = pixels(images(8), manager.zeros(new Shape(1, 3, 8, 5, 2), DataType.FLOAT64));
    assertThat(pixels.getShape()).isEqualTo(new Shape(1, 3, 8, 8));
    assertThat(pixels.sub(0.5).abs().max().getDouble()).isEqualTo(0);
  }

  /** A single number of the spectrum is one cosine, its height known by hand. */
  @ParameterizedTest
  @CsvSource({"1, 0, 8", "0, 2, 8", "6, 0, 8", "1, 2, 7", "5, 3, 7"})
  void oneNumberIsOneGrating(int down, int across, int size) {
    NDArray spectra = manager.zeros(new Shape(1, 3, size, size / 2 + 1, 2), DataType.FLOAT64);
    spectra.set(new NDIndex("0, 1, {}, {}, 0", down, across), 0.3);
    NDArray pixels = pixels(images(size), spectra);
    int signed = down > size / 2 ? down - size : down;
    double frequency = Math.hypot(signed, across) / size;
    // Of a column other than the first and the last, irfft adds the conjugate on the other side.
    double halves = across == 0 ? 1 : 2;
    double height = 0.3 * halves * size / frequency / 4 / (size * size);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double wave = height * Math.cos(2 * Math.PI * (down * y + across * x) / size);
        assertThat(pixels.getDouble(0, 0, y, x)).isWithin(1e-12).of(sigmoid(0.09 / NORM * wave));
        assertThat(pixels.getDouble(0, 1, y, x)).isWithin(1e-12).of(0.5);
        assertThat(pixels.getDouble(0, 2, y, x)).isWithin(1e-12).of(sigmoid(-0.09 / NORM * wave));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9})
  void gradientEqualsFiniteDifferences(int size) {
    FourierImage images = images(size);
    NDArray spectra = images.random(manager, 1, 2);
    NDArray weights = manager.create(positions(2 * 3 * size * size), new Shape(2, 3, size, size));
    NDArray leaf = images.coefficients(spectra);
    leaf.setRequiresGradient(true);
    try (Autograd.Mode on = Autograd.recording()) {
      Autograd.backward(images.pixels(leaf).mul(weights));
    }
    NDArray gradient = images.gradient(leaf);
    for (int[] place : new int[][] {{0, 0, 0, 0, 0}, {1, 2, 3, 2, 1}, {0, 1, size - 1, 1, 0}}) {
      NDIndex index =
          new NDIndex("{}, {}, {}, {}, {}", place[0], place[1], place[2], place[3], place[4]);
      double step = 1e-5;
      double up = shifted(images, spectra, index, step).mul(weights).sum().getDouble();
      double down = shifted(images, spectra, index, -step).mul(weights).sum().getDouble();
      double slope = (up - down) / (2 * step);
      assertThat(Math.abs(slope)).isGreaterThan(1e-3);
      assertThat(gradient.get(index).getDouble()).isWithin(1e-6 * Math.abs(slope)).of(slope);
    }
  }

  @Test
  void everyImageHasItsOwnSeed() {
    FourierImage images = images(8);
    NDArray both = images.random(manager, 5, 6);
    assertThat(both.get("1").contentEquals(images.random(manager, 6).get("0"))).isTrue();
    assertThat(both.get("0").contentEquals(both.get("1"))).isFalse();
  }

  @Test
  void imagesOfOnePixelAreRefused() {
    var refusal = assertThrows(IllegalArgumentException.class, () -> images(1));
    assertThat(refusal).hasMessageThat().contains("at least 2 pixels a side, got 1");
  }

  private FourierImage images(int size) {
    return new FourierImage(manager, size, DataType.FLOAT64);
  }

  private static NDArray shifted(FourierImage images, NDArray spectra, NDIndex at, double by) {
    NDArray moved = spectra.duplicate();
    moved.set(at, moved.get(at).getDouble() + by);
    return pixels(images, moved);
  }

  private static NDArray pixels(FourierImage images, NDArray spectra) {
    return images.pixels(images.coefficients(spectra));
  }

  private static double[] positions(int count) {
    double[] values = new double[count];
    for (int k = 0; k < count; k++) {
      values[k] = Math.sin(k + 1);
    }
    return values;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
