package org.opponency.physiology;

import static com.google.common.truth.Truth.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HarmonicTest {
  private static final int PHASES = 8;

  private static Harmonic of(DoubleUnaryOperator response) {
    return Harmonic.of(
        IntStream.range(0, PHASES)
            .mapToDouble(i -> response.applyAsDouble(2 * Math.PI * i / PHASES) - 0.5)
            .toArray());
  }

  @Test
  void linearCellsHaveAFirstHarmonicAlone() {
    Harmonic harmonic = of(angle -> 0.5 + 3 * Math.cos(angle - 1));
    assertThat(harmonic.mean()).isWithin(1e-6).of(0);
    assertThat(harmonic.amplitude()).isWithin(1e-6).of(3);
    assertThat(harmonic.response()).isWithin(1e-6).of(3);
    assertThat(harmonic.along(of(angle -> Math.cos(angle - 1)))).isWithin(1e-6).of(3);
    assertThat(harmonic.along(of(angle -> Math.cos(angle - 1 - Math.PI)))).isWithin(1e-6).of(-3);
    assertThat(harmonic.along(of(angle -> Math.cos(angle - 1 - Math.PI / 2)))).isWithin(1e-6).of(0);
  }

  @Test
  void complexCellsHaveAMeanAlone() {
    Harmonic complex = of(angle -> 0.5 + Math.cos(angle) * Math.cos(angle));
    assertThat(complex.amplitude()).isWithin(1e-6).of(0);
    assertThat(complex.response()).isWithin(1e-6).of(0.5);
  }

  @Test
  void halfRectifiedCellsHaveBoth() {
    Harmonic simple = of(angle -> 0.5 + Math.max(0, Math.cos(angle)));
    assertThat(simple.amplitude()).isWithin(1e-6).of(0.5);
    assertThat(simple.mean()).isWithin(1e-6).of((1 + Math.sqrt(2)) / 8);
  }

  @Test
  void suppressedCellsAnswerNothing() {
    Harmonic suppressed = of(angle -> 0.1);
    assertThat(suppressed.response()).isWithin(1e-6).of(0);
    assertThat(suppressed.along(of(angle -> 0.5))).isEqualTo(0.0);
  }
}
