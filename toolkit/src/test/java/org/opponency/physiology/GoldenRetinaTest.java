package org.opponency.physiology;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.models.Architecture;
import org.opponency.models.CentreCells;
import org.opponency.models.Network;
import org.opponency.models.Retina;
import org.opponency.models.Ventral;
import org.opponency.models.VisionModel;
import org.opponency.models.weights.Safetensors;
import org.opponency.stimuli.Grey;
import org.opponency.stimuli.StimulusSet;

/**
 * Holds curves, classes, receptive fields and linearity scores to PyTorch's, which saw the whole
 * field, a stimulus at a time: environment/golden/early_vision.py.
 */
class GoldenRetinaTest {
  private static final int SIDE = 16;
  private static final double TOLERANCE = 1e-5;
  private static Map<String, HostTensor> golden;
  private static VisionModel vision;

  @BeforeAll
  static void read() throws IOException, URISyntaxException {
    var file = GoldenRetinaTest.class.getResource("golden/retina.safetensors");
    golden = Safetensors.read(Path.of(file.toURI())).tensors();
    Network network =
        Network.initialise(
            new Architecture(
                new Retina(4, 5),
                new Ventral.ResNet(List.of(1, 1, 1, 1), true, 2),
                3,
                SIDE,
                Normalisation.IMAGENET),
            0);
    Map<String, HostTensor> state = new LinkedHashMap<>();
    golden.forEach(
        (name, tensor) -> {
          if (name.startsWith("state.")) {
            state.put(name.substring("state.".length()), tensor);
          }
        });
    network.load(state);
    vision = VisionModel.of(network);
  }

  @AfterAll
  static void close() {
    vision.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"retina.retina_conv2", "ventral.conv1"})
  void curvesAndClassesEqualTorch(String layer) {
    OpponencyProtocol paper = OpponencyProtocol.PAPER;
    var hues = Responses.of(vision, layer, paper.hues(SIDE), Grey.BLACK);
    var greys = Responses.of(vision, layer, paper.greys(SIDE), Grey.MID);
    var gratings =
        Responses.rectified(vision, List.of(layer), StimulusSet.gratings(SIDE), Grey.BLACK)
            .get(layer);
    assertCurves(hues, layer + ".hues");
    assertCurves(greys, layer + ".greys");
    assertCurves(gratings, layer + ".gratings");
    List<CensusCell> cells = CellCensus.of(vision, List.of(layer), paper).cells();
    assertClasses(cells.stream().map(c -> c.colour().opponency()).toList(), layer + ".hues");
    assertClasses(cells.stream().map(c -> c.luminance().opponency()).toList(), layer + ".greys");
    assertClasses(cells.stream().map(c -> c.spatial().opponency()).toList(), layer + ".gratings");
  }

  private static void assertCurves(Responses<?> responses, String name) {
    int cells = responses.cells();
    float[] expected = floats(name);
    double tolerance = tolerance(expected);
    for (int i = 0; i < expected.length; i++) {
      assertWithMessage(name)
          .that((double) responses.curves()[i % cells][i / cells])
          .isWithin(tolerance)
          .of(expected[i]);
    }
    float[] baseline = floats(name + ".baseline");
    for (int cell = 0; cell < cells; cell++) {
      assertWithMessage(name)
          .that((double) responses.baseline(cell))
          .isWithin(tolerance)
          .of(baseline[cell]);
    }
  }

  private static void assertClasses(List<Opponency> classes, String name) {
    var expected = golden.get(name + ".classes").data().asLongBuffer();
    for (int cell = 0; cell < classes.size(); cell++) {
      assertWithMessage(name)
          .that(classes.get(cell))
          .isEqualTo(Opponency.values()[(int) expected.get(cell)]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"retina.retina_conv2", "ventral.conv1"})
  void receptiveFieldsEqualTorch(String layer) {
    float[] expected = floats(layer + ".fields");
    double tolerance = tolerance(expected);
    int field = 3 * SIDE * SIDE;
    List<ReceptiveField> fields = ReceptiveField.of(vision, layer, FieldProtocol.PAPER);
    assertThat(fields).hasSize(expected.length / field);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) fields.get(i / field).gradient()[i % field])
          .isWithin(tolerance)
          .of(expected[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"retina.retina_conv2", "ventral.conv1"})
  void linearityScoresEqualTorch(String layer) {
    CentreCells cells = new CentreCells(vision, List.of(layer), SIDE);
    float[] inputs = floats("inputs");
    int image = 3 * SIDE * SIDE;
    var expected = golden.get(layer + ".linearity").data().asDoubleBuffer();
    for (int cell = 0; cell < cells.cells(layer); cell++) {
      int of = cell;
      double score =
          Linearity.score(
              IntStream.range(0, 5)
                  .mapToObj(i -> Arrays.copyOfRange(inputs, i * image, (i + 1) * image))
                  .map(pixels -> cells.gradients(layer, pixels, of, of + 1)[0])
                  .toList());
      assertThat(score).isWithin(TOLERANCE * 255).of(expected.get(cell));
    }
  }

  @Test
  void everyClassIsAmongThoseCompared() {
    var classes = golden.get("retina.retina_conv2.hues.classes").data().asLongBuffer();
    assertThat(IntStream.range(0, 4).mapToObj(classes::get).toList()).containsAtLeast(0L, 1L, 2L);
  }

  private static float[] floats(String name) {
    HostTensor tensor = golden.get(name);
    float[] values = new float[tensor.data().remaining() / Float.BYTES];
    tensor.data().asFloatBuffer().get(values);
    return values;
  }

  private static double tolerance(float[] expected) {
    return TOLERANCE
        * IntStream.range(0, expected.length)
            .mapToDouble(i -> Math.abs(expected[i]))
            .max()
            .orElse(1);
  }
}
