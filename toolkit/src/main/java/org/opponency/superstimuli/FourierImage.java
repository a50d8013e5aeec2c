package org.opponency.superstimuli;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.Random;
import org.opponency.engine.Autograd;

/**
 * Square images written as Fourier spectra in a colour space whose axes are uncorrelated in natural
 * images: gradient ascent on such a spectrum moves all frequencies and colours at about the same
 * speed (Olah et al. 2017; every constant is that of tensorflow/lucid, {@code optvis/param}).
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

  private final int size;
  private final DataType type;
  private final NDArray scales;
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
    scales = array(manager, scales(size), type).reshape(size, columns(), 1);
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
   * The Fourier coefficients of spectra's images: what gradients are taken with respect to, since
   * DJL's way to complex numbers has none.
   *
   * @param spectra (N, 3, size, size / 2 + 1, 2)
   * @return (N, 3, size, size / 2 + 1) complex numbers, of the manager of {@code spectra}
   */
  public NDArray coefficients(NDArray spectra) {
    try (NDArray scaled = spectra.mul(scales)) {
      return scaled.complex();
    }
  }

  /**
   * The images of Fourier coefficients. Differentiable.
   *
   * @param coefficients see {@link #coefficients}
   * @return (N, 3, size, size), RGB, in (0, 1), of the manager of {@code coefficients}
   */
  public NDArray pixels(NDArray coefficients) {
    NDArray image = coefficients.ifft(size, -2).irfft(size, -1);
    // Colours last, which is how the weights of convolutions lie in memory: they get faster.
    NDArray correlated = image.transpose(0, 2, 3, 1).matMul(colours);
    return Activation.sigmoid(correlated.transpose(0, 3, 1, 2));
  }

  /**
   * The gradient of spectra.
   *
   * @param coefficients whose gradient a backward pass has left
   * @return (N, 3, size, size / 2 + 1, 2), of the manager of {@code coefficients}
   */
  public NDArray gradient(NDArray coefficients) {
    try (NDArray slopes = Autograd.gradient(coefficients)) {
      NDArray gradient = slopes.real().mul(scales);
      gradient.attach(coefficients.getManager());
      return gradient;
    }
  }

  private int columns() {
    return size / 2 + 1;
  }

  /**
   * What the numbers of each frequency are multiplied by. Frequencies are in cycles a pixel, as
   * numpy's fftfreq gives them; 0 counts as the lowest of the others.
   */
  private static double[] scales(int size) {
    int columns = size / 2 + 1;
    double[] scales = new double[size * columns];
    for (int y = 0; y < size; y++) {
      int down = y < (size + 1) / 2 ? y : y - size;
      for (int x = 0; x < columns; x++) {
        double frequency = Math.max(Math.hypot(down, x), 1) / size;
        scales[y * columns + x] = size / frequency / DAMPING;
      }
    }
    return scales;
  }

  /** The colour transform, divided as lucid does: columns R, G, B. */
  private static double[] colours() {
    double largest = 0;
    double[] matrix = new double[9];
    for (int axis = 0; axis < 3; axis++) {
      double squares = 0;
      for (int channel = 0; channel < 3; channel++) {
        matrix[3 * axis + channel] = COLOURS[channel][axis];
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
