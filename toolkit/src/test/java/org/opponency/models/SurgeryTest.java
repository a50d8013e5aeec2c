package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.models.parity.NoiseNetwork;
import org.opponency.models.parity.Precision;

class SurgeryTest {
  private static final int SIDE = 16;
  private static final int CELLS = 4;
  private static final byte[] PICTURES = pictures();

  private static byte[] pictures() {
    byte[] bytes = new byte[3 * 3 * SIDE * SIDE];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static Architecture of(Ventral ventral) {
    return new Architecture(new Retina(CELLS, 3, 5), ventral, 6, SIDE, Normalisation.IMAGENET);
  }

  static Stream<Architecture> architectures() {
    return Stream.of(
        of(new Ventral.ResNet(List.of(1, 1), true, 4)),
        of(new Ventral.Convolutional(1, 8)),
        of(new Ventral.Convolutional(0, 8)));
  }

  private static VisionModel open(Architecture architecture) {
    return VisionModel.of(NoiseNetwork.of(architecture, Precision.FLOAT32));
  }

  private static VisionModel open() {
    return open(of(new Ventral.ResNet(List.of(1, 1), true, 4)));
  }

  private static float[][] probabilities(VisionModel vision) {
    return vision.probabilities(PICTURES, SIDE, SIDE);
  }

  /** A cell whose weights and bias are zero is silent, too. */
  @ParameterizedTest
  @MethodSource("architectures")
  void aSilencedCellIsOneWithoutWeights(Architecture architecture) {
    try (Network network = NoiseNetwork.of(architecture, Precision.FLOAT32);
        Network without = NoiseNetwork.of(architecture, Precision.FLOAT32)) {
      Map<String, HostTensor> state = new HashMap<>(without.state());
      state.computeIfPresent("retina.retina_conv2.weight", (name, old) -> withoutCell(old, 2));
      state.computeIfPresent("retina.retina_conv2.bias", (name, old) -> withoutCell(old, 2));
      without.load(state);
      try (VisionModel vision = VisionModel.of(network);
          VisionModel silenced = vision.under(new Surgery.Silenced(List.of(2)));
          VisionModel expected = VisionModel.of(without)) {
        assertThat(probabilities(silenced)).isEqualTo(probabilities(expected));
        assertThat(probabilities(silenced)).isNotEqualTo(probabilities(vision));
      }
    }
  }

  private static HostTensor withoutCell(HostTensor old, int cell) {
    float[] values = new float[old.data().remaining() / Float.BYTES];
    old.data().asFloatBuffer().get(values);
    int each = values.length / CELLS;
    Arrays.fill(values, cell * each, (cell + 1) * each, 0);
    return HostTensor.ofFloats(values, old.shape());
  }

  /** Rounding alone is left, whatever reads the bottleneck. */
  @ParameterizedTest
  @MethodSource("architectures")
  void aRotationThatIsUndoneChangesNothing(Architecture architecture) {
    try (VisionModel vision = open(architecture);
        VisionModel intact = vision.inDouble();
        VisionModel rotated = vision.rotated(7)) {
      float[][] before = probabilities(intact);
      float[][] after = probabilities(rotated);
      for (int i = 0; i < before.length; i++) {
        assertThat(after[i]).usingTolerance(1e-6).containsExactly(before[i]).inOrder();
      }
      assertThat(rotated.digest()).isNotEqualTo(intact.digest());
      assertThat(bottleneck(rotated)).isEqualTo(bottleneck(intact));
    }
  }

  /** What cells answer before the ventral stream is told otherwise. */
  private static double[] bottleneck(VisionModel vision) {
    try (NDManager scope = vision.manager().newSubManager()) {
      NDArray pixels = Pixels.of(scope, PICTURES, SIDE, SIDE);
      String layer = "retina.retina_relu2";
      return vision.responses(pixels, List.of(layer)).get(layer).toDoubleArray();
    }
  }

  private static NDArray cells(NDManager scope) {
    return scope.randomUniform(0, 1, new Shape(2, CELLS, SIDE, SIDE));
  }

  @Test
  void aShuffledMapKeepsItsValuesAndLosesTheirPlaces() {
    try (NDManager scope = Engine.getInstance().newBaseManager()) {
      NDArray cells = cells(scope);
      NDArray shuffled = new Surgery.Shuffled(List.of(1, 3), 5).apply(cells, cells);
      for (int picture = 0; picture < 2; picture++) {
        for (int cell = 0; cell < CELLS; cell++) {
          float[] before = cells.get(picture).get(cell).toFloatArray();
          float[] after = shuffled.get(picture).get(cell).toFloatArray();
          assertThat(Arrays.equals(before, after)).isEqualTo(cell % 2 == 0);
          Arrays.sort(before);
          Arrays.sort(after);
          assertThat(after).isEqualTo(before);
        }
      }
      // One permutation for all: a map that is the same in both pictures stays so.
      NDArray same = cells.get(0).expandDims(0).repeat(0, 2);
      NDArray twice = new Surgery.Shuffled(List.of(0), 5).apply(same, same);
      assertThat(twice.get(0).toFloatArray()).isEqualTo(twice.get(1).toFloatArray());
    }
  }

  /** A filter that takes the pixel above, twice, and half a unit from it. */
  @Test
  void aLinearCellIsItsFilterBehindTheRelu() {
    try (NDManager scope = Engine.getInstance().newBaseManager()) {
      float[] filters = new float[CELLS * 3 * 9];
      filters[2 * 27 + 9 + 1] = 2; // cell 2, green, the row above, the middle column
      float[] constants = {0, 0, -0.5f, 0};
      NDArray seen = scope.randomUniform(-1, 1, new Shape(1, 3, SIDE, SIDE));
      NDArray cells = scope.zeros(new Shape(1, CELLS, SIDE, SIDE));
      NDArray after = new Surgery.Linear(List.of(2), 3, filters, constants).apply(seen, cells);
      float[] green = seen.get(0).get(1).toFloatArray();
      float[] own = after.get(0).get(2).toFloatArray();
      for (int i = SIDE; i < own.length; i++) {
        assertThat(own[i]).isWithin(1e-6f).of(Math.max(0, 2 * green[i - SIDE] - 0.5f));
      }
      assertThat(own[0]).isEqualTo(0);
      assertThat(after.get(0).get(0).toFloatArray()).isEqualTo(new float[SIDE * SIDE]);
    }
  }

  @Test
  void anOperationLeavesNothingButItsResult() {
    try (NDManager scope = Engine.getInstance().newBaseManager()) {
      NDArray seen = scope.zeros(new Shape(1, 3, SIDE, SIDE));
      NDArray cells = scope.zeros(new Shape(1, CELLS, SIDE, SIDE));
      for (Surgery operation :
          List.of(
              new Surgery.Silenced(List.of(2)),
              new Surgery.Shuffled(List.of(2), 5),
              new Surgery.Linear(List.of(2), 3, new float[CELLS * 27], new float[CELLS]))) {
        int before = scope.getManagedArrays().size();
        operation.apply(seen, cells);
        assertThat(scope.getManagedArrays()).hasSize(before + 1);
      }
      assertThat(seen.getManager()).isSameInstanceAs(scope);
    }
  }

  /** The weights that batch norms are put into are those of the whole network. */
  @Test
  void anOperatedNetworkLeavesNothingInTheWholeOne() {
    try (VisionModel vision = open()) {
      float[][] intact = probabilities(vision);
      int before = vision.manager().getManagedArrays().size();
      try (VisionModel silenced = vision.under(new Surgery.Silenced(List.of(2)))) {
        assertThat(probabilities(silenced)).isNotEqualTo(intact);
      }
      assertThat(vision.manager().getManagedArrays()).hasSize(before);
    }
  }

  @Test
  void anOperatedNetworkThatClosesLeavesTheWholeOneOpen() {
    try (VisionModel vision = open();
        VisionModel other = open()) {
      try (VisionModel silenced = vision.under(new Surgery.Silenced(List.of(0)))) {
        probabilities(silenced);
      }
      assertThat(probabilities(vision)).isEqualTo(probabilities(other));
    }
  }

  @Test
  void severalOperationsAreEachAsAlone() {
    try (VisionModel vision = open()) {
      List<Surgery> operations =
          List.of(
              Surgery.NONE,
              new Surgery.Silenced(List.of(0)),
              new Surgery.Shuffled(List.of(0, 1), 3));
      List<float[][]> together = vision.probabilities(PICTURES, SIDE, SIDE, operations);
      assertThat(together.get(0)).isEqualTo(probabilities(vision));
      for (int i = 1; i < operations.size(); i++) {
        try (VisionModel alone = vision.under(operations.get(i))) {
          assertThat(together.get(i)).isEqualTo(probabilities(alone));
        }
      }
    }
  }

  /** What is kept of the intact network is not taken for that of another. */
  @Test
  void digestsTellOperationsApart() {
    try (VisionModel vision = open();
        VisionModel one = vision.under(new Surgery.Silenced(List.of(0)));
        VisionModel two = vision.under(new Surgery.Silenced(List.of(1)));
        VisionModel none = vision.under(Surgery.NONE)) {
      assertThat(one.digest()).isNotEqualTo(vision.digest());
      assertThat(one.digest()).isNotEqualTo(two.digest());
      assertThat(none.digest()).isEqualTo(vision.digest());
    }
  }

  @Test
  void gradientsGoThroughTheOperation() {
    try (VisionModel vision = open();
        VisionModel silent = vision.under(new Surgery.Silenced(List.of(0, 1, 2, 3)));
        VisionModel shuffled = vision.under(new Surgery.Shuffled(List.of(0), 1));
        NDManager scope = vision.manager().newSubManager()) {
      NDArray pixels = Pixels.of(scope, PICTURES, SIDE, SIDE);
      assertThat(silent.inputGradient(pixels, logits -> logits).abs().max().toFloatArray()[0])
          .isEqualTo(0);
      assertThat(shuffled.inputGradient(pixels, logits -> logits).abs().max().toFloatArray()[0])
          .isGreaterThan(0);
    }
  }

  @Test
  void whatCannotBeOperatedOnIsRefused() {
    try (VisionModel vision = open();
        VisionModel once = vision.under(new Surgery.Silenced(List.of(0)));
        VisionModel bare = open(of(new Ventral.Convolutional(1, 8)).withoutRetina());
        VisionModel retina = open(vision.architecture().withoutVentral())) {
      for (VisionModel wrong : List.of(once, bare)) {
        assertThat(refusal(() -> wrong.under(new Surgery.Silenced(List.of(0)))))
            .contains("Expected a network with a retina that was not operated on");
        assertThat(refusal(() -> wrong.rotated(0))).contains("Expected a network with a retina");
      }
      assertThat(refusal(() -> retina.rotated(0))).contains("a retina alone");
      try (VisionModel unknown = vision.under(new Surgery.Silenced(List.of(CELLS)))) {
        assertThat(refusal(() -> probabilities(unknown)))
            .contains("Expected cells from 0 to 3, got 4");
      }
      assertThrows(IllegalStateException.class, () -> once.withNormalisation(Normalisation.NONE));
    }
  }

  private static String refusal(Runnable work) {
    return assertThrows(IllegalArgumentException.class, work::run).getMessage();
  }
}
