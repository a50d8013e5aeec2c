package org.opponency.physiology;

/**
 * Where a curve is highest and lowest; the first of equals counts.
 *
 * @param best index of the largest response
 * @param worst index of the smallest
 * @param max the largest response
 * @param min the smallest
 */
public record Extremes(int best, int worst, float max, float min) {
  static Extremes of(float[] curve) {
    int best = 0;
    int worst = 0;
    for (int i = 1; i < curve.length; i++) {
      best = curve[i] > curve[best] ? i : best;
      worst = curve[i] < curve[worst] ? i : worst;
    }
    return new Extremes(best, worst, curve[best], curve[worst]);
  }

  /** Index of the largest value, the first of equals. */
  public static int largest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  /** Whether all responses are the same, so that none is preferred. */
  boolean flat() {
    return max == min;
  }
}
