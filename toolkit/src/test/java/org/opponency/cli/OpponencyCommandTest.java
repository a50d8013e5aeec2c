package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpponencyCommandTest {
  @Test
  void helpNamesEveryCommand() {
    Shell help = Shell.run("--help");
    assertThat(help.status()).isEqualTo(0);
    assertThat(help.out())
        .containsMatch("(?s)doctor.*models.*train.*predict.*census.*receptive-fields");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "doctor",
        "models",
        "train",
        "predict",
        "census",
        "passport",
        "receptive-fields",
        "super-stimulus",
        "shape-bias",
        "attack",
        "crate",
        "verify"
      })
  void everyCommandExplainsItself(String command) {
    Shell help = Shell.run(command, "--help");
    assertThat(help.status()).isEqualTo(0);
    assertThat(help.out()).contains("Usage: opponency " + command);
    assertThat(help.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"doctor", "train"})
  void unknownOptionIsAWrongArgument(String command) {
    Shell refusal = Shell.run(command, "--colour");
    assertThat(refusal.status()).isEqualTo(2);
    assertThat(refusal.err()).contains("--colour");
    assertThat(refusal.out()).isEmpty();
  }

  @Test
  void modelsListsWhatIsPublishedAndWhatIsHere(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("resnet50"));
    Files.createFile(folder.resolve("resnet50/resnet50_4_2.pt"));
    Shell models = Shell.run("models", "--models=" + folder);
    assertThat(models.status()).isEqualTo(0);
    assertThat(models.out()).containsMatch("resnet50/4/2 .* yes .*/resnet50/resnet50_4_2\\.pt");
    assertThat(models.out()).containsMatch("cifar10/32/4/9 .* no .*/colour_full/model_32_4_9\\.pt");
    assertThat(models.out()).contains("Folder: " + folder);
    Shell forecast = Shell.run("models", "--forecast", "--models=" + folder);
    assertThat(forecast.out()).contains("18 ResNet-50s, 1 of them here");
    assertThat(forecast.out()).contains(folder + ", ");
  }

  @Test
  void aCopyOfTheServerServesEveryFolder(@TempDir Path folder) throws Exception {
    Shell models =
        Shell.run(
            Map.of("OPPONENCY_MODELS_SERVER", "http://localhost:1/"),
            "models",
            "--models=" + folder);
    assertThat(models.out()).contains("http://localhost:1/resnet50/resnet50_4_2.pt");
    assertThat(models.out()).contains("Folder: " + folder);
  }

  @Test
  void widthsMustBeNumbers() {
    Shell refusal = Shell.run("train", "--widths", "1,wide");
    assertThat(refusal.status()).isEqualTo(2);
    assertThat(refusal.err()).contains("wide");
  }

  @Test
  void versionIsTold() {
    assertThat(Shell.run("--version").out()).startsWith("opponency ");
  }
}
