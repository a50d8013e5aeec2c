package org.opponency.images;

/**
 * Which input pixels make each output pixel along one axis, and with what weights: Pillow's {@code
 * precompute_coeffs} and {@code normalize_coeffs_8bpc} (Resample.c) for its bilinear filter.
 *
 * @param firsts index of the first input pixel of each output pixel
 * @param ends index behind its last input pixel
 * @param room weights kept for each output pixel; those not used are zero
 * @param weights in fixed point, {@code room} for each output pixel
 */
record Taps(int[] firsts, int[] ends, int room, int[] weights) {
  /** Bits behind the point: 32 less 8 for the pixel and 2 to spare. */
  private static final int FRACTION_BITS = 32 - 8 - 2;

  /** One half in fixed point: sums start from it, so that dropping the fraction rounds. */
  static final int HALF = 1 << (FRACTION_BITS - 1);

  /** Taps of the output pixels {@code start} to {@code start + count - 1} of {@code outputs}. */
  static Taps of(int inputs, int outputs, int start, int count) {
    double scale = (double) inputs / outputs;
    double support = Math.max(scale, 1.0);
    int room = (int) Math.ceil(support) * 2 + 1;
    Taps taps = new Taps(new int[count], new int[count], room, new int[count * room]);
    for (int i = 0; i < count; i++) {
      taps.fill(i, (start + i + 0.5) * scale, support, inputs);
    }
    return taps;
  }

  private void fill(int i, double centre, double support, int inputs) {
    int first = Math.max(0, (int) (centre - support + 0.5));
    int end = Math.min(inputs, (int) (centre + support + 0.5));
    firsts[i] = first;
    ends[i] = end;
    double[] triangle = new double[end - first];
    double total = 0;
    for (int k = 0; k < triangle.length; k++) {
      // Pillow multiplies by the reciprocal; a division rounds differently now and then.
      double distance = Math.abs((k + first - centre + 0.5) * (1.0 / support));
      triangle[k] = distance < 1 ? 1 - distance : 0;
      total += triangle[k];
    }
    for (int k = 0; k < triangle.length; k++) {
      weights[i * room + k] = (int) (0.5 + triangle[k] / total * (1 << FRACTION_BITS));
    }
  }

  int count() {
    return firsts.length;
  }

  int first(int i) {
    return firsts[i];
  }

  int end(int i) {
    return ends[i];
  }

  /** A sum that started from {@link #HALF} as a byte; triangle weights cannot leave its range. */
  static byte toByte(int sum) {
    return (byte) (sum >> FRACTION_BITS);
  }
}
