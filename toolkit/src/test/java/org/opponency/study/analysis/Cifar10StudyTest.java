package org.opponency.study.analysis;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.claims.PublishedRobustness;
import org.opponency.study.Study;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.Cifar10Results;

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
