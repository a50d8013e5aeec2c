package org.opponency.images;

/**
 * Which input pixels make each output pixel along one axis, and with what weights: Pillow's {@code
 * precompute_coeffs} and {@code normalize_coeffs_8bpc} (Resample.c) for its bilinear filter. Every
 * output pixel has the same number of taps, so that loops over them need no test; some weigh zero.
 *
 * @param firsts index of the first input pixel of each output pixel, in ascending order
 * @param each taps of an output pixel
 * @param weights in fixed point, {@code each} for each output pixel
 */
record ResamplingWeights(int[] firsts, int each, int[] weights) {
  /** Bits behind the point: 32 less 8 for the pixel and 2 to spare. */
  private static final int FRACTION_BITS = 32 - 8 - 2;

  /** One half in fixed point: sums start from it, so that dropping the fraction rounds. */
  static final int HALF = 1 << (FRACTION_BITS - 1);

  /** What enlarging (2) and moderate reduction (3) need, and what has a fast loop. */
  static final int FEW = 3;

  /** Taps of the output pixels {@code start} to {@code start + count - 1} of {@code outputs}. */
  static ResamplingWeights of(int inputs, int outputs, int start, int count) {
    double scale = (double) inputs / outputs;
    double support = Math.max(scale, 1.0);
    int most = FEW;
    for (int i = 0; i < count; i++) {
      double centre = centre(start + i, scale);
      most = Math.max(most, end(centre, support, inputs) - first(centre, support));
    }
    int each = Math.min(most, inputs);
    ResamplingWeights taps = new ResamplingWeights(new int[count], each, new int[count * each]);
    for (int i = 0; i < count; i++) {
      taps.fill(i, centre(start + i, scale), support, inputs);
    }
    return taps;
  }

  private static double centre(int output, double scale) {
    return (output + 0.5) * scale;
  }

  private static int first(double centre, double support) {
    return Math.max(0, (int) (centre - support + 0.5));
  }

  private static int end(double centre, double support, int inputs) {
    return Math.min(inputs, (int) (centre + support + 0.5));
  }

  private void fill(int i, double centre, double support, int inputs) {
    int first = first(centre, support);
    double[] triangle = new double[end(centre, support, inputs) - first];
    double total = 0;
    for (int k = 0; k < triangle.length; k++) {
      // Pillow multiplies by the reciprocal; a division rounds differently now and then.
      double distance = Math.abs((k + first - centre + 0.5) * (1.0 / support));
      triangle[k] = distance < 1 ? 1 - distance : 0;
      total += triangle[k];
    }
    firsts[i] = Math.min(first, inputs - each);
    for (int k = 0; k < triangle.length; k++) {
      int tap = i * each + first - firsts[i] + k;
      weights[tap] = (int) (0.5 + triangle[k] / total * (1 << FRACTION_BITS));
    }
  }

  int count() {
    return firsts.length;
  }

  int first(int i) {
    return firsts[i];
  }

  /** The index behind the last input pixel. */
  int end(int i) {
    return firsts[i] + each;
  }

  /** The weight of an input pixel, one of those from {@code first(i)} to {@code end(i)}. */
  int weight(int i, int input) {
    return weights[i * each + input - firsts[i]];
  }

  /** A sum that started from {@link #HALF}, 0 to 255; triangle weights cannot leave this range. */
  static int toByte(int sum) {
    return sum >> FRACTION_BITS;
  }
}
