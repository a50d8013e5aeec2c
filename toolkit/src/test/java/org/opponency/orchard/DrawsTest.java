package org.opponency.orchard;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class DrawsTest {
  @Test
  void uniformFillsTheUnitInterval() {
    Draws draws = Draws.of(1);
    int[] tenths = new int[10];
    for (int i = 0; i < 10_000; i++) {
      tenths[(int) (draws.uniform() * 10)]++;
    }
    for (int count : tenths) {
      assertThat(count).isGreaterThan(900);
      assertThat(count).isLessThan(1100);
    }
  }

  @Test
  void aroundStaysWithinItsSpreadAndCentresOnItsMean() {
    Draws draws = Draws.of(2);
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      double value = draws.around(5, 2);
      assertThat(Math.abs(value - 5)).isAtMost(2.0);
      sum += value;
    }
    assertThat(sum / 10_000).isWithin(0.03).of(5);
  }

  @Test
  void splittingDoesNotDependOnWhatWasDrawn() {
    Draws fresh = Draws.of(3);
    Draws used = Draws.of(3);
    used.uniform();
    assertThat(used.split("light").bits()).isEqualTo(fresh.split("light").bits());
    assertThat(used.split(7).bits()).isEqualTo(fresh.split(7).bits());
  }

  @Test
  void streamsDifferByNameAndNumberAndSeed() {
    Draws draws = Draws.of(3);
    int light = draws.split("light").bits();
    assertThat(draws.split("pose").bits()).isNotEqualTo(light);
    assertThat(Draws.of(4).split("light").bits()).isNotEqualTo(light);
    assertThat(draws.split(1).bits()).isNotEqualTo(draws.split(0).bits());
  }
}
