package org.opponency.attacks;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opponency.engine.HostTensor;
import org.opponency.models.VisionModel;

/** What Foolbox 3.3 made of small networks: {@code environment/golden/attacks.py}. */
class AttackGoldenTest {
  private static final int SHOWN = 4;

  static Stream<Arguments> cases() {
    return Stream.of(Golden.convolutional(), Golden.residual())
        .flatMap(
            golden ->
                Stream.of(Norm.values())
                    .flatMap(
                        norm ->
                            Stream.of(
                                    Attack.fgsm(norm),
                                    withoutRandomStart(norm),
                                    Attack.bim(norm),
                                    Attack.deepFool(norm))
                                .map(attack -> Arguments.of(golden, attack))));
  }

  private static Attack withoutRandomStart(Norm norm) {
    var pgd = (GradientDescent) Attack.pgd(norm);
    return new GradientDescent(norm, pgd.relativeStep(), pgd.steps(), false);
  }

  private static String key(Attack attack) {
    String name =
        attack instanceof GradientDescent descent && descent.steps() > 10
            ? "pgd"
            : attack.name().replace("-l2", "");
    return attack.norm().name().toLowerCase(Locale.ROOT) + "." + name;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void imagesAndSuccessAreFoolboxs(Golden golden, Attack attack) {
    try (VisionModel vision = golden.vision(DataType.FLOAT64)) {
      NDArray pixels = golden.pixels(vision.manager(), DataType.FLOAT64);
      double[] epsilons =
          Golden.doubles(
              golden.tensors().get("epsilons." + attack.norm().name().toLowerCase(Locale.ROOT)));
      for (int e = 0; e < epsilons.length; e++) {
        AttackBatch batch = AttackBatch.of(vision, pixels, golden.labels(), epsilons[e], 1);
        NDArray images = attack.perturb(batch);
        assertWithMessage("success at %s", epsilons[e])
            .that(bytes(batch.fooled(images)))
            .isEqualTo(success(golden, attack, e));
        if (e == SHOWN) {
          float[] expected = Golden.floats(golden.tensors().get(key(attack) + ".images"));
          assertThat(images.toType(DataType.FLOAT32, false).toFloatArray())
              .usingTolerance(1e-5)
              .containsExactly(expected)
              .inOrder();
        }
      }
    }
  }

  private static byte[] success(Golden golden, Attack attack, int e) {
    HostTensor success = golden.tensors().get(key(attack) + ".success");
    int images = (int) success.shape()[1];
    byte[] row = new byte[images];
    success.data().duplicate().position(e * images).get(row);
    return row;
  }

  private static byte[] bytes(boolean[] truths) {
    byte[] bytes = new byte[truths.length];
    IntStream.range(0, truths.length).forEach(i -> bytes[i] = (byte) (truths[i] ? 1 : 0));
    return bytes;
  }
}
