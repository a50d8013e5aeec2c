package org.opponency.study.parity;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.models.parity.Precision;
import org.opponency.models.parity.Reading;
import org.opponency.models.parity.Sketch;

/**
 * Norm 10 and projections of zero, so that an error is a tenth of what the projections differ by.
 */
class AgreementTest {
  private static final Sketch EXACT = sketch(0);
  private static final List<GoldenTensor> GOLDEN =
      List.of(
          new GoldenTensor("eval", "fc", EXACT, sketch(2)),
          new GoldenTensor("eval", "conv", EXACT, sketch(1)),
          new GoldenTensor("gradient", "fc", EXACT, sketch(3)));

  private static Sketch sketch(double projection) {
    return new Sketch(10, projection, projection, projection);
  }

  private static List<Reading> ours(double evalFc, double evalConv, double gradient) {
    return List.of(
        new Reading("eval", "conv", sketch(evalConv)),
        new Reading("eval", "fc", sketch(evalFc)),
        new Reading("gradient", "fc", sketch(gradient)));
  }

  @Test
  void theWorstTensorOfEachKindCounts() {
    List<Agreement> agreements = Agreement.of(GOLDEN, ours(0.1, 0.5, 0), Precision.FLOAT64);
    assertThat(agreements).hasSize(2);
    assertThat(agreements.get(0).tensors()).isEqualTo(2);
    assertThat(agreements.get(0).observed()).isWithin(1e-12).of(0.05);
    assertThat(agreements.get(0).own()).isWithin(1e-12).of(0.2);
    assertThat(agreements.get(1).observed()).isWithin(0).of(0);
    assertThat(Agreement.worst(agreements).own()).isWithin(1e-12).of(0.3);
  }

  @Test
  void float32IsHeldAgainstFloat32() {
    List<Agreement> agreements = Agreement.of(GOLDEN, ours(2, 1, 3), Precision.FLOAT32);
    assertThat(Agreement.worst(agreements).observed()).isWithin(0).of(0);
  }

  @Test
  void whatIsNoNumberStaysTheWorst() {
    List<Agreement> agreements = Agreement.of(GOLDEN, ours(0, Double.NaN, 0), Precision.FLOAT64);
    assertThat(Agreement.worst(agreements).observed()).isNaN();
  }

  @Test
  void tensorsOfOneSideOnlyAreNamed() {
    List<Reading> ours =
        List.of(
            new Reading("eval", "fc", EXACT),
            new Reading("eval", "conv", EXACT),
            new Reading("gradient", "extra", EXACT));
    var refusal =
        assertThrows(
            IllegalStateException.class, () -> Agreement.of(GOLDEN, ours, Precision.FLOAT64));
    assertThat(refusal)
        .hasMessageThat()
        .endsWith("missing [gradient fc], unexpected [gradient extra]");
  }

  @Test
  void noNumberPassesNoBound() {
    assertThat(ParityCheck.bounded("a", 1, Double.NaN, 1).passed()).isFalse();
    assertThat(ParityCheck.bounded("a", 0.1, 0.1, 1).passed()).isTrue();
    assertThat(ParityCheck.bounded("a", 0.1, 0.11, 1).passed()).isFalse();
    assertThat(ParityCheck.reported("a", Double.NaN, 1).passed()).isFalse();
    assertThat(ParityCheck.reported("a", 7, 1).passed()).isTrue();
  }

  @Test
  void aTenthOfPyTorchsOwnDeviationIsAllowedButNoLessThanInEvalMode() {
    assertThat(NetworkSubject.tolerance(0.02, false)).isWithin(1e-15).of(0.002);
    assertThat(NetworkSubject.tolerance(1e-6, false)).isWithin(0).of(1e-5);
  }

  @Test
  void anotherOrderMayBeAsFarFromFloat64OnTheOtherSide() {
    assertThat(NetworkSubject.tolerance(0.02, true)).isWithin(1e-15).of(0.04);
    assertThat(NetworkSubject.tolerance(1e-6, true)).isWithin(0).of(1e-5);
  }
}
