package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.engine.HostTensor;

/** {@code opponency census} and {@code opponency receptive-fields}. */
class EarlyVisionCommandsTest {
  @TempDir private Path folder;
  private Path weights;
  private Path csv;

  @BeforeEach
  void prepare() throws IOException {
    weights = folder.resolve("network.safetensors");
    csv = folder.resolve("cells.csv");
    ThinNetworkFile.write(weights, ThinNetworkFile.THIN);
  }

  @Test
  void censusWritesARowACellAndPrintsShares() throws IOException {
    Shell census = census("retina.retina_conv2", "ventral.conv1");
    assertThat(census.status()).isEqualTo(0);
    assertThat(census.out()).contains("retina.retina_conv2");
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines).hasSize(1 + 2 + 16);
    assertThat(lines.get(0)).startsWith("layer,cell,colour.opponency,colour.preferredHue");
    assertThat(lines.get(1)).startsWith("retina.retina_conv2,0,");
    assertThat(lines.get(3)).startsWith("ventral.conv1,0,");
  }

  @Test
  void networksWithoutARetinaAreLookedAtInTheirFirstConvolution() throws IOException {
    ThinNetworkFile.write(weights, ThinNetworkFile.THIN.withoutRetina());
    Shell census = Shell.run("census", "--weights=" + weights, "--pixels=as-is", "--out=" + csv);
    assertThat(census.err()).doesNotContain("No layer");
    assertThat(census.status()).isEqualTo(0);
    assertThat(Files.readAllLines(csv).get(1)).startsWith("ventral.conv1,0,");

    Path out = folder.resolve("fields");
    Shell fields = Shell.run("receptive-fields", "--weights=" + weights, "--out=" + out);
    assertThat(fields.status()).isEqualTo(0);
    assertThat(Files.exists(out.resolve("receptive-fields.png"))).isTrue();
  }

  @Test
  void pixelsOfNoKindAreTold() {
    Shell census = Shell.run("census", "--weights=" + weights, "--pixels=cifar", "--out=" + csv);
    assertThat(census.status()).isEqualTo(2);
    assertThat(census.err()).contains("imagenet, as-is, or three means and three deviations");
  }

  @Test
  void censusWarnsOfCellsThatSeeMoreThanTheStimulus() {
    Shell census = census("ventral.layer3");
    assertThat(census.status()).isEqualTo(0);
    assertThat(census.err()).contains("warning: Stimuli of 32 x 32 pixels");
  }

  @Test
  void unknownLayerListsThoseThatExist() {
    Shell census = census("retina.conv2");
    assertThat(census.status()).isEqualTo(2);
    assertThat(census.err()).contains("No layer [retina.conv2]; this network has [retina,");
    assertThat(Files.exists(csv)).isFalse();
  }

  @Test
  void brokenWeightsAreReportedByCell() throws IOException {
    var broken = HostTensor.ofFloats(new float[] {0, Float.NaN}, 2);
    ThinNetworkFile.write(
        weights, ThinNetworkFile.THIN, state -> state.put("retina.retina_conv2.bias", broken));
    Shell census = census("retina.retina_conv2");
    assertThat(census.status()).isEqualTo(1);
    assertThat(census.err()).contains("from 1 of its 2 cells: [1]");
  }

  @Test
  void receptiveFieldsAreDrawnAndMeasured() throws IOException {
    Path out = folder.resolve("fields");
    Shell fields =
        Shell.run(
            "receptive-fields",
            "--weights=" + weights,
            "--layer=ventral.conv1",
            "--protocol=NOTEBOOK_2019",
            "--out=" + out);
    assertThat(fields.status()).isEqualTo(0);
    assertThat(Files.exists(out.resolve("receptive-fields.png"))).isTrue();
    List<String> lines = Files.readAllLines(out.resolve("receptive-fields.csv"));
    assertThat(lines).hasSize(1 + 16);
    assertThat(lines.get(0)).contains("fit.goodness");
    assertThat(lines.get(0)).endsWith("centreSurround,linearity");
  }

  private Shell census(String... layers) {
    List<String> arguments =
        new ArrayList<>(List.of("census", "--weights=" + weights, "--out=" + csv));
    for (String layer : layers) {
      arguments.add("--layer");
      arguments.add(layer);
    }
    return Shell.run(arguments.toArray(String[]::new));
  }
}
