package org.opponency.training;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.function.LongSupplier;
import org.opponency.engine.Compute;
import org.opponency.io.Fact;
import org.opponency.models.Architecture;
import org.opponency.models.Network;

/**
 * What a training will cost on this machine, from a short measured burst; nothing is written.
 *
 * @param architecture what is trained
 * @param recipe how
 * @param parameters trainable numbers
 * @param stepsPerEpoch optimiser steps of an epoch
 * @param device what it would run on, such as {@code cpu: no NVIDIA driver on this machine}
 * @param burst what was measured
 * @param secondsPerStep of the recipe's batch: the burst's, scaled by the number of images
 * @param validationSeconds of one epoch, scaled from as many images as the burst's
 * @param memory computed, in bytes
 */
public record Forecast(
    Architecture architecture,
    Recipe recipe,
    long parameters,
    int stepsPerEpoch,
    String device,
    Burst burst,
    double secondsPerStep,
    double validationSeconds,
    MemoryNeed memory) {
  /**
   * Measures a few steps on real images, on a network that is thrown away.
   *
   * @param training its folder is neither read nor made
   */
  public static Forecast of(Training training) {
    return of(training, System::nanoTime);
  }

  static Forecast of(Training training, LongSupplier nanoTime) {
    Recipe recipe = training.recipe();
    try (Network network = training.initialised();
        BatchGradient gradient = training.execution().gradientOf(network)) {
      TrainingLoop loop = new TrainingLoop(training, network, gradient, step -> {});
      MemoryNeed need = MemoryNeed.of(network, recipe);
      Burst burst = Burst.measure(training, loop, network, need, nanoTime);
      double perImage = burst.validationSeconds() / burst.images();
      return new Forecast(
          training.architecture(),
          recipe,
          network.parameterCount(),
          training.stepsPerEpoch(),
          training.execution().devices().toString(),
          burst,
          burst.secondsPerImage() * recipe.batchSize(),
          perImage * training.validation().size(),
          need);
    }
  }

  /** Optimiser steps in all. */
  public long steps() {
    return (long) stepsPerEpoch * recipe.epochs();
  }

  /** Hours in all, with the validation after every epoch. */
  public double hours() {
    return (steps() * secondsPerStep + recipe.epochs() * validationSeconds) / 3600;
  }

  /** Training images a second. */
  public double imagesPerSecond() {
    return recipe.batchSize() / secondsPerStep;
  }

  /** The forecast as people read it. */
  public List<Fact> lines() {
    return List.of(
        Fact.of("model", "%s", words(architecture)),
        Fact.of("parameters", "%,d", parameters),
        Fact.of("recipe", "%s", recipe.words()),
        Fact.of("steps", "%,d: %d epochs of %,d", steps(), recipe.epochs(), stepsPerEpoch),
        Fact.of("device", "%s; %d processor threads", device, Compute.threads()),
        Fact.of("measured", "%s", burst.words(recipe.batchSize())),
        Fact.of("a step", "%.3f s, %.1f images/s", secondsPerStep, imagesPerSecond()),
        Fact.of("a validation", "%.1f s", validationSeconds),
        Fact.of("time", "about %.2f hours in all", hours()),
        Fact.of("memory", "%s", memory.words()));
  }

  private static String words(Architecture architecture) {
    String retina =
        architecture.width() == 0
            ? "no retina"
            : format(
                "a %dx%<d retina of width %d",
                architecture.retina().kernel(), architecture.width());
    return format(
        "%s before %s; %d classes, %d pixels",
        retina, architecture.ventral(), architecture.classes(), architecture.imageSize());
  }
}
