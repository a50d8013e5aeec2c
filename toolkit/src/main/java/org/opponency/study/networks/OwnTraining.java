package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.images.ImageSet;
import org.opponency.io.Progress;
import org.opponency.models.Architecture;
import org.opponency.training.Execution;
import org.opponency.training.Forecast;
import org.opponency.training.Recipe;

/**
 * One network, trained by a recipe on images of one's own.
 *
 * @param architecture what to train
 * @param recipe how
 * @param run counted from 0; with the width it picks the seed
 * @param data training and validation images
 * @param folder where all of it is kept; training goes on from what is there
 */
public record OwnTraining(
    Architecture architecture, Recipe recipe, int run, StudyData data, Path folder) {
  /**
   * The network of a width by a regime.
   *
   * @param width N_BN, 0 for no retina
   * @param size side in pixels of what the network sees
   * @throws IllegalArgumentException if the images do not suit the regime
   */
  public static OwnTraining of(
      Regime regime,
      int width,
      int run,
      ImageSet train,
      ImageSet validation,
      int size,
      Path folder) {
    Recipe recipe = regime.recipe(size);
    StudyData data =
        new StudyData(
            train.name(),
            train,
            validation,
            validation,
            size,
            recipe.preprocessing(),
            recipe.augmentation(),
            Optional.empty());
    return new OwnTraining(
        regime.architecture(width, data.classes(), size), recipe, run, data, folder);
  }

  /** The first network of a width as a study would train it; its folder is the study's home. */
  public static OwnTraining of(StudyNetworks study, int width) {
    return new OwnTraining(
        study.architecture(width), study.recipe(), 0, study.data(), study.home());
  }

  /** The authors' own baseline in place of a bottleneck: see {@link Architecture#baseline}. */
  public OwnTraining withBaseline() {
    Architecture baseline = Architecture.baseline(data.classes(), data.imageSize());
    return new OwnTraining(baseline, recipe, run, data, folder);
  }

  /** The same with another recipe. */
  public OwnTraining with(Recipe other) {
    return new OwnTraining(architecture, other, run, data, folder);
  }

  /** Trains it, or reads it back. */
  public ModelRun run(Execution execution, Consumer<Progress> progress) {
    return new TrainingCrew(1, execution, progress).train(List.of(plan())).get(0);
  }

  /** What it would cost, from a short measured burst; writes nothing. */
  public Forecast forecast(Execution execution) {
    return Forecast.of(plan().attempt(0, execution));
  }

  private TrainingPlan plan() {
    String name = BottleneckWidth.name(architecture.width());
    return new TrainingPlan(
        format("%s, run %d", name, run), architecture, run, data, recipe, folder);
  }
}
