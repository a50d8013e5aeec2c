package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.engine.Compute;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.batch.Augmentation;
import org.opponency.models.Architecture;
import org.opponency.models.script.Numerics;
import org.opponency.orchard.Orchard;

class FastTrainingTest {
  private static final int SEEDS = 3;

  @TempDir Path folder;

  @Test
  void fastNumericsGiveARunOfItsOwn() {
    Training exact = Runs.small(folder);
    Training fast = exact.on(exact.execution().with(Numerics.FAST));
    assertThat(fast.identity()).isEqualTo(exact.identity() + " FAST");
  }

  /**
   * Three seeds each. Single exact runs gave 0.57 to 0.67 (standard deviation 0.055), so means of
   * three differ by 0.045 (standard error) where nothing is wrong.
   */
  @Test
  @Tag("slow")
  void fastNumericsLearnOrchardAsWell() throws IOException {
    try (Compute.Threads kept = Compute.keepThreads()) {
      Compute.threads(1);
      double exact = accuracy(Numerics.EXACT);
      double fast = accuracy(Numerics.FAST);
      assertWithMessage("exact").that(exact).isGreaterThan(0.4);
      assertThat(fast).isWithin(0.08).of(exact);
    }
  }

  private double accuracy(Numerics numerics) throws IOException {
    Orchard orchard = Orchard.ofSize(32);
    ImageSet train = orchard.train(160).inMemory();
    ImageSet validation = orchard.validation(60).inMemory();
    Recipe recipe = Recipe.laptop(Preprocessing.AS_IS, Augmentation.flip(), 8);
    double sum = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Path place = folder.resolve(numerics + " " + seed);
      Training training =
          new Training(Architecture.thin(4, 10, 32), recipe, train, validation, seed, place);
      Execution execution = training.execution().with(numerics);
      sum += training.on(execution).run(Runs.SILENTLY).last().validationAccuracy();
    }
    return sum / SEEDS;
  }
}
