package org.opponency.attacks;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import com.google.common.primitives.Booleans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.io.Progress;
import org.opponency.models.VisionModel;

class RobustAccuracyTest {
  private static final List<Double> EPSILONS = List.of(0.0, 0.003, 0.01, 0.03, 0.3);
  private static final AttackProtocol FULL =
      new AttackProtocol(Attack.five(Norm.LINF), EPSILONS, Mode.FULL, 8, 1);

  private static final List<String> NAMES = FULL.attacks().stream().map(Attack::name).toList();

  private final ImageSet images = Toys.noise(21);

  /** Shared, so that each mode is measured once. */
  @TempDir private static Path folder;

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
    return Toys.measure(folder, vision, images, protocol);
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

  /** Two images, two attacks, two epsilons; the second image is misclassified as it is. */
  @Test
  void successAndCurvesFollowFromTheOutcomes() {
    Attack bim = Attack.bim(Norm.LINF);
    Attack pgd = Attack.pgd(Norm.LINF);
    var protocol = new AttackProtocol(List.of(bim, pgd), List.of(0.1, 0.2), Mode.FULL, 2, 1);
    var clean =
        batch(new AttackOutcome(0, "clean", 0, false), new AttackOutcome(1, "clean", 0, true));
    var byBim =
        batch(
            new AttackOutcome(0, "bim", 0.1, true),
            new AttackOutcome(1, "bim", 0.1, true),
            new AttackOutcome(0, "bim", 0.2, false),
            new AttackOutcome(1, "bim", 0.2, false));
    var byPgd =
        batch(
            new AttackOutcome(0, "pgd", 0.1, false),
            new AttackOutcome(1, "pgd", 0.1, true),
            new AttackOutcome(0, "pgd", 0.2, false),
            new AttackOutcome(1, "pgd", 0.2, true));
    RobustAccuracy result = RobustAccuracy.of(protocol, 2, List.of(clean, byBim, byPgd));
    assertThat(result.success())
        .isEqualTo(
            new boolean[][][] {{{true, true}, {false, false}}, {{false, true}, {false, true}}});
    assertThat(result.outcomes()).hasSize(10);
    assertThat(result.clean()).isEqualTo(0.5);
    assertThat(accuracies(result.curve(bim))).containsExactly(0.0, 1.0).inOrder();
    assertThat(accuracies(result.curve(pgd))).containsExactly(0.5, 0.5).inOrder();
    assertThat(accuracies(result.worstCase())).containsExactly(0.0, 0.5).inOrder();
    assertThat(accuracies(result.cumulative())).containsExactly(0.0, 0.0).inOrder();
    var error =
        assertThrows(IllegalArgumentException.class, () -> result.curve(Attack.fgsm(Norm.LINF)));
    assertThat(error)
        .hasMessageThat()
        .isEqualTo(format("Expected one of [%s, %s], got FastGradient[norm=LINF]", bim, pgd));
  }

  private static AttackOutcomes batch(AttackOutcome... rows) {
    return new AttackOutcomes(List.of(rows), GradientCounts.NONE);
  }

  private static List<Double> accuracies(List<AccuracyUnderAttack> curve) {
    return curve.stream().map(AccuracyUnderAttack::accuracy).toList();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void theSuccessTableAgreesWithOutcomesAndCurves(Mode mode) {
    RobustAccuracy result = measure(FULL.with(mode));
    boolean[][][] success = result.success();
    boolean[] misclassified = new boolean[images.size()];
    for (AttackOutcome outcome : result.outcomes()) {
      if (outcome.attack().equals(AttackOutcome.CLEAN)) {
        misclassified[outcome.image()] = outcome.success();
      } else {
        int attack = NAMES.indexOf(outcome.attack());
        int epsilon = EPSILONS.indexOf(outcome.epsilon());
        assertThat(success[attack][epsilon][outcome.image()]).isEqualTo(outcome.success());
      }
    }
    boolean[] broken = misclassified.clone();
    for (int e = 0; e < EPSILONS.size(); e++) {
      if (mode != Mode.CUMULATIVE) {
        broken = misclassified.clone();
      }
      for (int a = 0; a < NAMES.size(); a++) {
        for (int image = 0; image < images.size(); image++) {
          broken[image] |= success[a][e][image];
        }
        if (mode == Mode.FULL) {
          double accuracy = result.curve(FULL.attacks().get(a)).get(e).accuracy();
          assertThat(standing(success[a][e])).isEqualTo(accuracy);
        }
      }
      assertThat(standing(broken)).isEqualTo(result.worstCase().get(e).accuracy());
    }
  }

  private static double standing(boolean[] broken) {
    return (double) (broken.length - Booleans.countTrue(broken)) / broken.length;
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aRunThatWasStoppedEndsWithTheSameBits(
      Mode mode, @TempDir Path unstopped, @TempDir Path stopped) throws IOException {
    AttackProtocol protocol = FULL.with(mode);
    RobustAccuracy whole = Toys.measure(unstopped, vision, images, protocol);
    int steps = files(unstopped).size();
    List<Progress> told = new ArrayList<>();
    for (int stop : new int[] {1, steps / 2, steps - 1}) {
      Consumer<Progress> stopping =
          step -> {
            told.add(step);
            if (told.size() == stop) {
              Thread.currentThread().interrupt();
            }
          };
      assertThrows(
          IllegalStateException.class,
          () -> Toys.measure(stopped, vision, images, protocol, stopping));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(files(stopped)).hasSize(stop);
    }
    RobustAccuracy resumed = Toys.measure(stopped, vision, images, protocol, told::add);
    assertThat(told).hasSize(steps);
    assertThat(files(stopped)).isEqualTo(files(unstopped));
    assertThat(resumed.success()).isEqualTo(whole.success());
    assertThat(resumed.worstCase()).isEqualTo(whole.worstCase());
    assertThat(resumed.gradients()).isEqualTo(whole.gradients());
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void whatComesOfAnImageDoesNotDependOnTheOthers() {
    RobustAccuracy all = measure(FULL);
    ImageSet some = images.subset(3, 17, 20);
    RobustAccuracy alone = Toys.measure(folder, vision, some, FULL);
    for (int a = 0; a < NAMES.size(); a++) {
      for (int e = 0; e < EPSILONS.size(); e++) {
        boolean[] among = all.success()[a][e];
        assertThat(alone.success()[a][e]).isEqualTo(new boolean[] {among[3], among[17], among[20]});
      }
    }
  }

  @Test
  void progressEndsWhereItSaysItWould(@TempDir Path fresh) {
    List<Progress> told = new ArrayList<>();
    RobustAccuracy full = Toys.measure(fresh, vision, images, FULL, told::add);
    Progress first = told.get(0);
    Progress last = told.get(told.size() - 1);
    assertThat(first.what()).isEqualTo("attacking");
    assertThat(first.detail()).startsWith("toy  clean  epsilon 0.0  ");
    assertThat(first.detail()).endsWith(" of 21 images broken");
    assertThat(last.finished()).isTrue();
    long broken = Math.round(21 * (1 - full.worstCase().get(4).accuracy()));
    assertThat(last.detail())
        .isEqualTo(format("toy  pgd  epsilon 0.3  %d of 21 images broken", broken));
  }

  @Test
  void aSingleAttacksCurveNeedsFullMode() {
    RobustAccuracy worst = measure(FULL.with(Mode.WORST_CASE));
    var error = assertThrows(IllegalStateException.class, worst::curves);
    assertThat(error).hasMessageThat().contains("needs mode full");
  }

  @Test
  void anInterruptStopsBeforeTheNextBatch() {
    var queue =
        new AttackQueue(vision, images, Preprocessing.AS_IS, FULL, List.of(), progress -> {});
    queue.next();
    Thread.currentThread().interrupt();
    assertThrows(IllegalStateException.class, queue::next);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(queue.hasNext()).isTrue();
  }
}
