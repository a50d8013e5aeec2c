package org.opponency.study.networks;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.ImageDataException;
import org.opponency.models.script.Numerics;
import org.opponency.study.Photographs;
import org.opponency.training.Execution;

class StudyEnvironmentTest {
  @TempDir private Path home;

  @Test
  void nothingSetMeansLaptopOnOrchardAboveTheWorkingFolder() {
    StudySettings study = new StudyEnvironment(Map.of()).settings(step -> {});
    assertThat(study.scale()).isEqualTo(Scale.LAPTOP);
    assertThat(study.data().name()).isEqualTo("Orchard 32 px");
    assertThat((Object) study.home()).isEqualTo(Path.of("").toAbsolutePath().getParent());
  }

  @Test
  void folderThatIsNoProjectIsRefused() throws IOException {
    Path working = Files.createDirectories(home.resolve("elsewhere/work"));
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> StudyEnvironment.above(working));
    assertThat(refusal)
        .hasMessageThat()
        .contains("got " + working.getParent() + "; let OPPONENCY_HOME name it");
    Files.createDirectory(home.resolve("elsewhere/notebooks"));
    assertThat((Object) StudyEnvironment.above(working)).isEqualTo(working.getParent());
  }

  @Test
  void smokeCutsPhotographsToItsSizes() throws IOException {
    Path data = Photographs.tree(home.resolve("fruit"), 103, 52);
    StudyData whole = data(Scale.LAPTOP, data);
    StudyData smoke = data(Scale.SMOKE, data);
    int classes = whole.classes();
    assertThat(whole.train().size()).isEqualTo(103 * classes);
    assertThat(smoke.train().size()).isEqualTo(200);
    assertThat(smoke.validation().size()).isEqualTo(100);
    assertThat(smoke.classes()).isEqualTo(classes);
  }

  private StudyData data(Scale scale, Path folder) {
    return settings(scale, folder).data();
  }

  private StudySettings settings(Scale scale, Path folder) {
    return StudySettings.of(scale, home, Optional.of(folder), 12, step -> {});
  }

  @Test
  void photographsAreKeptApartFromOrchard() throws IOException {
    Path data = Photographs.tree(home.resolve("My fruit"), 1, 1);
    var laptop = new StudyNetworks(settings(Scale.LAPTOP, data.resolve("../My fruit/")));
    assertThat((Object) laptop.results()).isEqualTo(home.resolve("results/My-fruit-laptop"));
    assertThat((Object) laptop.figures()).isEqualTo(home.resolve("figures/My-fruit"));
    assertThat(laptop.runs(1)).isEqualTo(4);
    var smoke = new StudyNetworks(settings(Scale.SMOKE, data));
    assertThat((Object) smoke.figures())
        .isEqualTo(home.resolve("results/My-fruit-smoke/figures/My-fruit"));
    var paper = new StudyNetworks(settings(Scale.PAPER, data));
    assertThat((Object) paper.results()).isEqualTo(home.resolve("results/paper"));
    assertThat((Object) paper.figures()).isEqualTo(home.resolve("figures"));
  }

  @Test
  void photographsAreNamedByTheirFolderWhateverPathLeadsThere() throws IOException {
    Path data = Photographs.tree(home.resolve("fruit"), 1, 1);
    assertThat(data(Scale.LAPTOP, data.resolve(".")).name()).isEqualTo("fruit 12 px");
  }

  @Test
  void noPhotographsPassForOrchard() throws IOException {
    StudyData data = data(Scale.LAPTOP, Photographs.tree(home.resolve("Orchard"), 1, 1));
    assertThat(data.name()).isEqualTo("photographs in Orchard 12 px");
    assertThat(data.seed()).isEqualTo(StudyNetworks.SEED);
  }

  @Test
  void blankIsUnset() {
    var variables = Map.of("OPPONENCY_SCALE", " ", "OPPONENCY_DATA", "", "OPPONENCY_SIZE", "");
    assertThat(new StudyEnvironment(variables).settings(step -> {}).scale())
        .isEqualTo(Scale.LAPTOP);
  }

  @Test
  void everyVariableIsHeard() throws IOException {
    Path data = Photographs.tree(home.resolve("fruit"), 1, 1);
    StudySettings study =
        new StudyEnvironment(
                Map.of(
                    "OPPONENCY_SCALE",
                    "smoke",
                    "OPPONENCY_HOME",
                    home.toString(),
                    "OPPONENCY_DATA",
                    data.toString(),
                    "OPPONENCY_SIZE",
                    "10",
                    "OPPONENCY_RUNS",
                    "1"))
            .settings(step -> {});
    assertThat(study.scale()).isEqualTo(Scale.SMOKE);
    assertThat((Object) study.home()).isEqualTo(home);
    assertThat(study.data().name()).isEqualTo("fruit 10 px");
    assertThat(study.data().imageSize()).isEqualTo(10);
    assertThat(study.runs().of(1)).isEqualTo(1);
  }

  @Test
  void aRunThatIsNoNumberIsRefused() {
    var environment = new StudyEnvironment(Map.of("OPPONENCY_RUNS", "few"));
    var refused =
        assertThrows(IllegalArgumentException.class, () -> environment.settings(step -> {}));
    assertThat(refused)
        .hasMessageThat()
        .isEqualTo("Expected OPPONENCY_RUNS to be a number of networks of a width, got \"few\"");
  }

  @Test
  void whatComputesIsHeard() {
    Execution execution =
        new StudyEnvironment(
                Map.of(
                    "OPPONENCY_DEVICES",
                    "cpu,cpu",
                    "OPPONENCY_MICRO_BATCH",
                    "16",
                    "OPPONENCY_NUMERICS",
                    "fast"))
            .settings(step -> {})
            .execution();
    assertThat(execution.devices().all()).hasSize(2);
    assertThat(execution.microBatch()).isEqualTo(16);
    assertThat(execution.numerics()).isEqualTo(Numerics.FAST);
  }

  @Test
  void whatCannotComputeIsRefused() {
    assertThat(refusal("OPPONENCY_DEVICES", "gpu99")).contains("Expected devices from cpu");
    assertThat(refusal("OPPONENCY_MICRO_BATCH", "0")).contains("a number of images, got \"0\"");
    assertThat(refusal("OPPONENCY_NUMERICS", "quick")).contains("exact or fast, got \"quick\"");
  }

  @Test
  void wrongScaleTellsTheThree() {
    assertThat(refusal("OPPONENCY_SCALE", "desktop")).contains("smoke, laptop, paper");
  }

  @Test
  void wrongSizeTellsTheRange() {
    for (String wrong : new String[] {"tall", "9", "-32", "32.5", "10000"}) {
      String message = refusal("OPPONENCY_SIZE", wrong);
      assertThat(message).contains("pixels from 10 to 9999");
      assertThat(message).contains('"' + wrong + '"');
    }
  }

  @Test
  void homeThatIsNoFolderIsNamed() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    assertThat(refusal("OPPONENCY_HOME", file.toString())).contains(file + ", which is no folder");
    assertThat(refusal("OPPONENCY_HOME", "/nowhere/at/all")).contains("/nowhere/at/all");
  }

  @Test
  void dataWithoutBothPartsNamesTheMissingOne() throws IOException {
    Photographs.write(home.resolve("train/fig/1.png"), 0xff0000);
    var environment = new StudyEnvironment(Map.of("OPPONENCY_DATA", home.toString()));
    var refusal = assertThrows(ImageDataException.class, () -> environment.settings(step -> {}));
    assertThat(refusal).hasMessageThat().contains(home.resolve("val").toString());
    assertThat(refusal).hasMessageThat().contains("OPPONENCY_DATA");
  }

  @Test
  void paperScaleAsksForData() {
    String message = refusal("OPPONENCY_SCALE", "paper");
    assertThat(message).contains("ImageNet");
    assertThat(message).contains("OPPONENCY_DATA");
  }

  private static String refusal(String variable, String value) {
    var environment = new StudyEnvironment(Map.of(variable, value));
    return assertThrows(IllegalArgumentException.class, () -> environment.settings(step -> {}))
        .getMessage();
  }
}
