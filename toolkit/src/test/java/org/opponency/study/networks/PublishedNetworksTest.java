package org.opponency.study.networks;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.LabelSpace;
import org.opponency.images.MissingDataException;
import org.opponency.images.SmallFiles;
import org.opponency.io.Progress;
import org.opponency.io.Sha256;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.hub.FileServer;
import org.opponency.models.weights.Safetensors;
import org.opponency.models.weights.TorchCheckpoints;

/** The authors' networks in the place of trained ones, from a server on this machine. */
class PublishedNetworksTest {
  private static byte[] network;

  @TempDir private Path home;
  private FileServer server;
  private final List<Progress> told = new ArrayList<>();

  @BeforeAll
  static void write(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("network");
    try (Network untrained = Network.initialise(Architecture.resNet50(2), 0)) {
      new Safetensors(untrained.state(), Map.of()).write(file);
    }
    network = Files.readAllBytes(file);
  }

  @AfterAll
  static void forget() {
    network = null; // 98 MB
  }

  @BeforeEach
  void start() throws IOException {
    server = new FileServer();
    for (int run = 0; run < 3; run++) {
      server.serve("resnet50/resnet50_2_" + run + ".pt", network);
    }
    Files.createDirectories(home.resolve("notebooks"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private StudyNetworks study(String choice) {
    Map<String, String> variables =
        Map.of(
            "OPPONENCY_NETWORKS", choice,
            "OPPONENCY_HOME", home.toString(),
            "OPPONENCY_MODELS", home.resolve("models").toString(),
            "OPPONENCY_MODELS_SERVER", server.address().toString());
    return new StudyNetworks(new StudyEnvironment(variables).settings(told::add));
  }

  @Test
  void networksAreDownloadedByName() {
    List<ModelRun> models = study("published").models(2);

    assertThat(models.stream().map(ModelRun::name).toList())
        .containsExactly("width 2, run 0", "width 2, run 1", "width 2, run 2")
        .inOrder();
    assertThat(models.get(0).architecture().classes()).isEqualTo(1000);
    assertThat(server.requestCount()).isEqualTo(3);
    assertThat(told.stream().map(Progress::what)).contains("downloading resnet50/2/0");

    study("published").models(2);
    assertThat(server.requestCount()).isEqualTo(3);
  }

  /** At laptop scale, too: an attacked ResNet-50 takes some gigabytes. */
  @Test
  void theyAreMeasuredOneAfterTheOther() {
    Map<String, String> laptop =
        Map.of(
            "OPPONENCY_NETWORKS",
            "published",
            "OPPONENCY_SCALE",
            "laptop",
            "OPPONENCY_HOME",
            home.toString(),
            "OPPONENCY_MODELS",
            home.resolve("models").toString());
    assertThat(new StudyNetworks(new StudyEnvironment(laptop).settings(told::add)).workers())
        .isEqualTo(1);
  }

  @Test
  void fewerRunsForAFirstLook() {
    StudyNetworks study = study("published:1");
    assertThat(study.models(2)).hasSize(1);
    assertThat(study.runs(2)).isEqualTo(1);
    assertThat(server.requestCount()).isEqualTo(1);
  }

  @Test
  void theReferenceIsThereWhereItsFileIs() throws IOException {
    StudyNetworks study = study("published:1");
    assertThat(study.models(2, 0)).hasSize(1);

    byte[] weights = Files.readAllBytes(TorchCheckpoints.file("zip", "torchvision"));
    Path place = home.resolve("models/torchvision");
    Files.createDirectories(place);
    Files.write(place.resolve("resnet50-" + "0".repeat(8) + ".pth"), weights);
    var damaged = assertThrows(RuntimeException.class, () -> study.models(2, 0));
    assertThat(damaged).hasMessageThat().contains("is damaged: its SHA-256 is");

    Files.delete(place.resolve("resnet50-" + "0".repeat(8) + ".pth"));
    String digits = Sha256.ofBytes(weights).substring(0, 8);
    Files.write(place.resolve("resnet50-" + digits + ".pth"), weights);
    List<ModelRun> models = study.models(2, 0);
    assertThat(models.get(1).width()).isEqualTo(0);
    assertThat(models.get(1).name()).isEqualTo("no retina, run 0");
  }

  @Test
  void nothingIsTrained() {
    StudyNetworks study = study("published");
    var refusal = assertThrows(MissingDataException.class, () -> study.hardPictureFilter(0));
    assertThat(refusal).hasMessageThat().contains("Leave OPPONENCY_NETWORKS unset");
  }

  @Test
  void withoutPhotographsItShowsTheFruitsThatBothKnow() {
    StudyNetworks study = study("published");

    assertThat(study.scale()).isEqualTo(Scale.PAPER);
    assertThat(study.data().imageSize()).isEqualTo(224);
    assertThat(study.data().train().classes()).isEqualTo(LabelSpace.IMAGENET.labels());
    assertThat(study.data().validation().label(0)).isEqualTo(948); // Granny Smith
    assertThat(study.hasValidation()).isFalse();
    var missing = assertThrows(MissingDataException.class, study::validation);
    assertThat(missing).hasMessageThat().contains("ImageNet's validation pictures");
    assertThat(missing).hasMessageThat().contains(home.resolve("data").toString());
  }

  @Test
  void validationPicturesAreEnoughOfImageNet() throws IOException {
    SmallFiles.png(home.resolve("data/val/n07749582/1.png"), 4, 4, 0);
    StudyNetworks study = study("published");

    assertThat(study.validation().size()).isEqualTo(1);
    assertThat(study.validation().label(0)).isEqualTo(951);
    assertThat(study.data().name()).isEqualTo("published networks, val 224 px");
  }

  @Test
  void figuresAndResultsHaveFoldersOfTheirOwn() throws IOException {
    SmallFiles.png(home.resolve("data/val/n07749582/1.png"), 4, 4, 0);
    StudyNetworks study = study("published");
    assertThat(study.figures()).isEqualTo(home.resolve("figures/published-networks"));
    assertThat(study.results()).isEqualTo(home.resolve("results/published-networks-paper"));
    String publishers = "published them at " + server.address();
    assertThat(study.provenance().protocol()).contains(publishers);
    assertThat(study.provenance("", study.validation(), "so").protocol())
        .endsWith(publishers + "; so");
  }

  @Test
  void anythingElseIsRefused() {
    for (String wrong : new String[] {"public", "published:4", "published:", "published:0"}) {
      var refusal = assertThrows(IllegalArgumentException.class, () -> study(wrong));
      assertThat(refusal).hasMessageThat().contains("published:1 to published:3");
    }
    assertThat(PublishedNetworks.from(Map.of("OPPONENCY_NETWORKS", "trained"))).isEmpty();
    assertThat(PublishedNetworks.from(Map.of("OPPONENCY_NETWORKS", " "))).isEmpty();
  }
}
