package org.opponency.stimuli;

import java.util.ArrayList;
import java.util.List;

/**
 * A full field with given contrasts of the cones to mid-grey.
 *
 * @param l contrast of the long wavelength cones, -1 and above
 * @param m of the middle ones
 * @param s of the short ones
 */
public record ConeField(double l, double m, double s) implements UniformField {
  /** So that neighbours in a spiral turn by the golden angle. */
  private static final double GOLDEN = Math.PI * (3 - Math.sqrt(5));

  /** Refuses contrasts that no screen shows. */
  public ConeField {
    ConeSpace.rgb(l, m, s);
  }

  @Override
  public double[] rgb() {
    return ConeSpace.rgb(l, m, s);
  }

  /**
   * Hues of one luminance around mid-grey, a degree apart in the plane of {@link ConeAxis}: 0 is
   * red (L against M), 90 violet (S), 180 green, 270 lime.
   *
   * @param side pixels a side
   * @param contrast root mean square of the contrasts of L, M and S of each
   * @return 360, in order
   * @throws IllegalArgumentException if a screen cannot show one of them
   */
  public static StimulusSet<ConeField> isoluminant(int side, double contrast) {
    double[] red = ConeAxis.L_MINUS_M.contrasts();
    double[] violet = ConeAxis.S.contrasts();
    List<ConeField> fields = new ArrayList<>();
    for (int degrees = 0; degrees < 360; degrees++) {
      double across = contrast * Math.cos(Math.toRadians(degrees));
      double up = contrast * Math.sin(Math.toRadians(degrees));
      fields.add(new ConeField(across * red[0], across * red[1], up * violet[2]));
    }
    return new StimulusSet<>(side, fields);
  }

  /**
   * Fields all around mid-grey, evenly over the directions of L, M and S (a Fibonacci lattice),
   * each with its opposite.
   *
   * @param side pixels a side
   * @param pairs how many
   * @param contrast root mean square of the contrasts of L, M and S of each
   * @throws IllegalArgumentException if a screen cannot show one of them
   */
  public static StimulusSet<ConeField> around(int side, int pairs, double contrast) {
    List<ConeField> fields = new ArrayList<>();
    double radius = contrast * Math.sqrt(3);
    for (int i = 0; i < pairs; i++) {
      double height = (i + 0.5) / pairs;
      double ring = Math.sqrt(1 - height * height);
      double l = radius * ring * Math.cos(GOLDEN * i);
      double m = radius * ring * Math.sin(GOLDEN * i);
      fields.add(new ConeField(l, m, radius * height));
      fields.add(new ConeField(-l, -m, -radius * height));
    }
    return new StimulusSet<>(side, fields);
  }
}
