package org.opponency.benchmarks;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {
  /** Three turns of two steps: a load on the machine slows both sides of the second down. */
  @Test
  void isTheMedianOfTheTurns() {
    List<Double> own = List.of(1.0, 3.0, 10.0, 30.0, 2.0, 5.0);
    List<Double> other = List.of(2.0, 6.0, 20.0, 60.0, 1.0, 4.0);
    Ratio ratio = Ratio.of(own, other, 2); // medians 3/6, 30/60, 5/4
    assertThat(ratio.value()).isWithin(1e-12).of(0.5);
    assertThat(ratio.noise()).isWithin(1e-12).of(0);
  }

  /** Ratios 1, 2, 3, 4, 5: median 3, median distance 1. */
  @Test
  void itsNoiseIsTheStandardErrorOfTheMedian() {
    List<Double> ones = List.of(1.0, 1.0, 1.0, 1.0, 1.0);
    Ratio ratio = Ratio.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0), ones, 1);
    assertThat(ratio.value()).isWithin(1e-12).of(3);
    assertThat(ratio.noise()).isWithin(1e-4).of(1.4826 * 1.25331 / 2.23607);
  }

  @Test
  void isReadBackFromTheEndOfARow() {
    Ratio ratio = new Ratio(0.824, 0.016);
    assertThat(Ratio.last("| step | 4.7 (3.0) | 1.20 ± 0.10 | " + ratio + " |"))
        .isEqualTo(new Ratio(0.82, 0.02));
    var error = assertThrows(IllegalArgumentException.class, () -> Ratio.last("| step | 4.7 |"));
    assertThat(error).hasMessageThat().contains("Expected a ratio such as 0.82 ± 0.02");
  }

  @Test
  void onlyMoreThanTheNoiseIsSlower() {
    Ratio kept = new Ratio(1.0, 0.03);
    assertThat(new Ratio(1.2, 0.04).since(kept)).isEqualTo("**slower**"); // noise 3 x 0.05
    assertThat(new Ratio(1.14, 0.04).since(kept)).isEqualTo("as before");
    assertThat(new Ratio(0.8, 0.04).since(kept)).isEqualTo("faster");
    assertThat(new Ratio(1.04, 0).since(new Ratio(1.0, 0))).isEqualTo("as before");
  }
}
