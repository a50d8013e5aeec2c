package org.opponency.attacks;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.models.VisionModel;

class RobustAccuracyTest {
  private static final List<Double> EPSILONS = List.of(0.0, 0.003, 0.01, 0.03, 0.3);
  private static final AttackProtocol FULL =
      new AttackProtocol(Attack.five(Norm.LINF), EPSILONS, Mode.FULL, 8, 1);

  private final ImageSet images = Toys.noise(21);
  private VisionModel vision;

  @BeforeEach
  void open() {
    vision = Toys.drawn(11);
  }

  @AfterEach
  void close() {
    vision.close();
  }

  private RobustAccuracy measure(AttackProtocol protocol) {
    return RobustAccuracy.measure(vision, images, Preprocessing.AS_IS, protocol, progress -> {});
  }

  @Test
  void leavingWorkOutChangesNothingInTheWorstCase() {
    RobustAccuracy full = measure(FULL);
    RobustAccuracy worst = measure(FULL.with(Mode.WORST_CASE));
    RobustAccuracy cumulative = measure(FULL.with(Mode.CUMULATIVE));
    assertThat(worst.worstCase()).isEqualTo(full.worstCase());
    assertThat(worst.cumulative()).isEqualTo(full.cumulative());
    assertThat(cumulative.worstCase()).isEqualTo(full.cumulative());
    assertThat(cumulative.clean()).isEqualTo(full.clean());
    assertThat(worst.gradients().gradients()).isLessThan(full.gradients().gradients() / 2);
    assertThat(cumulative.gradients().gradients()).isAtMost(worst.gradients().gradients());
  }

  @Test
  void epsilonZeroIsCleanAccuracyAndNoAttackBeatsTheWorstCase() {
    RobustAccuracy full = measure(FULL);
    List<AccuracyUnderAttack> worst = full.worstCase();
    assertThat(full.clean()).isGreaterThan(0.1);
    assertThat(worst.get(0).accuracy()).isEqualTo(full.clean());
    for (Attack attack : FULL.attacks()) {
      List<AccuracyUnderAttack> curve = full.curve(attack);
      assertThat(curve.get(0).accuracy()).isEqualTo(full.clean());
      for (int e = 0; e < EPSILONS.size(); e++) {
        assertThat(worst.get(e).accuracy()).isAtMost(curve.get(e).accuracy());
      }
    }
  }

  @Test
  void theCumulativeCurveNeverRises() {
    List<AccuracyUnderAttack> curve = measure(FULL).cumulative();
    for (int e = 1; e < curve.size(); e++) {
      assertThat(curve.get(e).accuracy()).isAtMost(curve.get(e - 1).accuracy());
    }
    assertThat(curve.get(curve.size() - 1).accuracy()).isLessThan(curve.get(0).accuracy());
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aRunThatWasStoppedEndsWithTheSameBits(Mode mode) {
    AttackProtocol protocol = FULL.with(mode);
    List<AttackedBatch> whole = new ArrayList<>();
    run(protocol, List.of()).forEachRemaining(whole::add);
    for (int stop : new int[] {1, whole.size() / 2, whole.size()}) {
      List<AttackedBatch> batches = new ArrayList<>(whole.subList(0, stop));
      run(protocol, List.copyOf(batches)).forEachRemaining(batches::add);
      assertThat(text(batches)).isEqualTo(text(whole));
    }
  }

  private RobustnessRun run(AttackProtocol protocol, List<AttackedBatch> earlier) {
    return new RobustnessRun(
        vision, images, Preprocessing.AS_IS, protocol, earlier, progress -> {});
  }

  private static List<String> text(List<AttackedBatch> batches) {
    List<String> text = new ArrayList<>();
    for (AttackedBatch batch : batches) {
      text.add(batch.attack() + " " + batch.gradients());
      for (Trial trial : batch.trials()) {
        text.add(
            format(
                "%s %s %s",
                trial.epsilon(), Arrays.toString(trial.images()), Arrays.toString(trial.broken())));
      }
    }
    return text;
  }

  @Test
  void whatComesOfAnImageDoesNotDependOnTheOthers() {
    RobustAccuracy all = measure(FULL);
    ImageSet some = images.subset(3, 17, 20);
    RobustAccuracy alone =
        RobustAccuracy.measure(vision, some, Preprocessing.AS_IS, FULL, progress -> {});
    for (Attack attack : FULL.attacks()) {
      for (double epsilon : EPSILONS) {
        assertThat(alone.broken(attack, epsilon, 0)).isEqualTo(all.broken(attack, epsilon, 3));
        assertThat(alone.broken(attack, epsilon, 1)).isEqualTo(all.broken(attack, epsilon, 17));
        assertThat(alone.broken(attack, epsilon, 2)).isEqualTo(all.broken(attack, epsilon, 20));
      }
    }
  }

  @Test
  void progressEndsWhereItSaysItWould() {
    List<AttackProgress> told = new ArrayList<>();
    RobustAccuracy.measure(vision, images, Preprocessing.AS_IS, FULL, told::add);
    AttackProgress last = told.get(told.size() - 1);
    assertThat(last.done()).isEqualTo(last.total());
    assertThat(last.images()).isEqualTo(21);
    assertThat(last.attack()).isEqualTo("pgd");
    assertThat(told.get(0).attack()).isEqualTo(AttackedBatch.CLEAN);
    assertThat(last.broken()).isAtLeast(told.get(0).broken());
  }

  @Test
  void aSingleAttacksCurveNeedsFullMode() {
    RobustAccuracy worst = measure(FULL.with(Mode.WORST_CASE));
    var error = assertThrows(IllegalStateException.class, worst::curves);
    assertThat(error).hasMessageThat().contains("needs mode full");
  }

  @Test
  void anInterruptStopsBeforeTheNextBatch() {
    RobustnessRun run = run(FULL, List.of());
    run.next();
    Thread.currentThread().interrupt();
    assertThrows(IllegalStateException.class, run::next);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(run.hasNext()).isTrue();
  }
}
