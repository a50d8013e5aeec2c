package org.opponency.superstimuli;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.opponency.engine.Autograd;
import org.opponency.images.RgbImage;
import org.opponency.io.Seed;
import org.opponency.models.Architecture;
import org.opponency.models.Pixels;
import org.opponency.models.Ventral;
import org.opponency.models.VisionModel;

/** One run of an {@link Ascent}. It owns the spectra: close it. */
final class AscentRun implements AutoCloseable {
  /** Keeps the seed of the transforms apart from those of the pictures, which count from 0. */
  private static final long TRANSFORMS = -1;

  private final Ascent ascent;
  private final VisionModel vision;
  private final List<Objective> objectives;
  private final List<String> layers;
  private final long seed;
  private final int size;
  private final NDManager manager;
  private final FourierImage image;
  private final NDArray spectra;
  private final Adam adam;
  private int steps;

  AscentRun(Ascent ascent, VisionModel vision, List<Objective> objectives, long seed) {
    this.ascent = ascent;
    this.vision = vision;
    this.objectives = objectives;
    this.seed = seed;
    layers = objectives.stream().flatMap(o -> o.layers(vision).stream()).distinct().toList();
    size = ascent.size();
    requireSize(vision.architecture());
    manager = vision.manager().newSubManager();
    image = new FourierImage(manager, size, vision.dataType());
    spectra = image.random(manager, seeds());
    adam = new Adam(spectra, ascent.rate());
  }

  /** Fully connected layers behind a map that is not averaged take one size only. */
  private void requireSize(Architecture network) {
    boolean whole = layers.stream().anyMatch(layer -> vision.field(layer).isWhole());
    if (whole
        && network.ventral() instanceof Ventral.Convolutional
        && size != network.imageSize()) {
      throw new IllegalArgumentException(
          format(
              "Expected pictures of %d pixels a side, the only ones %s of this network take, got %d",
              network.imageSize(), layers, size));
    }
  }

  private long[] seeds() {
    return LongStream.range(0, objectives.size()).map(i -> Seed.of(seed, i)).toArray();
  }

  /** The spectra that are being changed, (N, 3, size, size / 2 + 1, 2). */
  NDArray spectra() {
    return spectra;
  }

  /** Takes all steps and gives the saved pictures, objective by objective. */
  List<SuperStimulus> toTheTop(IntConsumer progress) {
    List<List<SuperStimulus>> saved = new ArrayList<>();
    for (int threshold : ascent.thresholds()) {
      while (steps < threshold) {
        step();
        progress.accept(steps);
      }
      saved.add(save());
    }
    return IntStream.range(0, objectives.size())
        .boxed()
        .flatMap(i -> saved.stream().map(at -> at.get(i)))
        .toList();
  }

  /** Climbs until each picture has reached the goal, or to the last step. */
  List<SuperStimulus> toTheGoal(IntConsumer progress) {
    SuperStimulus[] finished = new SuperStimulus[objectives.size()];
    while (steps < ascent.steps() && Arrays.asList(finished).contains(null)) {
      int end = Math.min(ascent.steps(), steps + Ascent.LOOK);
      while (steps < end) {
        step();
        progress.accept(steps);
      }
      List<SuperStimulus> now = save();
      for (int i = 0; i < finished.length; i++) {
        boolean good = now.get(i).value() >= ascent.goal() || steps == ascent.steps();
        finished[i] = finished[i] == null && good ? now.get(i) : finished[i];
      }
    }
    return List.of(finished);
  }

  /** One step of gradient ascent. */
  void step() {
    try (NDManager scope = manager.newSubManager()) {
      NDArray coefficients = image.coefficients(spectra);
      coefficients.attach(scope);
      coefficients.setRequiresGradient(true);
      try (Autograd.Mode on = Autograd.recording()) {
        NDArray pixels = image.pixels(coefficients);
        NDArray height = total(vision.recordedResponses(transformed(pixels), layers));
        Autograd.backward(
            ascent.smoothness() == 0
                ? height
                : height.sub(roughness(pixels).mul(ascent.smoothness())));
      }
      try (Autograd.Mode off = Autograd.off()) {
        adam.step(image.gradient(coefficients));
      }
    }
    steps++;
  }

  /** Of every picture the mean squared difference of neighbours across and down, summed. */
  private NDArray roughness(NDArray pixels) {
    NDArray across = pixels.get(":,:,:,1:").sub(pixels.get(":,:,:,:-1")).square();
    NDArray down = pixels.get(":,:,1:,:").sub(pixels.get(":,:,:-1,:")).square();
    return across.mean().add(down.mean()).mul(objectives.size());
  }

  private NDArray transformed(NDArray pixels) {
    Transforms transforms = ascent.transforms();
    return transforms.isNone()
        ? pixels
        : transforms.draw(size, Seed.of(seed, TRANSFORMS), steps).of(pixels);
  }

  private NDArray total(Map<String, NDArray> responses) {
    return IntStream.range(0, objectives.size())
        .mapToObj(i -> objectives.get(i).value(responses, i))
        .reduce(NDArray::add)
        .orElseThrow();
  }

  /** The pictures as they are, and what the network makes of exactly these. */
  private List<SuperStimulus> save() {
    try (NDManager scope = manager.newSubManager();
        Autograd.Mode off = Autograd.off()) {
      List<RgbImage> images = images();
      NDArray pixels = Pixels.of(scope, images).toType(vision.dataType(), false);
      Map<String, NDArray> responses = vision.responses(pixels, layers);
      return IntStream.range(0, images.size())
          .mapToObj(i -> saved(objectives.get(i), images.get(i), responses, i))
          .toList();
    }
  }

  private SuperStimulus saved(
      Objective objective, RgbImage image, Map<String, NDArray> responses, int picture) {
    NDArray value = objective.value(responses, picture).toType(DataType.FLOAT64, false);
    return new SuperStimulus(objective.toString(), steps, value.getDouble(), image);
  }

  private List<RgbImage> images() {
    try (NDArray pixels = pixels()) {
      if (pixels.isNaN().any().getBoolean()) {
        throw new IllegalStateException(
            format(
                    "The ascent has left the finite numbers within %d steps at rate %s: its network or its",
                    steps, ascent.rate())
                + " objective gives NaN or infinity");
      }
      return Pixels.images(pixels);
    }
  }

  /** The pictures as they are now, (N, 3, size, size) in (0, 1). */
  NDArray pixels() {
    try (Autograd.Mode off = Autograd.off();
        NDArray coefficients = image.coefficients(spectra)) {
      return image.pixels(coefficients);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
