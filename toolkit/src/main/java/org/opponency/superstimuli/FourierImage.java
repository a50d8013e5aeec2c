package org.opponency.superstimuli;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.Random;

/**
 * Square images written as Fourier spectra in a colour space whose axes are uncorrelated in natural
 * images: gradient ascent on such a spectrum moves all frequencies and colours at a like pace (Olah
 * et al. 2017; every constant is that of tensorflow/lucid, {@code optvis/param}).
 *
 * <p>A spectrum is an array (N, 3, size, size / 2 + 1, 2): colour axis, frequency down, frequency
 * across, real and imaginary part. Its image is sigmoid(C F(spectrum * scale)): the inverse real
 * Fourier transform F of a spectrum scaled by 1 / frequency, its colours correlated again by C.
 */
public final class FourierImage {
  /** Standard deviation of a random spectrum's numbers (lucid, {@code spatial.fft_image}). */
  private static final double SPREAD = 0.01;

  /** What lucid divides the image before the sigmoid by, {@code spatial.fft_image}. */
  private static final double DAMPING = 4;

  /**
   * A square root of the colour covariance of ImageNet's pixels, R, G, B by row (lucid, {@code
   * color.py}); it is used divided by the largest norm of its columns.
   */
  private static final double[][] COLOURS = {
    {0.26, 0.09, 0.02}, {0.27, 0.00, -0.05}, {0.27, -0.09, 0.03}
  };

  /** The axis of real and imaginary parts. */
  private static final int[] PARTS = {4};

  private final int size;
  private final DataType type;
  private final NDArray units;
  private final NDArray colours;

  /**
   * Images of one size.
   *
   * @param manager owner of the constants; keep it open as long as this is used
   * @param size side in pixels, at least 2
   * @param type float32 or float64
   */
  public FourierImage(NDManager manager, int size, DataType type) {
    if (size < 2) {
      throw new IllegalArgumentException(
          "Expected images of at least 2 pixels a side, got " + size);
    }
    this.size = size;
    this.type = type;
    units = array(manager, units(size), type).reshape(size, columns(), 2, 2).complex();
    colours = array(manager, colours(), type).reshape(3, 3);
  }

  /**
   * Random spectra, the numbers of each drawn from its own seed.
   *
   * @param manager owner of the result
   * @param seeds one for each image
   * @return (N, 3, size, size / 2 + 1, 2)
   */
  public NDArray random(NDManager manager, long... seeds) {
    Shape shape = new Shape(seeds.length, 3, size, columns(), 2);
    int each = (int) (shape.size() / seeds.length);
    double[] values = new double[(int) shape.size()];
    for (int n = 0; n < seeds.length; n++) {
      Random random = new Random(seeds[n]);
      for (int k = 0; k < each; k++) {
        values[n * each + k] = SPREAD * random.nextGaussian();
      }
    }
    return array(manager, values, type).reshape(shape);
  }

  /**
   * The images of spectra. Differentiable.
   *
   * @param spectra (N, 3, size, size / 2 + 1, 2)
   * @return (N, 3, size, size), RGB, in (0, 1), of the manager of {@code spectra}
   */
  public NDArray pixels(NDArray spectra) {
    // DJL's complex() has no gradient; a product with complex constants has one.
    NDArray complex = spectra.mul(units).sum(PARTS);
    NDArray image = complex.ifft(size, -2).irfft(size, -1);
    NDArray correlated = colours.matMul(image.reshape(image.getShape().get(0), 3, -1));
    correlated.attach(spectra.getManager());
    return Activation.sigmoid(correlated.reshape(image.getShape()));
  }

  private int columns() {
    return size / 2 + 1;
  }

  /**
   * For each frequency what its real and its imaginary part are multiplied by, the scale and the
   * scale times i: (size, size / 2 + 1, 2) complex numbers. Frequencies are in cycles a pixel, as
   * numpy's fftfreq gives them; 0 counts as the lowest of the others.
   */
  private static double[] units(int size) {
    int columns = size / 2 + 1;
    double[] units = new double[4 * size * columns];
    for (int y = 0; y < size; y++) {
      int down = y < (size + 1) / 2 ? y : y - size;
      for (int x = 0; x < columns; x++) {
        double frequency = Math.max(Math.hypot(down, x), 1) / size;
        int place = 4 * (y * columns + x);
        units[place] = size / frequency / DAMPING;
        units[place + 3] = units[place];
      }
    }
    return units;
  }

  /** Rows R, G, B. */
  private static double[] colours() {
    double largest = 0;
    double[] matrix = new double[9];
    for (int axis = 0; axis < 3; axis++) {
      double squares = 0;
      for (int channel = 0; channel < 3; channel++) {
        matrix[3 * channel + axis] = COLOURS[channel][axis];
        squares += COLOURS[channel][axis] * COLOURS[channel][axis];
      }
      largest = Math.max(largest, Math.sqrt(squares));
    }
    for (int k = 0; k < 9; k++) {
      matrix[k] /= largest;
    }
    return matrix;
  }

  /** A copy that shares no memory with the JVM. */
  private static NDArray array(NDManager manager, double[] values, DataType type) {
    try (NDArray borrowed = manager.create(values)) {
      return type == DataType.FLOAT64 ? borrowed.duplicate() : borrowed.toType(type, true);
    }
  }
}
