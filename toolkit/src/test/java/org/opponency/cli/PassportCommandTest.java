package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.engine.HostTensor;

/** {@code opponency passport}. */
class PassportCommandTest {
  @TempDir private Path folder;
  private Path weights;
  private Path out;

  @BeforeEach
  void prepare() throws IOException {
    weights = folder.resolve("network.safetensors");
    out = folder.resolve("passport");
    ThinNetworkFile.write(weights, ThinNetworkFile.THIN);
  }

  private Shell passport(String... more) {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "passport";
    arguments[1] = "--weights=" + weights;
    arguments[2] = "--out=" + out;
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Shell.run(arguments);
  }

  @Test
  void writesAPageALayerAndARowACell() throws IOException {
    Shell shell = passport();
    assertThat(shell.err()).doesNotContain("opponency:");
    assertThat(shell.status()).isEqualTo(0);
    assertThat(shell.out()).contains("retina.retina_conv2.html");
    List<String> lines = Files.readAllLines(out.resolve("passport.csv"));
    assertThat(lines).hasSize(1 + 2 + 16);
    assertThat(lines.get(0)).startsWith("layer,cell,cones.type,cones.fields.l,cones.fields.m");
    assertThat(lines.get(0)).contains("hues.finest");
    assertThat(lines.get(3)).startsWith("ventral.conv1,0,");
    String page = Files.readString(out.resolve("ventral.conv1.html"));
    assertThat(page).contains("<h1>Passport of ResNet-1</h1>");
    assertThat(page).contains("the 16 cells of");
    assertThat(page).contains("<td>cones.preference.frequency</td><td>periods a stimulus</td>");
    assertThat(page).contains("<svg role=\"img\" aria-label=");
    assertThat(page).doesNotContainMatch("\\{[a-z]+\\}");
  }

  @Test
  void silentCellsAreCountedAndInNoMedian() throws IOException {
    float[] none = new float[2 * 32 * 49];
    System.arraycopy(new float[] {1, -2, 3}, 0, none, 32 * 49 + 24, 3); // cell 0 sees nothing
    HostTensor silent = HostTensor.ofFloats(none, 2, 32, 7, 7);
    ThinNetworkFile.write(
        weights, ThinNetworkFile.THIN, state -> state.put("retina.retina_conv2.weight", silent));
    assertThat(passport("--layer=retina.retina_conv2").status()).isEqualTo(0);
    List<String> lines = Files.readAllLines(out.resolve("passport.csv"));
    assertThat(lines.get(1)).startsWith("retina.retina_conv2,0,SILENT,,,");
    String page = Files.readString(out.resolve("retina.retina_conv2.html"));
    assertThat(page).contains("<td>1 of 2, not 0</td>");
    assertThat(page).contains("SILENT 1");
  }

  @Test
  void brokenCellsAreNamedAndLeftOut() throws IOException {
    var broken = HostTensor.ofFloats(new float[] {0, Float.NaN}, 2);
    ThinNetworkFile.write(
        weights, ThinNetworkFile.THIN, state -> state.put("retina.retina_conv2.bias", broken));
    Shell shell = passport();
    assertThat(shell.status()).isEqualTo(0);
    assertThat(shell.err()).contains("1 of the 2 cells of retina.retina_conv2 are left out");
    List<String> lines = Files.readAllLines(out.resolve("passport.csv"));
    assertThat(lines).hasSize(1 + 1); // ResNet-1 reads what is no number throughout
    assertThat(lines.get(1)).startsWith("retina.retina_conv2,0,");
    assertThat(Files.readString(out.resolve("retina.retina_conv2.html")))
        .contains("respond by no finite numbers: [1].</p>");
    assertThat(Files.readString(out.resolve("ventral.conv1.html")))
        .contains("16 of the 16 cells of ventral.conv1 are left out");
  }

  @Test
  void torchScriptHasNoLayersAndIsToldWhatToGiveInstead() {
    weights = Shell.torchScript();
    Shell shell = passport();
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("it is a TorchScript file");
    assertThat(shell.err()).contains("give its weights: torch.save(model.state_dict(), file)");
  }

  @Test
  void layersWithoutMapsHaveAPassportToo() throws IOException {
    assertThat(passport("--layer=ventral.fc").status()).isEqualTo(0);
    assertThat(Files.readAllLines(out.resolve("passport.csv"))).hasSize(1 + 6);
  }

  @Test
  void unknownLayersAndFilesAreTold() {
    Shell layer = passport("--layer=retina.conv2");
    assertThat(layer.status()).isEqualTo(2);
    assertThat(layer.err()).contains("No layer [retina.conv2]; this network has [retina,");
    weights = folder.resolve("none.pt");
    Shell file = passport();
    assertThat(file.status()).isEqualTo(2);
  }

  @Test
  void networksWithoutARetinaAreLookedAtInTheirFirstConvolution() throws IOException {
    ThinNetworkFile.write(weights, ThinNetworkFile.THIN.withoutRetina());
    assertThat(passport("--pixels=as-is").status()).isEqualTo(0);
    assertThat(Files.exists(out.resolve("ventral.conv1.html"))).isTrue();
  }
}
