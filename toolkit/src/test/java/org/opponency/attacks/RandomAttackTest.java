package org.opponency.attacks;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.opponency.engine.HostTensor;
import org.opponency.models.VisionModel;

/** Whether what is drawn is distributed as what Foolbox 3.3 draws. */
class RandomAttackTest {
  /** All draws are seeded, so a test passes always or never. */
  private static final double IMPROBABLE = 1e-3;

  private static final int DRAWS = 1500;
  private static final double EPSILON = 0.25;

  private final Map<String, HostTensor> foolbox = Golden.read("random");

  private static double[][] perturbations(Attack attack) {
    double[][] weights = new double[2][Toys.NUMBERS];
    try (VisionModel vision = Toys.linear(weights, 0, 0)) {
      NDArray grey = Toys.grey(vision.manager(), DRAWS, 0.5);
      AttackBatch batch = AttackBatch.of(vision, grey, new int[DRAWS], EPSILON, 1);
      double[] flat = attack.perturb(batch).sub(grey).div(EPSILON).toDoubleArray();
      return IntStream.range(0, DRAWS)
          .mapToObj(i -> Arrays.copyOfRange(flat, i * Toys.NUMBERS, (i + 1) * Toys.NUMBERS))
          .toArray(double[][]::new);
    }
  }

  private static Attack start(Norm norm) {
    return new GradientDescent(norm, 0, 0, true);
  }

  private void assertAlike(double[] ours, String name) {
    double[] theirs = Golden.doubles(foolbox.get(name));
    double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(ours, theirs);
    assertWithMessage("p of %s", name).that(p).isGreaterThan(IMPROBABLE);
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).limit(DRAWS).toArray();
  }

  private static double[] first(double[][] rows) {
    return Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
  }

  private static double[] lengths(double[][] rows) {
    return Arrays.stream(rows)
        .mapToDouble(row -> Math.sqrt(Arrays.stream(row).map(v -> v * v).sum()))
        .toArray();
  }

  @Test
  void noiseIsDrawnAsFoolboxDoes() {
    assertAlike(flat(perturbations(Attack.uniformNoise(Norm.LINF))), "linf.noise");
    assertAlike(first(perturbations(Attack.uniformNoise(Norm.L2))), "l2.noise.first");
  }

  @Test
  void startsAreDrawnAsFoolboxDoes() {
    assertAlike(flat(perturbations(start(Norm.LINF))), "linf.start");
    double[][] ours = perturbations(start(Norm.L2));
    assertAlike(lengths(ours), "l2.start");
    assertAlike(first(ours), "l2.start.first");
  }

  @Test
  void noiseSucceedsAsOftenAsFoolboxs() {
    Golden golden = Golden.convolutional();
    double[] epsilons = Golden.doubles(foolbox.get("success.epsilons"));
    double[] theirs = Golden.doubles(foolbox.get("success.0"));
    HostTensor labels = foolbox.get("success.labels");
    try (VisionModel vision = golden.vision(DataType.FLOAT64);
        NDManager scope = vision.manager().newSubManager()) {
      NDArray image = foolbox.get("success.pixels").toArray(scope).get("0:1");
      NDArray many = image.toType(DataType.FLOAT64, true).div(255).repeat(0, DRAWS);
      int[] label = new int[DRAWS];
      Arrays.fill(label, (int) labels.data().getLong(0));
      for (int e = 0; e < epsilons.length; e++) {
        AttackBatch batch = AttackBatch.of(vision, many, label, epsilons[e], 5);
        boolean[] fooled = batch.fooled(Attack.uniformNoise(Norm.LINF).perturb(batch));
        double ours = IntStream.range(0, DRAWS).filter(i -> fooled[i]).count() / (double) DRAWS;
        double deviation = Math.sqrt(2 * theirs[e] * (1 - theirs[e]) / DRAWS);
        assertThat(ours).isWithin(4 * deviation + 2.0 / DRAWS).of(theirs[e]);
      }
    }
  }
}
