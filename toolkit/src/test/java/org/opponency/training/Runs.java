package org.opponency.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.opponency.images.ImageSet;
import org.opponency.images.Normalisation;
import org.opponency.images.Preprocessing;
import org.opponency.images.batch.Augmentation;
import org.opponency.models.Architecture;
import org.opponency.models.Retina;
import org.opponency.models.Ventral;

/** Training runs of a few milliseconds a step. */
final class Runs {
  static final int SIDE = 8;

  /** Its batch norm has running statistics that a resumed run must bring back. */
  static final Architecture SMALL =
      new Architecture(
          new Retina(2, 3),
          new Ventral.ResNet(List.of(1, 1), true, 4),
          3,
          SIDE,
          Normalisation.IMAGENET);

  /** Three epochs of five steps; the rate drops for the last, a checkpoint every two steps. */
  static final Recipe RECIPE = recipe(new Schedule(0.05, 0.1, List.of(2)), 3);

  static final TrainingListener SILENTLY = step -> {};

  /** For runs that have nothing left to train. */
  static final TrainingListener NEVER =
      step -> {
        throw new AssertionError("A finished run must not train");
      };

  private Runs() {}

  static Recipe recipe(Schedule schedule, int epochs) {
    return recipe(schedule, 4, epochs, 2);
  }

  static Recipe recipe(Schedule schedule, int batch, int epochs, int checkpointSteps) {
    return new Recipe(
        new UpdateRule.Sgd(0.9, 1e-4),
        schedule,
        batch,
        epochs,
        Augmentation.flip(),
        Preprocessing.AS_IS,
        checkpointSteps);
  }

  static Training small(Path folder) {
    return small(folder, RECIPE, new Squares(22, SIDE));
  }

  static Training small(Path folder, Recipe recipe, ImageSet images) {
    return new Training(SMALL, recipe, images, new Squares(6, SIDE), 5, folder);
  }

  /** Ends a run as a killed process would: between a step and its checkpoint. */
  static TrainingListener stopAt(int number) {
    return step -> {
      if (step.step() == number) {
        throw new Interruption();
      }
    };
  }

  /** The checkpoints there are, oldest first. */
  static List<Path> checkpoints(Training training) throws IOException {
    return training.checkpoints(note -> {}).files();
  }

  static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
