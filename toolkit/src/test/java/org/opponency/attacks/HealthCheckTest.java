package org.opponency.attacks;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.primitives.Ints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.attacks.HealthCheck.Verdict;
import org.opponency.models.VisionModel;

class HealthCheckTest {
  private static final Attack NOISE = Attack.uniformNoise(Norm.LINF);
  private static final Attack PGD = Attack.pgd(Norm.LINF);
  private static final AttackProtocol FULL =
      new AttackProtocol(List.of(NOISE, PGD), List.of(0.0, 0.1, 0.2), Mode.FULL, 4, 1);
  private static final int IMAGES = 4;

  private static AttackOutcomes clean(int... broken) {
    return new AttackOutcomes(rows(AttackOutcome.CLEAN, 0, broken), GradientCounts.NONE);
  }

  private static AttackOutcomes attacked(
      Attack attack, GradientCounts counts, int[] atZero, int[] small, int[] large) {
    List<AttackOutcome> rows = new ArrayList<>(rows(attack.name(), 0, atZero));
    rows.addAll(rows(attack.name(), 0.1, small));
    rows.addAll(rows(attack.name(), 0.2, large));
    return new AttackOutcomes(rows, counts);
  }

  private static List<AttackOutcome> rows(String attack, double epsilon, int[] broken) {
    return IntStream.range(0, IMAGES)
        .mapToObj(i -> new AttackOutcome(i, attack, epsilon, Ints.contains(broken, i)))
        .toList();
  }

  private static Map<String, HealthCheck> checks(AttackOutcomes... batches) {
    return checks(FULL, batches);
  }

  private static Map<String, HealthCheck> checks(
      AttackProtocol protocol, AttackOutcomes... batches) {
    return RobustAccuracy.of(protocol, IMAGES, List.of(batches)).health().stream()
        .collect(Collectors.toMap(HealthCheck::check, Function.identity()));
  }

  private static Verdict verdict(Map<String, HealthCheck> checks, String check) {
    return checks.get(check).verdict();
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
    assertThat(verdict(checks, "curves that rise")).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(checks.values().stream().filter(check -> check.verdict() == Verdict.PASSED))
        .hasSize(5);
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
    assertThat(verdict(checks, "epsilon 0 gives clean accuracy")).isEqualTo(Verdict.FAILED);
    assertThat(verdict(checks, "the loss rises over steps")).isEqualTo(Verdict.FAILED);
    assertThat(checks.get("the loss rises over steps").found()).isEqualTo("in 25.0 %");
    assertThat(verdict(checks, "gradients are there")).isEqualTo(Verdict.FAILED);
    assertThat(checks.get("gradients are there").found()).isEqualTo("10.0 % are zero");
    assertThat(verdict(checks, "noise does not beat PGD")).isEqualTo(Verdict.FAILED);
    assertThat(checks.get("noise does not beat PGD").found()).isEqualTo("beats it at 2 epsilons");
    assertThat(verdict(checks, "curves that rise")).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(checks.get("curves that rise").found()).isEqualTo("1 times in single attacks");
    assertThat(verdict(checks, "the cumulative curve never rises")).isEqualTo(Verdict.PASSED);
    checks.values().forEach(check -> assertThat(check.meaning()).isNotEmpty());
  }

  /** Noise alone in worst-case mode: no gradient, no PGD and nothing at epsilon 0. */
  @Test
  void aCheckThatDidNotRunHasNotPassed() {
    var noise = new AttackProtocol(List.of(NOISE), List.of(0.0, 0.1, 0.2), Mode.WORST_CASE, 4, 1);
    var checks = checks(noise, clean(0));
    for (String check :
        List.of(
            "epsilon 0 gives clean accuracy",
            "the loss rises over steps",
            "gradients are there",
            "noise does not beat PGD")) {
      assertThat(verdict(checks, check)).isEqualTo(Verdict.DID_NOT_RUN);
      assertThat(checks.get(check).found()).containsMatch("needs|no ");
    }
    assertThat(verdict(checks, "the cumulative curve never rises")).isEqualTo(Verdict.PASSED);
    assertThat(Verdict.DID_NOT_RUN.toString()).isEqualTo("did not run");
  }

  /** L2 noise of a size and an L-infinity perturbation of that size are not comparable. */
  @Test
  void noiseIsComparedInItsOwnNormOnly() {
    Attack other = Attack.uniformNoise(Norm.L2);
    var mixed = new AttackProtocol(List.of(other, PGD), FULL.epsilons(), Mode.FULL, 4, 1);
    var checks =
        checks(
            mixed,
            clean(0),
            attacked(other, GradientCounts.NONE, list(0), list(0, 1, 2), list(0, 1, 2)),
            attacked(PGD, GradientCounts.NONE, list(0), list(0, 1), list(0, 1)));
    assertThat(verdict(checks, "noise does not beat PGD")).isEqualTo(Verdict.DID_NOT_RUN);
  }

  @Test
  void withoutEpsilonZeroNothingIsSaidAboutIt() {
    var checks = checks(FULL.with(List.of(0.1, 0.2)), clean(0));
    assertThat(verdict(checks, "epsilon 0 gives clean accuracy")).isEqualTo(Verdict.DID_NOT_RUN);
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
  void aRealMeasurementPasses(@TempDir Path folder) {
    try (VisionModel vision = Toys.drawn(11)) {
      RobustAccuracy result = Toys.measure(folder, vision, Toys.noise(12), FULL);
      assertThat(result.gradients().climbs()).isEqualTo(24);
      assertThat(result.health().stream().map(HealthCheck::verdict))
          .containsExactly(
              Verdict.PASSED,
              Verdict.PASSED,
              Verdict.PASSED,
              Verdict.PASSED,
              Verdict.NOT_JUDGED,
              Verdict.PASSED)
          .inOrder();
    }
  }
}
