package org.opponency.training;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.opponency.engine.Compute;
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
  /** One line of a forecast, for a table. */
  public record Line(String what, String value) {}

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
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    add(lines, "model", "%s", words(architecture));
    add(lines, "parameters", "%,d", parameters);
    add(lines, "recipe", "%s", recipe.words());
    add(lines, "steps", "%,d: %d epochs of %,d", steps(), recipe.epochs(), stepsPerEpoch);
    add(lines, "device", "%s; %d processor threads", device, Compute.threads());
    add(lines, "measured", "%s", burst.words(recipe.batchSize()));
    add(lines, "a step", "%.3f s, %.1f images/s", secondsPerStep, imagesPerSecond());
    add(lines, "a validation", "%.1f s", validationSeconds);
    add(lines, "time", "about %.2f hours in all", hours());
    add(lines, "memory", "%s", memory.words());
    return lines;
  }

  private static void add(List<Line> lines, String what, String format, Object... values) {
    lines.add(new Line(what, format(format, values)));
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
