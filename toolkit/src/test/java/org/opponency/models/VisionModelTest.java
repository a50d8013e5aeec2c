package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opponency.engine.Autograd;
import org.opponency.images.RgbImage;
import org.opponency.stimuli.StimulusSet;

class VisionModelTest {
  private static final String RETINA_2 = "retina.retina_conv2";
  private static final int SIZE = 32;

  private VisionModel vision;
  private NDManager scope;
  private NDArray pixels;

  @BeforeEach
  void open() {
    Architecture architecture = Architecture.thin(2, 5, SIZE);
    vision = VisionModel.of(Network.initialise(architecture, 3, DataType.FLOAT64, Device.cpu()));
    scope = vision.manager().newSubManager();
    double[] values = new Random(1).doubles(2 * 3 * SIZE * SIZE).toArray();
    pixels = scope.create(values, new Shape(2, 3, SIZE, SIZE));
  }

  @AfterEach
  void close() {
    vision.close();
  }

  @Test
  void digestFollowsTheWeights() {
    String digest = vision.digest();
    assertThat(digest).matches("[0-9a-f]{64}");
    assertThat(digest(3, SIZE)).isEqualTo(digest(3, SIZE));
    assertThat(digest(4, SIZE)).isNotEqualTo(digest(3, SIZE));
    assertThat(digest(3, 2 * SIZE)).isNotEqualTo(digest(3, SIZE));
    vision.logits(pixels);
    assertThat(vision.digest()).isEqualTo(digest);
  }

  private static String digest(long seed, int size) {
    try (VisionModel other =
        VisionModel.of(Network.initialise(Architecture.thin(2, 5, size), seed))) {
      return other.digest();
    }
  }

  @Test
  void aLargeBatchHasTheLogitsOfItsParts() {
    NDArray many = pixels.repeat(0, 200);
    double[] logits = Numbers.of(vision.logits(many));
    double[] two = Numbers.of(vision.logits(pixels));
    assertThat(logits).hasLength(200 * two.length);
    for (int i = 0; i < logits.length; i++) {
      assertThat(logits[i]).isWithin(1e-12).of(two[i / 1000 * 5 + i % 5]);
    }
    assertThat(scope.getManagedArrays()).hasSize(4);
  }

  @Test
  void layersAreFoundByPath() {
    Map<String, NDArray> responses =
        vision.responses(pixels, List.of("ventral.layer1.0.conv2", RETINA_2));
    assertThat(responses.keySet()).containsExactly("ventral.layer1.0.conv2", RETINA_2).inOrder();
    assertThat(responses.get(RETINA_2).getShape()).isEqualTo(new Shape(2, 2, SIZE, SIZE));
    assertThat(responses.get("ventral.layer1.0.conv2").getShape())
        .isEqualTo(new Shape(2, 16, SIZE / 4, SIZE / 4));
  }

  @Test
  void everyTappedLayerIsOpenAndNothingElse() {
    Map<String, NDArray> responses = vision.responses(pixels, vision.layers());
    responses.forEach((layer, array) -> assertThat(Numbers.of(array)).isNotEmpty());
    responses.values().forEach(NDArray::close);
    assertThat(scope.getManagedArrays()).containsExactly(pixels);
  }

  @Test
  void tappingALayerDoesNotChangeTheOthers() {
    Map<String, NDArray> all = vision.responses(pixels, vision.layers());
    // Layer by layer batch norms are not put into convolutions: that rounds otherwise.
    assertThat(Numbers.of(all.get("ventral")))
        .usingTolerance(1e-6)
        .containsExactly(Numbers.of(vision.logits(pixels)))
        .inOrder();
    assertThat(Numbers.of(all.get(RETINA_2)))
        .isEqualTo(Numbers.of(vision.responses(pixels, List.of(RETINA_2)).get(RETINA_2)));
  }

  @Test
  void reluRectifiesWhatComesBeforeIt() {
    Map<String, NDArray> responses =
        vision.responses(pixels, List.of(RETINA_2, "retina.retina_relu2"));
    double[] before = Numbers.of(responses.get(RETINA_2));
    double[] after = Numbers.of(responses.get("retina.retina_relu2"));
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i]).isWithin(0).of(Math.max(0, before[i]));
    }
  }

  @Test
  void unknownLayerListsThoseThatExist() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> vision.responses(pixels, List.of(RETINA_2, "ventral.layer9")));
    assertThat(error).hasMessageThat().startsWith("No layer [ventral.layer9]; this network has");
    assertThat(error).hasMessageThat().contains("ventral.layer4.0.downsample.1");
  }

  @Test
  void gradientOfALogitEqualsFiniteDifferences() {
    NDArray gradient = vision.inputGradient(pixels, logits -> logits.get(":, 1"));
    assertFiniteDifferences(gradient, p -> vision.logits(p).get(":, 1").sum().getDouble());
  }

  @Test
  void gradientOfACellEqualsFiniteDifferences() {
    NDArray gradient = vision.inputGradient(pixels, RETINA_2, r -> r.get(":, 0, 16, 16"));
    assertFiniteDifferences(
        gradient,
        p ->
            vision
                .responses(p, List.of(RETINA_2))
                .get(RETINA_2)
                .get(":, 0, 16, 16")
                .sum()
                .getDouble());
    assertThat(gradient.get("0, 0, 0, 0").getDouble()).isWithin(0).of(0);
  }

  private void assertFiniteDifferences(NDArray gradient, ToDoubleFunction<NDArray> function) {
    double step = 1e-6;
    double[] analytic = Numbers.of(gradient);
    double[] values = Numbers.of(pixels);
    int centre = 16 * SIZE + 16;
    int plane = SIZE * SIZE;
    for (int i : new int[] {centre, centre + plane + 1, centre + 5 * plane - 2 * SIZE}) {
      double[] up = values.clone();
      double[] down = values.clone();
      up[i] += step;
      down[i] -= step;
      double slope =
          (function.applyAsDouble(scope.create(up, pixels.getShape()))
                  - function.applyAsDouble(scope.create(down, pixels.getShape())))
              / (2 * step);
      assertThat(Math.abs(slope)).isGreaterThan(1e-4);
      assertThat(analytic[i]).isWithin(1e-5 * Math.abs(slope)).of(slope);
    }
  }

  @Test
  void gradientsLeaveNothingBehind() {
    NDArray gradient = vision.inputGradient(pixels, NDArray::sum);
    assertThat(scope.getManagedArrays()).containsExactly(pixels, gradient);
  }

  /** PyTorch refuses to change a leaf where it records. */
  @Test
  void aRecordingThatFailsLeavesNothingBehind() {
    try (Autograd.Mode off = Autograd.off()) {
      NDArray leaf = scope.ones(new Shape(1));
      leaf.setRequiresGradient(true);
      NDArray wrong = scope.zeros(new Shape(1, 4, SIZE, SIZE), DataType.FLOAT64);
      assertThrows(EngineException.class, () -> vision.record(wrong));
      leaf.addi(1);
      assertThat(leaf.toFloatArray()).isEqualTo(new float[] {2});
    }
  }

  @Test
  void aFloat64CopyGivesTheNumbersOfItsNetwork() {
    byte[] bytes = new byte[SIZE * SIZE * 3];
    new Random(2).nextBytes(bytes);
    RgbImage image = new RgbImage(SIZE, SIZE, bytes);
    try (VisionModel single = VisionModel.of(Network.initialise(Architecture.thin(2, 5, SIZE), 3));
        VisionModel exact = single.inDouble()) {
      assertThat(exact.filters(RETINA_2).values()).isEqualTo(single.filters(RETINA_2).values());
      assertThat(exact.biases(RETINA_2)).isEqualTo(single.biases(RETINA_2));
      assertNear(exact.maps(image, RETINA_2).values(), single.maps(image, RETINA_2).values());
      assertNear(exact.logits(bytes, SIZE, SIZE)[0], single.logits(bytes, SIZE, SIZE)[0]);
      assertNear(toGrey(exact), toGrey(single));
    }
  }

  private static float[] toGrey(VisionModel vision) {
    CentreCells cells = new CentreCells(vision, List.of(RETINA_2), SIZE);
    return cells.responses(StimulusSet.greys(SIZE)).get(RETINA_2)[1];
  }

  private static void assertNear(float[] actual, float[] expected) {
    assertThat(actual).usingTolerance(1e-3).containsExactly(expected).inOrder();
  }

  @Test
  void probabilitiesOfEveryImageSumToOne() {
    byte[] bytes = new byte[3 * SIZE * SIZE * 3];
    new Random(2).nextBytes(bytes);
    try (VisionModel float32 =
        VisionModel.of(Network.initialise(Architecture.thin(2, 5, SIZE), 3))) {
      float[][] probabilities = float32.probabilities(bytes, SIZE, SIZE);
      assertThat(probabilities).hasLength(3);
      for (float[] row : probabilities) {
        assertThat(row).hasLength(5);
        double sum = 0;
        for (float p : row) {
          assertThat(p).isAtLeast(0f);
          sum += p;
        }
        assertThat(sum).isWithin(1e-6).of(1);
      }
    }
  }
}
