package org.opponency.orchard;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class NoiseTest {
  private final Brush brush = new Brush();

  @Test
  void takesTheLatticeValuesAtWholeNumbers() {
    assertThat(value(3, -2)).isEqualTo(Noise.hash(3, -2, 8));
    assertThat(value(2.999999, -2)).isWithin(1e-6).of(Noise.hash(3, -2, 8));
  }

  @Test
  void slopesAreTheDerivatives() {
    double step = 1e-6;
    double x = -1.3;
    double y = 4.6;
    double slopeX = (value(x + step, y) - value(x - step, y)) / (2 * step);
    double slopeY = (value(x, y + step) - value(x, y - step)) / (2 * step);
    value(x, y);
    assertThat(brush.noiseX).isWithin(1e-6).of(slopeX);
    assertThat(brush.noiseY).isWithin(1e-6).of(slopeY);
  }

  @Test
  void floorRoundsDown() {
    assertThat(Noise.floor(-0.5)).isEqualTo(-1);
    assertThat(Noise.floor(-2)).isEqualTo(-2);
    assertThat(Noise.floor(1.9)).isEqualTo(1);
  }

  private double value(double x, double y) {
    Noise.at(x, y, 8, brush);
    return brush.noise;
  }
}
