package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.hub.PublishedModel;
import org.opponency.models.weights.Safetensors;
import org.opponency.orchard.Orchard;
import org.opponency.report.Examples;
import org.opponency.report.Figures;
import org.opponency.report.Png;
import org.opponency.study.Study;
import org.opponency.study.networks.Scale;

/**
 * What is written, shown and looked up is the same whatever the machine's language: a comma in
 * numbers (de-DE), letters that change case otherwise (tr-TR), other digits (ar-EG).
 */
class LocaleTest {
  private final Locale usual = Locale.getDefault();

  @TempDir private Path folder;

  @AfterEach
  void restore() {
    Locale.setDefault(usual);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG"})
  void figuresWithTheirTablesAndProvenance(String language) throws IOException {
    assertSameFiles(language, this::saveFigure);
  }

  private void saveFigure(Path to) {
    List<Examples.RunAccuracy> rows =
        List.of(
            new Examples.RunAccuracy(1, 0, 0.5, false),
            new Examples.RunAccuracy(32, 1, 0.62, false));
    Figures.accuracy(Examples.accuracy(Scale.LAPTOP, rows)).save(to);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG"})
  void commandsAndTheFilesTheyWrite(String language) throws IOException {
    Path weights = folder.resolve("network.safetensors");
    try (Network network = Network.initialise(Architecture.thin(4, 3, 32), 0)) {
      new Safetensors(
              network.state(), Map.of(Checkpoint.CLASSES, "a\nb\nc", Checkpoint.IMAGE_SIZE, "32"))
          .write(weights);
    }
    Path images = Files.createDirectories(folder.resolve("images/a"));
    Files.write(images.resolve("I.png"), Png.encode(Orchard.ofSize(32).train(1).image(0)));
    assertSameFiles(
        language,
        to -> {
          String w = weights.toString();
          run(to, "predict", "--weights", w, "--images", images.getParent().toString());
          run(to, "census", "--weights", w, "--out", to.resolve("census.csv").toString());
        });
  }

  private static void run(Path to, String... arguments) throws IOException {
    Shell shell = Shell.run(arguments);
    assertThat(shell.status()).isEqualTo(0);
    Files.writeString(to.resolve(arguments[0] + ".txt"), shell.out() + shell.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG"})
  void namesAndFoldersOfNetworks(String language) {
    Locale.setDefault(Locale.forLanguageTag(language));
    assertThat(Study.name(4, 10)).isEqualTo("width 4, run 10");
    assertThat(PublishedModel.all().stream().map(PublishedModel::path))
        .containsAtLeast("resnet50/resnet50_32_2.pt", "cifar10/colour_full/model_16_4_9.pt");
    assertThat(Scale.SMOKE.label()).isEqualTo("smoke");
  }

  private interface Writing {
    void into(Path folder) throws IOException;
  }

  private void assertSameFiles(String language, Writing writing) throws IOException {
    Path here = Files.createDirectories(folder.resolve("here"));
    Path there = Files.createDirectories(folder.resolve("there"));
    Locale.setDefault(Locale.ROOT);
    writing.into(here);
    Locale.setDefault(Locale.forLanguageTag(language));
    writing.into(there);
    assertThat(contents(there)).isEqualTo(contents(here));
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Arrays.toString(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
