package org.opponency.attacks;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opponency.images.Preprocessing;
import org.opponency.models.VisionModel;

class HealthReportTest {
  private static final Attack NOISE = Attack.uniformNoise(Norm.LINF);
  private static final Attack PGD = Attack.pgd(Norm.LINF);
  private static final AttackProtocol FULL =
      new AttackProtocol(List.of(NOISE, PGD), List.of(0.0, 0.1, 0.2), Mode.FULL, 4, 1);
  private static final int[] IMAGES = {0, 1, 2, 3};

  private static AttackedBatch clean(int... broken) {
    return batch(AttackedBatch.CLEAN, GradientCounts.NONE, new Trial(0, IMAGES, broken));
  }

  private static AttackedBatch batch(String attack, GradientCounts counts, Trial... trials) {
    return new AttackedBatch(attack, List.of(trials), counts);
  }

  private static AttackedBatch attacked(
      Attack attack, GradientCounts counts, int[] atZero, int[] small, int[] large) {
    return batch(
        attack.toString(),
        counts,
        new Trial(0, IMAGES, atZero),
        new Trial(0.1, IMAGES, small),
        new Trial(0.2, IMAGES, large));
  }

  private static Map<String, HealthCheck> checks(AttackedBatch... batches) {
    return RobustAccuracy.of(FULL, IMAGES.length, List.of(batches)).health().stream()
        .collect(Collectors.toMap(HealthCheck::check, Function.identity()));
  }

  private static int[] list(int... images) {
    return images;
  }

  @Test
  void allIsWellWithStrongAttacks() {
    var checks =
        checks(
            clean(0),
            attacked(NOISE, GradientCounts.NONE, list(0), list(0), list(0, 1)),
            attacked(PGD, new GradientCounts(80, 0, 8, 8), list(0), list(0, 1), list(0, 1, 2)));
    checks.values().forEach(check -> assertThat(check.passed()).isTrue());
    assertThat(checks.get("epsilon 0 gives clean accuracy").found()).isEqualTo("75.0 %");
    assertThat(checks.get("curves that rise").found()).isEqualTo("0 times in single attacks");
  }

  @Test
  void whatIsWrongIsFlaggedAndExplained() {
    var checks =
        checks(
            clean(0),
            attacked(NOISE, GradientCounts.NONE, list(0, 1), list(0, 1, 2), list(0)),
            attacked(PGD, new GradientCounts(80, 8, 8, 2), list(0), list(0), list(0)));
    assertThat(checks.get("epsilon 0 gives clean accuracy").passed()).isFalse();
    assertThat(checks.get("the loss rises over steps").passed()).isFalse();
    assertThat(checks.get("the loss rises over steps").found()).isEqualTo("in 25.0 %");
    assertThat(checks.get("gradients are there").passed()).isFalse();
    assertThat(checks.get("gradients are there").found()).isEqualTo("10.0 % are zero");
    assertThat(checks.get("noise does not beat PGD").passed()).isFalse();
    assertThat(checks.get("noise does not beat PGD").found()).isEqualTo("beats it at 2 epsilons");
    assertThat(checks.get("curves that rise").passed()).isTrue(); // shown, not judged
    assertThat(checks.get("curves that rise").found()).isEqualTo("1 times in single attacks");
    assertThat(checks.get("the cumulative curve never rises").passed()).isTrue();
    checks.values().forEach(check -> assertThat(check.meaning()).isNotEmpty());
  }

  /** A network whose logits do not depend on the pixels. */
  @Test
  void aBlindNetworkHasNoGradients() {
    double[][] weights = new double[2][Toys.NUMBERS];
    try (VisionModel vision = Toys.linear(weights, 1, 0)) {
      var pixels = Toys.grey(vision.manager(), 3, 0.5);
      AttackBatch batch = AttackBatch.of(vision, pixels, new int[3], 0.1, 1);
      batch.fooled(PGD.perturb(batch));
      assertThat(batch.counts()).isEqualTo(new GradientCounts(120, 120, 3, 0));
    }
  }

  @Test
  void aRealMeasurementPasses() {
    try (VisionModel vision = Toys.drawn(11)) {
      RobustAccuracy result =
          RobustAccuracy.measure(vision, Toys.noise(12), Preprocessing.AS_IS, FULL, progress -> {});
      assertThat(result.gradients().climbs()).isEqualTo(24);
      result.health().forEach(check -> assertThat(check.passed()).isTrue());
    }
  }
}
