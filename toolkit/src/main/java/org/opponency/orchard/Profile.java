package org.opponency.orchard;

/**
 * Outline of a body of revolution: its squared radius over height -1 (bottom) to 1 (stem end).
 *
 * <p>Eleven control radii stand at heights -cos(k pi / 10), dense at the ends where an outline
 * turns fastest; between them runs a Catmull-Rom spline. The squared radius is what is tabulated,
 * since it is smooth at round ends and half its slope is what the surface normal needs.
 */
final class Profile {
  static final int CONTROLS = 11;
  private static final int CELLS = 160;
  private static final double[] POSITION = positions();

  private final double[] squared = new double[CELLS + 1];
  private final double[] scalloped = new double[CELLS + 1];
  private final double area;

  /**
   * A profile through control radii, scalloped.
   *
   * @param radii {@value #CONTROLS} radii from the bottom to the stem end
   * @param depth relative depth of the scallops along the outline
   * @param count scallops from end to end
   */
  Profile(double[] radii, double depth, double count) {
    double sum = 0;
    for (int i = 0; i <= CELLS; i++) {
      double height = 2.0 * i / CELLS - 1;
      double wave = count * height - StrictMath.floor(count * height);
      double bump = 1 + depth * (4 * wave * (1 - wave) - 0.67);
      double radius = spline(radii, POSITION[i]);
      squared[i] = radius * radius;
      scalloped[i] = squared[i] * bump * bump;
      sum += radius;
    }
    area = 4 * sum / (CELLS + 1);
  }

  /** Area of the outline. */
  double area() {
    return area;
  }

  /** Squared radius of the outline at a height, zero beyond the ends. */
  double outline(double height) {
    return at(height, scalloped);
  }

  /**
   * Squared radius without the scallops: they belong to the outline and must not be seen inside.
   */
  double squaredRadius(double height) {
    return at(height, squared);
  }

  /** Half the slope of the squared radius, eased over two cells so that shading shows no bands. */
  double halfSlope(double height) {
    double position = (height + 1) * (CELLS / 2.0);
    int cell = Math.max(1, Math.min(CELLS - 2, (int) position));
    double share = Math.max(0, Math.min(1, position - cell));
    double here = squared[cell + 1] - squared[cell - 1];
    double next = squared[cell + 2] - squared[cell];
    return (here + (next - here) * share) * (CELLS / 8.0);
  }

  private static double at(double height, double[] table) {
    double position = (height + 1) * (CELLS / 2.0);
    if (!(position >= 0 && position < CELLS)) {
      return 0;
    }
    int cell = (int) position;
    return table[cell] + (table[cell + 1] - table[cell]) * (position - cell);
  }

  private static double spline(double[] radii, double position) {
    int k = Math.min(CONTROLS - 2, (int) position);
    double x = position - k;
    double before = k == 0 ? -radii[1] : radii[k - 1];
    double from = radii[k];
    double to = radii[k + 1];
    double after = k == CONTROLS - 2 ? 2 * to - from : radii[k + 2];
    double value =
        from
            + 0.5
                * x
                * (to
                    - before
                    + x * (2 * before - 5 * from + 4 * to - after)
                    + x * x * (3 * (from - to) + after - before));
    return Math.max(0, value);
  }

  private static double[] positions() {
    double[] positions = new double[CELLS + 1];
    for (int i = 0; i <= CELLS; i++) {
      positions[i] =
          StrictMath.acos(Math.max(-1, Math.min(1, 1 - 2.0 * i / CELLS)))
              / StrictMath.PI
              * (CONTROLS - 1);
    }
    return positions;
  }
}
