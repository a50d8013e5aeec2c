package org.opponency.stimuli;

import static org.opponency.io.Text.format;

/**
 * What the long, middle and short wavelength cones (L, M, S) of a human eye take in of a screen's
 * colours, and which colours give them a contrast about mid-grey.
 *
 * <p>From sRGB levels (IEC 61966-2-1) to linear light, then to cones by Smith and Pokorny's
 * fundamentals (1975; Vienot, Brettel and Mollon 1999 print the matrix on X, Y and Z: L 0.15514,
 * 0.54312, -0.03286; M -0.15514, 0.45684, 0.03286; S 0, 0, 0.01608). Its product with sRGB's
 * primaries about D65 is the matrix used here, to 3e-5. L + M is luminance: 1 for white, and
 * 0.2127, 0.7151 and 0.0722 for red, green and blue. The fundamentals are defined on the observer
 * that Judd and Vos corrected, sRGB's primaries for that of 1931; like most software this takes one
 * for the other, which matters in the far blue only.
 */
public final class ConeSpace {
  /** What cones adapt to: grey 0.5, the middle of the range. */
  public static final UniformField BACKGROUND = Grey.MID;

  private static final double[][] CONES = {
    {0.17886, 0.43997, 0.03597}, {0.03380, 0.27515, 0.03621}, {0.00031, 0.00192, 0.01528}
  };
  private static final double[][] PRIMARIES = inverse(CONES);
  private static final double LIGHT = linear(BACKGROUND.rgb()[0]);
  private static final double[] GREY = cones(BACKGROUND.rgb());
  private static final double ROUNDING = 1e-9;

  private ConeSpace() {}

  /** Linear light of an sRGB level, both in [0, 1]. */
  public static double linear(double level) {
    return level <= 0.04045 ? level / 12.92 : Math.pow((level + 0.055) / 1.055, 2.4);
  }

  /** The sRGB level of linear light, both in [0, 1]. */
  public static double level(double light) {
    return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
  }

  /**
   * What the cones take in of a colour.
   *
   * @param rgb sRGB levels in [0, 1]
   * @return L, M, S; white gives 0.6548, 0.3452 and 0.0175
   */
  public static double[] cones(double... rgb) {
    return product(CONES, linear(rgb[0]), linear(rgb[1]), linear(rgb[2]));
  }

  /** The contrasts of L, M and S of a colour to the background: (cone - grey) / grey. */
  public static double[] contrasts(double... rgb) {
    double[] cones = cones(rgb);
    return new double[] {cones[0] / GREY[0] - 1, cones[1] / GREY[1] - 1, cones[2] / GREY[2] - 1};
  }

  /**
   * The colour of cone contrasts about the background.
   *
   * @return sRGB levels in [0, 1]
   * @throws IllegalArgumentException if no screen has that colour; it says how much it can show
   */
  public static double[] rgb(double l, double m, double s) {
    double[] change = change(l, m, s);
    double share = largest(change);
    if (share < 1 - ROUNDING) {
      throw new IllegalArgumentException(
          format(
              "Expected cone contrasts about mid-grey that a screen can show, got L %.3f, M %.3f, S %.3f; in this direction it shows at most %.1f %% of them",
              l, m, s, 100 * share));
    }
    return new double[] {
      shown(LIGHT + change[0]), shown(LIGHT + change[1]), shown(LIGHT + change[2])
    };
  }

  /** Rounding may leave the range by a hair. */
  private static double shown(double light) {
    return level(Math.min(1, Math.max(0, light)));
  }

  /** Change of linear red, green and blue that gives cone contrasts. */
  private static double[] change(double l, double m, double s) {
    return product(PRIMARIES, l * GREY[0], m * GREY[1], s * GREY[2]);
  }

  /**
   * How many times cone contrasts can be shown: the largest factor with which red, green and blue
   * stay in their range.
   *
   * @return infinite for no contrast at all
   */
  public static double largest(double l, double m, double s) {
    return largest(change(l, m, s));
  }

  private static double largest(double[] changes) {
    double most = Double.POSITIVE_INFINITY;
    for (double change : changes) {
      double room = change > 0 ? 1 - LIGHT : LIGHT;
      most = change == 0 ? most : Math.min(most, room / Math.abs(change));
    }
    return most;
  }

  private static double[] product(double[][] matrix, double x, double y, double z) {
    double[] result = new double[matrix.length];
    for (int row = 0; row < result.length; row++) {
      result[row] = matrix[row][0] * x + matrix[row][1] * y + matrix[row][2] * z;
    }
    return result;
  }

  /** By cofactors. */
  private static double[][] inverse(double[][] a) {
    double[][] inverse = new double[3][3];
    double determinant = 0;
    for (int i = 0; i < 3; i++) {
      determinant += a[0][i] * minor(a, 0, i);
    }
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        inverse[column][row] = minor(a, row, column) / determinant;
      }
    }
    return inverse;
  }

  /** With its sign. */
  private static double minor(double[][] a, int row, int column) {
    int up = (row + 1) % 3;
    int down = (row + 2) % 3;
    int left = (column + 1) % 3;
    int right = (column + 2) % 3;
    return a[up][left] * a[down][right] - a[up][right] * a[down][left];
  }
}
