package org.opponency.physiology;

import java.util.stream.DoubleStream;

/**
 * How sharply a cell is tuned to orientation, at the frequency that it responds to most.
 *
 * @param orientation preferred, in degrees, [0, 180): half the angle of the mean vector (Swindale
 *     1998); NaN for a cell without response
 * @param frequency periods a stimulus
 * @param circularVariance {@code 1 - |sum R exp(2 i theta)| / sum R}, 0 (one orientation) to 1 (all
 *     alike; Ringach et al. 2002); NaN for a cell without response
 * @param bandwidth full width at half of the largest response in degrees, linear between the
 *     orientations shown; 180 where responses never fall that low, NaN without response
 */
public record OrientationTuning(
    double orientation, double frequency, double circularVariance, double bandwidth) {
  private static final double HALF_TURN = 180;

  /** The tuning of a map of responses behind a ReLU, none of them negative. */
  public static OrientationTuning of(OrientationMap map) {
    int frequency = map.bestFrequency();
    return of(map.orientationCurve(frequency), map.frequencies().get(frequency));
  }

  /**
   * The tuning at one frequency.
   *
   * @param curve responses to orientations at equal distances in [0, 180) degrees, none negative
   * @param frequency periods a stimulus
   */
  public static OrientationTuning of(double[] curve, double frequency) {
    double total = DoubleStream.of(curve).sum();
    if (total == 0) {
      return new OrientationTuning(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double x = 0;
    double y = 0;
    for (int i = 0; i < curve.length; i++) {
      double doubled = 2 * Math.PI * i / curve.length;
      x += curve[i] * Math.cos(doubled);
      y += curve[i] * Math.sin(doubled);
    }
    double angle = Math.toDegrees(Math.atan2(y, x)) / 2;
    return new OrientationTuning(
        angle < 0 ? (angle + HALF_TURN) % HALF_TURN : angle, // the sum may round to a half turn
        frequency,
        1 - Math.hypot(x, y) / total,
        width(curve, 0.5));
  }

  /**
   * Full width of a tuning curve at a share of its largest value, linear between the orientations
   * shown.
   *
   * @param curve responses to orientations at equal distances in [0, 180) degrees
   * @param share of the largest, in (0, 1)
   * @return degrees; 180 where the curve never falls that low
   */
  public static double width(double[] curve, double share) {
    int best = Extremes.largest(curve);
    double level = share * curve[best];
    double steps = stepsTo(level, curve, best, 1) + stepsTo(level, curve, best, -1);
    return Math.min(HALF_TURN, steps * HALF_TURN / curve.length);
  }

  /** Steps from the best orientation to where the curve first crosses a level. */
  private static double stepsTo(double level, double[] curve, int best, int direction) {
    double before = curve[best];
    for (int step = 1; step <= curve.length; step++) {
      double here = curve[Math.floorMod(best + direction * step, curve.length)];
      if (here <= level) {
        return step - 1 + (before - level) / (before - here);
      }
      before = here;
    }
    return curve.length;
  }
}
