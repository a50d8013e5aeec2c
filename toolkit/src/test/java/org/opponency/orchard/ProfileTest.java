package org.opponency.orchard;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class ProfileTest {
  private final Profile ball = new Profile(sines(), 0, 1);

  @Test
  void radiiOfABallGiveABall() {
    for (double height : new double[] {-0.99, -0.6, 0, 0.3, 0.8, 0.97}) {
      assertThat(ball.squaredRadius(height)).isWithin(0.01).of(1 - height * height);
      assertThat(ball.outline(height)).isEqualTo(ball.squaredRadius(height));
      assertThat(ball.halfSlope(height)).isWithin(0.03).of(-height);
    }
    assertThat(ball.area()).isWithin(0.05).of(Math.PI);
  }

  @Test
  void thereIsNothingBeyondTheEnds() {
    assertThat(ball.outline(-1.001)).isEqualTo(0);
    assertThat(ball.outline(1)).isEqualTo(0);
    assertThat(ball.outline(Double.NaN)).isEqualTo(0);
  }

  @Test
  void scallopsMoveTheOutlineOnly() {
    Profile scalloped = new Profile(sines(), 0.1, 4);
    assertThat(scalloped.outline(0.125)).isGreaterThan(ball.outline(0.125) * 1.05);
    assertThat(scalloped.outline(0)).isLessThan(ball.outline(0) * 0.9);
    assertThat(scalloped.squaredRadius(0.125)).isEqualTo(ball.squaredRadius(0.125));
  }

  private static double[] sines() {
    double[] radii = new double[Profile.CONTROLS];
    for (int i = 0; i < radii.length; i++) {
      radii[i] = Math.sin(Math.PI * i / (radii.length - 1));
    }
    return radii;
  }
}
