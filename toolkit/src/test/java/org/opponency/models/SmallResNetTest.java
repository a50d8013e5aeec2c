package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opponency.images.Normalisation;
import org.opponency.models.Ventral.ResNet.Shortcut;
import org.opponency.models.Ventral.ResNet.Stem;
import org.opponency.models.weights.TorchCheckpoints;
import org.opponency.physiology.CellCensus;
import org.opponency.physiology.OpponencyProtocol;

/** ResNets for CIFAR-10 against PyTorch. Golden values: environment/golden/small_resnets.py. */
class SmallResNetTest {
  private static final double TOLERANCE = 2e-5;

  private static Path file(String name) {
    try {
      return Path.of(TorchCheckpoints.class.getResource("small-resnets/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"padded.th, PADDED", "projected.pth, PROJECTED"})
  void itsArchitectureIsReadOffItsTensors(String name, Shortcut shortcut) throws IOException {
    Checkpoint checkpoint = Checkpoint.read(file(name));
    assertThat(checkpoint.architecture())
        .isEqualTo(
            new Architecture(
                Retina.NONE,
                new Ventral.ResNet(List.of(2, 1, 1), false, 4, Stem.SMALL_IMAGES, shortcut),
                10,
                32,
                Normalisation.IMAGENET));
    assertThat(checkpoint.notices().get(0))
        .contains("32 pixels a side, normalised as for ImageNet");
  }

  @ParameterizedTest
  @CsvSource({"padded.th, padded.csv", "projected.pth, projected.csv"})
  void logitsAndGradientsAreThoseOfPyTorch(String name, String table) throws IOException {
    List<String> lines = Files.readAllLines(file(table));
    try (VisionModel vision = VisionModel.of(Checkpoint.read(file(name)).network());
        NDManager scope = vision.manager().newSubManager()) {
      NDArray pixels = scope.linspace(0, 1, 3 * 32 * 32).reshape(new Shape(1, 3, 32, 32));
      assertClose(vision.logits(pixels).toFloatArray(), lines.get(0));
      NDArray gradient = vision.inputGradient(pixels, logits -> logits.get(":, 2"));
      assertClose(gradient.toFloatArray(), lines.get(1));
    }
  }

  private static void assertClose(float[] found, String line) {
    double[] expected =
        Arrays.stream(line.split(",")).skip(1).mapToDouble(Double::parseDouble).toArray();
    assertThat(found).hasLength(expected.length);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < expected.length; i++) {
      assertWithMessage("element %s", i)
          .that((double) found[i])
          .isWithin(TOLERANCE * largest)
          .of(expected[i]);
    }
  }

  @Test
  void cellsAtTheCentreRespondAsInTheWholeImage() throws IOException {
    String layer = "ventral.layer2";
    try (VisionModel vision = VisionModel.of(Checkpoint.read(file("padded.th")).network());
        NDManager scope = vision.manager().newSubManager()) {
      assertThat(vision.layers()).contains("ventral.layer2.0.shortcut");
      NDArray pixels = scope.linspace(0, 1, 3 * 96 * 96).reshape(new Shape(1, 3, 96, 96));
      LayerField field = vision.field(layer);
      int first = field.first(96);
      String part = format(":, :, %d:%d, %d:%d", first, field.end(96), first, field.end(96));
      NDArray whole = vision.responses(pixels, List.of(layer)).get(layer);
      NDArray centre = vision.unpaddedResponses(pixels.get(part), List.of(layer)).get(layer);
      assertThat(centre.getShape().getShape()).isEqualTo(new long[] {1, 8, 1, 1});
      int middle = field.centre(96);
      float[] expected = whole.get(":, :, " + middle + ", " + middle).toFloatArray();
      float[] found = centre.toFloatArray();
      for (int i = 0; i < expected.length; i++) {
        assertThat(found[i]).isWithin(1e-4f).of(expected[i]);
      }
    }
  }

  @Test
  void hasACensus() throws IOException {
    try (VisionModel vision = VisionModel.of(Checkpoint.read(file("padded.th")).network())) {
      CellCensus census = CellCensus.of(vision, List.of("ventral.conv1"), OpponencyProtocol.PAPER);
      assertThat(census.cells()).hasSize(4);
    }
  }

  @Test
  void itsTextIsReadBack() throws IOException {
    Architecture architecture = Checkpoint.read(file("padded.th")).architecture();
    assertThat(ArchitectureText.parse(ArchitectureText.of(architecture))).isEqualTo(architecture);
    assertThat(ArchitectureText.of(Architecture.resNet50(4))).doesNotContain("stem");
    assertThat(Architecture.resNet50(4).toString())
        .contains("ResNet[blocks=[3, 4, 6, 3], bottleneck=true, channels=64]");
  }
}
