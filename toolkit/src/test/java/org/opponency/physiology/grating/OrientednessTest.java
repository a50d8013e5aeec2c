package org.opponency.physiology.grating;

import static com.google.common.truth.Truth.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opponency.physiology.Subunits.Profile;

class OrientednessTest {
  private static final int SIDE = 13;

  @Test
  void whatLooksAlikeFromAllSidesHasNoOrientation() {
    for (Orientedness round :
        new Orientedness[] {
          of((x, y) -> Math.exp(-(x * x + y * y) / 8.0)),
          of((x, y) -> Math.exp(-(x * x + y * y) / 4.0) - 0.4 * Math.exp(-(x * x + y * y) / 12.0))
        }) {
      assertThat(round.orthogonal()).isGreaterThan(0.97);
      assertThat(round.deviation()).isLessThan(0.02);
    }
  }

  /** Bars see the cosine of the angle between them and the slope: s.d. sqrt(1/2 - 4 / pi^2). */
  @Test
  void aSlopeHasTheCosineOfItsDirection() {
    Orientedness slope = of((x, y) -> y);
    assertThat(slope.orientation()).isEqualTo(0.0);
    assertThat(slope.orthogonal()).isWithin(0.01).of(0);
    assertThat(slope.deviation()).isWithin(0.02).of(0.3078);
    assertThat(of((x, y) -> x).orientation()).isEqualTo(90.0);
  }

  @Test
  void aBarIsFoundWithItsWidthEitherWayUp() {
    for (int sign : new int[] {1, -1}) {
      Orientedness bar = of((x, y) -> sign * (Math.abs(y) <= 1 ? 1 : 0));
      assertThat(bar.orientation()).isEqualTo(0.0);
      assertThat(bar.width()).isWithin(1).of(3);
      assertThat(bar.orthogonal()).isLessThan(0.5);
    }
    Orientedness oblique = of((x, y) -> Math.abs(x + y) <= 1 ? 1 : 0);
    assertThat(oblique.orientation()).isEqualTo(45.0);
  }

  @Test
  void aFieldOfOneLevelHasNone() {
    assertThat(of((x, y) -> 0.7).orthogonal()).isNaN();
    assertThat(of((x, y) -> Double.NaN).deviation()).isNaN();
  }

  private static Orientedness of(Profile profile) {
    double[] field =
        IntStream.range(0, SIDE * SIDE)
            .mapToDouble(i -> profile.at(i % SIDE - SIDE / 2, i / SIDE - SIDE / 2))
            .toArray();
    return Orientedness.of("layer", 3, field, SIDE);
  }
}
