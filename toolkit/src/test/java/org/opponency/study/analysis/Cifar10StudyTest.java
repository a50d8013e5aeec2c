package org.opponency.study.analysis;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.claims.PublishedRobustness;
import org.opponency.images.MissingDataException;
import org.opponency.images.SmallFiles;
import org.opponency.images.source.Cifar10;
import org.opponency.io.Seed;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.weights.Safetensors;
import org.opponency.physiology.CellClass;
import org.opponency.physiology.OpponencyRule;
import org.opponency.study.Photographs;
import org.opponency.study.Study;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Scale;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.networks.StudySettings;
import org.opponency.study.results.Cifar10Results;
import org.opponency.study.results.OpponencyResults;
import org.opponency.study.results.WeightOrigin;
import org.opponency.study.store.Origin;
import org.opponency.study.sweep.Sweep;
import org.opponency.study.sweep.UnitRow;

class Cifar10StudyTest {
  @TempDir private Path home;

  private Study study(Optional<Path> folder) {
    return Study.of(Scale.SMOKE, home, folder, 32);
  }

  @Test
  void trainsTheScalesNetworksAndAttacksThem() {
    Cifar10Study cifar10 = Cifar10Study.of(study(Optional.empty()));
    List<ModelRun> models = cifar10.models(cifar10.depth());
    assertThat(models.stream().map(ModelRun::name)).containsExactly("width 4, depth 2, run 0");
    assertThat(models.get(0).last().steps()).isEqualTo(10);
    Cifar10Results worst = cifar10.worstCase(models);
    assertThat(worst.rows()).hasSize(4);
    assertThat(worst.rows().get(0).value().images()).isEqualTo(8);
    assertThat(cifar10.provenance().stamp()).contains("Orchard 32 px, fc1 of 128 units");
  }

  @Test
  void realCifar10IsTakenWhereThereIsSome() throws IOException {
    Path folder = Files.createDirectories(home.resolve("data/cifar-10-batches-bin"));
    byte[] records = new byte[40 * 3073];
    new Random(1).nextBytes(records);
    for (int i = 0; i < 40; i++) {
      records[i * 3073] = (byte) (i % 10);
    }
    Files.write(folder.resolve("data_batch_1.bin"), records);
    Files.write(folder.resolve("test_batch.bin"), records);
    for (Path named : List.of(folder, folder.getParent())) {
      Study study = study(Optional.of(named));
      assertThat(study.data().name()).startsWith("Orchard"); // the other figures' pictures
      Cifar10Study cifar10 = Cifar10Study.of(study);
      assertThat(cifar10.pictures().name()).isEqualTo("CIFAR-10 test");
      assertThat(cifar10.provenance().stamp()).contains("CIFAR-10, fc1 of 128 units");
      assertThat(cifar10.provenance().seed()).isEqualTo(Study.SEED); // Orchard has another
    }
  }

  /** Of a network that is one itself they are equals. */
  @Test
  void randomNetworksAreOfTheSeedOfCifar10(@TempDir Path folder) throws IOException {
    pictures(folder.resolve("cifar-10"));
    Cifar10Study cifar10 = Cifar10Study.of(study(Optional.of(folder.resolve("cifar-10"))));
    Architecture architecture = cifar10.architecture(4, 2);
    Path weights = folder.resolve("network.safetensors");
    try (Network network = Network.initialise(architecture, Seed.of(Study.SEED, 4, 0))) {
      Map<String, String> metadata = Checkpoint.metadata(architecture, Cifar10.CLASSES);
      new Safetensors(network.state(), metadata).signed().write(weights);
    }
    var model = new ModelRun("twin", architecture, 0, 0, false, weights, List.of());
    OpponencyResults results = cifar10.opponency(List.of(model));
    assertThat(results.of(WeightOrigin.RANDOM).get(0).value().cells())
        .isEqualTo(results.of(WeightOrigin.TRAINED).get(0).value().cells());
    // Nothing says what trained it.
    assertThat(results.provenance().computedBy()).containsExactly(Origin.UNKNOWN, Origin.here());
  }

  @Test
  void fewerAreTrainedWhereFewerAreAskedFor() throws IOException {
    Path data = Photographs.tree(home.resolve("fruit"), 1, 1);
    StudySettings paper = StudySettings.of(Scale.PAPER, home, Optional.of(data), 10, step -> {});
    assertThat(Cifar10Study.of(new StudyNetworks(paper)).size().runs()).isEqualTo(10);
    assertThat(Cifar10Study.of(new StudyNetworks(paper.ofAtMost(4))).size().runs()).isEqualTo(4);
  }

  /** A column for photographs must not hold numbers of Orchard. */
  @Test
  void orchardNeverStandsInForCifar10BesidePhotographs() throws IOException {
    Path photographs = home.resolve("photographs");
    for (String part : List.of("train", "val")) {
      SmallFiles.png(photographs.resolve(part + "/n07749582/1.png"), 40, 40, 0);
      SmallFiles.png(photographs.resolve(part + "/n07747607/1.png"), 40, 40, 0);
    }
    Study study = study(Optional.of(photographs));
    assertThat(study.hasCifar10()).isFalse();
    var missing = assertThrows(MissingDataException.class, study::cifar10);
    assertThat(missing).hasMessageThat().contains("data get cifar-10");
    assertThat(Sweep.of(study, step -> {}).rows().stream().map(UnitRow::name).toList())
        .doesNotContain("train and attack CIFAR-10 width 4, depth 2, run 0");
    pictures(home.resolve("cifar-10"));
    assertThat(study.hasCifar10Itself()).isTrue();
    assertThat(Cifar10Study.of(study).provenance().stamp()).contains("CIFAR-10, fc1 of 128");
  }

  @Test
  void cifar10ItselfIsLearntWholeAtLaptopScale() throws IOException {
    Path photographs = home.resolve("photographs");
    for (String part : List.of("train", "val")) {
      SmallFiles.png(photographs.resolve(part + "/n07749582/1.png"), 40, 40, 0);
    }
    pictures(home.resolve("cifar-10"));
    Study study = Study.of(Scale.LAPTOP, home, Optional.of(photographs), 32);
    Cifar10Study cifar10 = Cifar10Study.of(study);
    assertThat(cifar10.architecture(4, 2)).isEqualTo(Architecture.cifar10(4, 2));
    assertThat(cifar10.size().training()).isEqualTo(50_000);
    assertThat(cifar10.size().runs()).isEqualTo(2);
    assertThat(
            Cifar10Study.of(Study.of(Scale.LAPTOP, home, Optional.empty(), 32)).size().training())
        .isEqualTo(4800);
  }

  private static void pictures(Path folder) throws IOException {
    for (String name : Cifar10.CLASSES) {
      SmallFiles.png(folder.resolve("train/" + name + "/1.png"), 32, 32, 0);
      SmallFiles.png(folder.resolve("test/" + name + "/1.png"), 32, 32, 0);
    }
  }

  /** All their biases are zero before training, so that no baseline is positive. */
  @Test
  void cellsOfRandomNetworksAreNotOpponent() {
    Cifar10Study cifar10 = Cifar10Study.of(study(Optional.empty()));
    OpponencyResults results = cifar10.opponency(cifar10.models(2));
    assertThat(results.layers())
        .containsExactly("retina.retina_conv2", "ventral.ventral_conv0")
        .inOrder();
    assertThat(results.provenance().data()).isEqualTo(cifar10.provenance().data());
    assertThat(results.of(WeightOrigin.TRAINED)).hasSize(1);
    OpponencyResults byCode = results.by(OpponencyRule.AUTHORS_CODE);
    for (String layer : results.layers()) {
      assertThat(
              byCode.of(WeightOrigin.RANDOM).get(0).value().share(layer, CellClass::colour).count())
          .isEqualTo(0);
    }
  }

  @Test
  void thePublishedNumbersAreAllThere() {
    for (int depth = 0; depth < 5; depth++) {
      assertThat(PublishedRobustness.worstCase(depth)).hasSize(6 * 10 * 14);
    }
  }

  /** The mean over ten runs of depth 2, width 4 at epsilon 0.01, from the authors' file. */
  @Test
  void aPublishedMeanIsWhatItWas() {
    double mean =
        PublishedRobustness.worstCase(2).stream()
            .filter(row -> row.width() == 4 && row.value().epsilon() == 0.01)
            .mapToDouble(row -> row.value().accuracy())
            .average()
            .orElseThrow();
    assertThat(mean).isWithin(1e-6).of(0.224170);
  }
}
