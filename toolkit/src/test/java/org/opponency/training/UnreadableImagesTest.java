package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.ImageDataException;
import org.opponency.images.Normalisation;
import org.opponency.models.Architecture;
import org.opponency.models.Ventral;

class UnreadableImagesTest {
  @TempDir Path folder;

  @Test
  void unreadableImagesAreSkippedAndNamed() throws IOException {
    Squares damaged = new Squares(22, Runs.SIDE, Set.of(7, 12));
    TrainedNetwork trained =
        Runs.small(folder.resolve("run"), Runs.RECIPE, damaged).run(Runs.SILENTLY);
    assertThat(trained.skipped())
        .containsExactly(
            "Cannot read image square 12: broken on purpose",
            "Cannot read image square 7: broken on purpose");
    assertThat(Runs.small(folder.resolve("run"), Runs.RECIPE, damaged).run(Runs.NEVER))
        .isEqualTo(trained);
  }

  @Test
  void batchesOfWhichNothingCanBeReadArePassedOver() throws IOException {
    // A batch of one image has no statistics for a batch norm.
    Architecture plain =
        new Architecture(
            Runs.SMALL.retina(), new Ventral.Convolutional(0, 4), 3, Runs.SIDE, Normalisation.NONE);
    Recipe single = Runs.recipe(Runs.RECIPE.schedule(), 1, 2, 3);
    for (int broken = 0; broken < 8; broken++) {
      Squares images = new Squares(8, Runs.SIDE, Set.of(broken));
      Path run = folder.resolve("run " + broken);
      Training training = new Training(plain, single, images, new Squares(6, Runs.SIDE), 5, run);
      TrainedNetwork trained = training.run(Runs.SILENTLY);
      assertThat(trained.skipped()).hasSize(1);
      assertThat(trained.log().stream().map(EpochLog::steps).toList())
          .containsExactly(8, 16)
          .inOrder();
    }
  }

  @Test
  void nothingReadableIsAnError() {
    Squares good = new Squares(6, Runs.SIDE);
    Squares bad = new Squares(6, Runs.SIDE, Set.of(0, 1, 2, 3, 4, 5));
    assertNothingReadable(new Training(Runs.SMALL, Runs.RECIPE, bad, good, 5, folder));
    assertNothingReadable(new Training(Runs.SMALL, Runs.RECIPE, good, bad, 5, folder));
  }

  private static void assertNothingReadable(Training training) {
    var error = assertThrows(ImageDataException.class, () -> training.run(Runs.SILENTLY));
    assertThat(error).hasMessageThat().contains("Not one of the images of squares");
  }
}
