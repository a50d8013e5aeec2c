package org.opponency.attacks;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.models.VisionModel;

class AttackTest {
  /** Class 0 wins while the sum of the numbers, weighed, is below the bias of 1. */
  private static final double[] UP = {3, -1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0};

  private static final double[] NONE = new double[Toys.NUMBERS];

  static Stream<Attack> all() {
    return Stream.of(Norm.values()).flatMap(norm -> Attack.five(norm).stream());
  }

  private static double[] perturbation(
      VisionModel vision, Attack attack, double grey, double epsilon) {
    NDArray pixels = Toys.grey(vision.manager(), 1, grey);
    AttackBatch batch = AttackBatch.of(vision, pixels, new int[] {0}, epsilon, 1);
    return attack.perturb(batch).sub(pixels).toDoubleArray();
  }

  @Test
  void fgsmStepsAlongTheSignOfTheGradient() {
    try (VisionModel vision = Toys.linear(new double[][] {NONE, UP}, 5, 0)) {
      assertThat(perturbation(vision, Attack.fgsm(Norm.LINF), 0.5, 0.1))
          .usingTolerance(1e-12)
          .containsExactly(new double[] {.1, -.1, .1, 0, 0, 0, 0, 0, 0, 0, 0, 0})
          .inOrder();
    }
  }

  @Test
  void fastGradientStepsAlongTheGradientItself() {
    double length = Math.sqrt(14);
    try (VisionModel vision = Toys.linear(new double[][] {NONE, UP}, 5, 0)) {
      double[] p = perturbation(vision, Attack.fgsm(Norm.L2), 0.5, 0.1);
      assertThat(Arrays.copyOf(p, 3))
          .usingTolerance(1e-12)
          .containsExactly(new double[] {.3 / length, -.1 / length, .2 / length})
          .inOrder();
    }
  }

  @Test
  void iteratedStepsEndAtTheCornerOfTheBall() {
    try (VisionModel vision = Toys.linear(new double[][] {NONE, UP}, 5, 0)) {
      assertThat(Arrays.copyOf(perturbation(vision, Attack.bim(Norm.LINF), 0.5, 0.1), 4))
          .usingTolerance(1e-12)
          .containsExactly(new double[] {.1, -.1, .1, 0})
          .inOrder();
    }
  }

  /** Forty steps of a thirtieth of epsilon lead from -epsilon to epsilon / 3 at least. */
  @Test
  void aRandomStartIsWalkedAwayFrom() {
    try (VisionModel vision = Toys.linear(new double[][] {NONE, UP}, 5, 0)) {
      double[] p = perturbation(vision, Attack.pgd(Norm.LINF), 0.5, 0.1);
      assertThat(p[0]).isAtLeast(0.1 / 3);
      assertThat(p[1]).isAtMost(-0.1 / 3);
      assertThat(p[3]).isNotEqualTo(0.0); // no gradient there: it stays where it started
    }
  }

  @Test
  void pixelsStopAtTheirBounds() {
    try (VisionModel vision = Toys.linear(new double[][] {NONE, UP}, 5, 0)) {
      assertThat(Arrays.copyOf(perturbation(vision, Attack.bim(Norm.LINF), 0.95, 0.1), 3))
          .usingTolerance(1e-12)
          .containsExactly(new double[] {.05, -.1, .05})
          .inOrder();
    }
  }

  /** f = 1 - w x is 0.6 at grey 0.1; one step goes 1.02 (f / |w| + 1e-4) further. */
  @Test
  void deepFoolFindsTheNearestBoundaryOfALinearClassifier() {
    try (VisionModel vision = Toys.linear(new double[][] {NONE, UP}, 1, 0)) {
      double infinity = 1.02 * (0.6 / 6 + 1e-4);
      double[] p = perturbation(vision, Attack.deepFool(Norm.LINF), 0.1, 1);
      assertThat(p[0]).isWithin(1e-7).of(infinity);
      assertThat(p[2]).isWithin(1e-7).of(infinity);
      assertThat(p[1]).isWithin(1e-12).of(-0.1); // stopped at black
      assertThat(p[3]).isWithin(0).of(0);
    }
  }

  @Test
  void deepFoolsWayIsAsLongAsTheDistance() {
    double[] up = {3, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    try (VisionModel vision = Toys.linear(new double[][] {NONE, up}, 4, 0)) {
      double f = 4 - 6 * 0.5;
      double linf = 1.02 * (f / 6 + 1e-4);
      double[] p = perturbation(vision, Attack.deepFool(Norm.LINF), 0.5, 1);
      assertThat(Arrays.copyOf(p, 4))
          .usingTolerance(1e-7)
          .containsExactly(new double[] {linf, linf, linf, 0})
          .inOrder();
      double length = Math.sqrt(14);
      double l2 = 1.02 * (f / length + 1e-4);
      double[] q = perturbation(vision, Attack.deepFool(Norm.L2), 0.5, 10);
      assertThat(Arrays.copyOf(q, 3))
          .usingTolerance(1e-7)
          .containsExactly(new double[] {3 * l2 / length, l2 / length, 2 * l2 / length})
          .inOrder();
    }
  }

  @Test
  void deepFoolChoosesTheNearerOfTwoClasses() {
    double[] near = {4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    double[] far = {0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    try (VisionModel vision = Toys.linear(new double[][] {NONE, far, near}, 3, 0, 0.4)) {
      double[] p = perturbation(vision, Attack.deepFool(Norm.LINF), 0.5, 1);
      assertThat(p[0]).isWithin(1e-7).of(1.02 * (0.6 / 4 + 1e-4));
      assertThat(p[1]).isWithin(0).of(0);
    }
  }

  @Test
  void deepFoolLeavesAMisclassifiedImageAsItIs() {
    try (VisionModel vision = Toys.linear(new double[][] {NONE, UP}, 0, 1)) {
      assertThat(perturbation(vision, Attack.deepFool(Norm.LINF), 0.5, 1)).isEqualTo(NONE);
    }
  }

  @Test
  void noiseIsAsLargeAsEpsilonAndDrawnFromItsSeed() {
    try (VisionModel vision = Toys.linear(new double[][] {NONE, UP}, 5, 0)) {
      double[] p = perturbation(vision, Attack.uniformNoise(Norm.LINF), 0.5, 0.1);
      assertThat(Arrays.stream(p).max().orElseThrow()).isWithin(1e-12).of(0.1);
      assertThat(perturbation(vision, Attack.uniformNoise(Norm.LINF), 0.5, 0.1)).isEqualTo(p);
      double[] q = perturbation(vision, Attack.uniformNoise(Norm.L2), 0.5, 0.1);
      assertThat(Math.sqrt(Arrays.stream(q).map(v -> v * v).sum())).isWithin(1e-12).of(0.1);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void noPerturbationIsBeyondEpsilonOrOutsideTheBounds(Attack attack) {
    Golden golden = Golden.residual();
    try (VisionModel vision = golden.vision(DataType.FLOAT32)) {
      NDArray pixels = golden.pixels(vision.manager(), DataType.FLOAT32);
      for (double epsilon : new double[] {0.001, 0.1, 0.7, 20}) {
        NDArray images =
            attack.perturb(AttackBatch.of(vision, pixels, golden.labels(), epsilon, 3));
        assertThat(images.min().getFloat()).isAtLeast(0f);
        assertThat(images.max().getFloat()).isAtMost(1f);
        double rounding = 1e-6;
        for (double size : sizes(attack.norm(), images.sub(pixels))) {
          assertThat(size).isAtMost(epsilon + rounding);
        }
      }
    }
  }

  private static double[] sizes(Norm norm, NDArray perturbation) {
    NDArray rows = perturbation.reshape(perturbation.getShape().get(0), -1);
    return FloatArrays.of(
        norm == Norm.LINF
            ? rows.abs().max(new int[] {1})
            : rows.square().sum(new int[] {1}).sqrt());
  }

  @ParameterizedTest
  @MethodSource("all")
  void epsilonZeroIsTheIdentity(Attack attack) {
    Golden golden = Golden.residual();
    try (VisionModel vision = golden.vision(DataType.FLOAT32)) {
      NDArray pixels = golden.pixels(vision.manager(), DataType.FLOAT32);
      NDArray images = attack.perturb(AttackBatch.of(vision, pixels, golden.labels(), 0, 3));
      assertThat(images.sub(pixels).abs().max().getFloat()).isWithin(0).of(0);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void weightsStayAndNothingIsLeftBehind(Attack attack) {
    Golden golden = Golden.convolutional();
    try (VisionModel vision = golden.vision(DataType.FLOAT32);
        var scope = vision.manager().newSubManager()) {
      NDArray pixels = golden.pixels(scope, DataType.FLOAT32);
      AttackBatch batch = AttackBatch.of(vision, pixels, golden.labels(), 0.1, 3);
      NDArray images = attack.perturb(batch);
      batch.fooled(images);
      assertThat(scope.getManagedArrays()).containsAtLeast(pixels, images);
      assertThat(scope.getManagedArrays().size()).isAtMost(3); // and what was prepared
    }
  }

  @Test
  void textsListEverySetting() {
    assertThat(Attack.pgd(Norm.LINF).toString())
        .isEqualTo(
            "GradientDescent[norm=LINF, relativeStep=0.03333333333333333, steps=40,"
                + " randomStart=true]");
    assertThat(Attack.bim(Norm.L2).toString())
        .isEqualTo("GradientDescent[norm=L2, relativeStep=0.2, steps=10, randomStart=false]");
    assertThat(Attack.deepFool(Norm.LINF).toString())
        .isEqualTo("DeepFool[norm=LINF, steps=50, candidates=10, overshoot=0.02]");
    assertThat(Attack.fgsm(Norm.LINF).toString()).isEqualTo("FastGradient[norm=LINF]");
    assertThat(Attack.uniformNoise(Norm.L2).toString()).isEqualTo("UniformNoise[norm=L2]");
  }

  @ParameterizedTest
  @MethodSource("all")
  void anAttackIsFoundByItsName(Attack attack) {
    assertThat(Attack.named(attack.name())).isEqualTo(attack);
  }

  @Test
  void anUnknownNameListsThoseThereAre() {
    var error = assertThrows(IllegalArgumentException.class, () -> Attack.named("cw"));
    assertThat(error)
        .hasMessageThat()
        .isEqualTo(
            "Expected attacks out of fgsm, pgd, bim, uniform-noise, deepfool, fgsm-l2, pgd-l2,"
                + " bim-l2, uniform-noise-l2, deepfool-l2, got \"cw\"");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, 255, Double.NaN})
  void pixelsOutsideTheirRangeAreRefused(double value) {
    try (VisionModel vision = Toys.linear(new double[][] {NONE, UP}, 1, 0)) {
      NDArray pixels = Toys.grey(vision.manager(), 2, value);
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () -> AttackBatch.of(vision, pixels, new int[] {0, 0}, 0.1, 1));
      assertThat(error).hasMessageThat().contains("Expected pixels in [0, 1], got " + value);
      assertThat(error).hasMessageThat().contains("divided by 255");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2})
  void labelsThatAreNoClassAreRefused(int label) {
    try (VisionModel vision = Toys.linear(new double[][] {NONE, UP}, 1, 0)) {
      NDArray pixels = Toys.grey(vision.manager(), 2, 0.5);
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () -> AttackBatch.of(vision, pixels, new int[] {0, label}, 0.1, 1));
      assertThat(error)
          .hasMessageThat()
          .isEqualTo("Expected labels from 0 to 1, the network's classes; image 1 has " + label);
    }
  }

  @Test
  void labelsOfFewerOrMoreImagesAreRefused() {
    try (VisionModel vision = Toys.linear(new double[][] {NONE, UP}, 1, 0)) {
      NDArray pixels = Toys.grey(vision.manager(), 2, 0.5);
      for (int labels : new int[] {1, 3}) {
        var error =
            assertThrows(
                IllegalArgumentException.class,
                () -> AttackBatch.of(vision, pixels, new int[labels], 0.1, 1));
        assertThat(error)
            .hasMessageThat()
            .isEqualTo("Expected a label for each of 2 images, got " + labels + " labels");
      }
    }
  }

  @Test
  void aNegativeEpsilonIsRefused() {
    try (VisionModel vision = Toys.linear(new double[][] {NONE, UP}, 1, 0)) {
      NDArray pixels = Toys.grey(vision.manager(), 1, 0.5);
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () -> AttackBatch.of(vision, pixels, new int[] {0}, -0.1, 1));
      assertThat(error).hasMessageThat().contains("Expected epsilons of at least 0, got -0.1");
    }
  }

  @ParameterizedTest
  @EnumSource(Norm.class)
  void aGradientThatIsNoNumberStopsTheAttack(Norm norm) {
    double[] broken = NONE.clone();
    broken[0] = Double.NaN;
    try (VisionModel vision = Toys.linear(new double[][] {NONE, broken}, 1, 0)) {
      NDArray pixels = Toys.grey(vision.manager(), 1, 0.5);
      for (Attack attack : List.of(Attack.fgsm(norm), Attack.pgd(norm))) {
        AttackBatch batch = AttackBatch.of(vision, pixels, new int[] {0}, 0.1, 1);
        var error = assertThrows(ArithmeticException.class, () -> attack.perturb(batch));
        assertThat(error).hasMessageThat().contains("The gradient at image 0 is not a number");
      }
    }
  }

  /** Such a logit is higher than none: the network would seem to decide for class 0. */
  @Test
  void logitsThatAreNoNumbersAreNoDecision() {
    double[] broken = NONE.clone();
    broken[0] = Double.NaN;
    try (VisionModel vision = Toys.linear(new double[][] {NONE, broken}, 1, 0)) {
      NDArray pixels = Toys.grey(vision.manager(), 1, 0.5);
      for (int label : new int[] {0, 1}) {
        AttackBatch batch = AttackBatch.of(vision, pixels, new int[] {label}, 0.1, 1);
        var error = assertThrows(ArithmeticException.class, () -> batch.fooled(pixels));
        assertThat(error).hasMessageThat().contains("A logit at image 0 is not a number");
        assertThrows(ArithmeticException.class, () -> Attack.deepFool(Norm.LINF).perturb(batch));
      }
    }
  }
}
