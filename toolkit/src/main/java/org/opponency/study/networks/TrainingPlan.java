package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Path;
import org.opponency.io.Printable;
import org.opponency.io.Seed;
import org.opponency.models.Architecture;
import org.opponency.study.store.Origin;
import org.opponency.training.Execution;
import org.opponency.training.Recipe;
import org.opponency.training.TrainedNetwork;
import org.opponency.training.Training;
import org.opponency.training.TrainingListener;

/**
 * One network to be trained. A bottleneck that dies at the start never comes back, so its seed is
 * given up for the next; how often is kept with the result and told.
 *
 * @param name such as {@code width 4, run 1}
 * @param architecture what to train
 * @param run counted from 0
 * @param data what to train it on
 * @param recipe how
 * @param folder where all attempts go, one folder each
 */
public record TrainingPlan(
    String name, Architecture architecture, int run, StudyData data, Recipe recipe, Path folder) {
  private static final int MOST_REDRAWS = 3;

  /** The same with another recipe. */
  TrainingPlan with(Recipe other) {
    return new TrainingPlan(name, architecture, run, data, other, folder);
  }

  ModelRun run(Execution execution, TrainingListener listener) throws IOException {
    int redraws = 0;
    TrainedNetwork trained = trained(attempt(redraws, execution), listener);
    while (trained.dead() && redraws < MOST_REDRAWS) {
      redraws++;
      trained = trained(attempt(redraws, execution), listener);
    }
    if (!trained.skipped().isEmpty()) {
      listener.note(
          format(
              "%d images that cannot be read were left out: %s",
              trained.skipped().size(), Printable.firstOf(trained.skipped())));
    }
    return new ModelRun(
        name, architecture, run, redraws, trained.dead(), trained.weights(), trained.log());
  }

  private static TrainedNetwork trained(Training attempt, TrainingListener listener)
      throws IOException {
    if (!attempt.isFinished()) { // noted first: weights that are there are never trained again
      attempt.requireWritableFolder();
      Origin.here().noteBeside(attempt.weights());
    }
    return attempt.run(listener);
  }

  /** At most: none of what is finished, to be read back. */
  int stepsLeft() {
    Training first = attempt(0, Execution.automatic());
    return first.isFinished() ? 0 : first.steps();
  }

  Training attempt(int redraw, Execution execution) {
    long seed = Seed.of(data.seed(), architecture.width(), run, redraw);
    Path place = folder.resolve("seed-" + redraw);
    return new Training(architecture, recipe, data.train(), data.validation(), seed, place)
        .on(execution);
  }
}
