package org.opponency.orchard;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class BladeTest {
  @Test
  void aLeafIsWidestInTheMiddleAndPointedAtBothEnds() {
    Blade leaf = Blade.of(0, 0, 0, 2, 0.5, 0, 0);
    assertThat(leaf.covers(0.49, 1)).isTrue();
    assertThat(leaf.covers(0.51, 1)).isFalse();
    assertThat(leaf.covers(0.2, 0.1)).isFalse();
    assertThat(leaf.covers(0, -0.01)).isFalse();
    assertThat(leaf.covers(0, 2.01)).isFalse();
    assertThat(leaf.across(-0.25, 1, leaf.along(-0.25, 1))).isWithin(1e-12).of(-0.5);
  }

  @Test
  void aQuarterTurnPointsItAlongX() {
    Blade spike = Blade.of(1, 1, Math.PI / 2, 1, 0.1, 1, 0);
    assertThat(spike.along(1.5, 1)).isWithin(1e-12).of(0.5);
    assertThat(spike.covers(1.5, 1.04)).isTrue();
    assertThat(spike.covers(1.5, 1.06)).isFalse();
  }

  @Test
  void curlMovesTheTipSideways() {
    Blade curled = Blade.of(0, 0, 0, 1, 0.1, 1, 0.5);
    assertThat(curled.covers(0.32, 0.8)).isTrue();
    assertThat(curled.covers(0, 0.8)).isFalse();
  }
}
