package org.opponency.superstimuli;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.opponency.models.VisionModel;

/**
 * Gradient ascent from random pictures to super-stimuli: the picture is a {@link FourierImage}, the
 * steps are Adam's. Immutable; the same network, objectives and seed give the same pictures.
 *
 * @param size side of the pictures in pixels; usually that of the images the network was trained on
 * @param steps to take
 * @param rate Adam's learning rate; lucid's is 0.05
 * @param transforms what happens to the picture before each step
 * @param thresholds steps after which pictures are saved, increasing; the last is {@code steps}
 */
public record Ascent(
    int size, int steps, double rate, Transforms transforms, List<Integer> thresholds) {
  private static final double USUAL_RATE = 0.05;

  /**
   * Refuses fewer than one step, a learning rate that is not positive, and thresholds that do not
   * rise.
   */
  public Ascent {
    thresholds = List.copyOf(thresholds);
    if (steps < 1 || !(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          format("Expected steps >= 1 and a rate > 0, got %d and %s", steps, rate));
    }
    boolean increasing = thresholds.equals(thresholds.stream().distinct().sorted().toList());
    if (!increasing || !thresholds.contains(steps) || thresholds.get(0) < 0) {
      throw new IllegalArgumentException(
          format(
              "Expected increasing thresholds from 0 on, the last of them %d, got %s",
              steps, thresholds));
    }
  }

  /**
   * So many steps with the learning rate and the transforms that lucid takes for a size; saves the
   * last picture.
   */
  public static Ascent of(int steps, int size) {
    return new Ascent(size, steps, USUAL_RATE, Transforms.standard(size), List.of(steps));
  }

  /**
   * The same for single cells: pictures as large as what the centre cell sees and left as they are,
   * so that pixels stay where the cell has them.
   */
  public Ascent forCells(VisionModel vision, String layer) {
    int side = vision.field(layer).fullySeen(vision.architecture().imageSize());
    return new Ascent(side, steps, rate, Transforms.NONE, thresholds);
  }

  /** The same with other transforms. */
  public Ascent with(Transforms other) {
    return new Ascent(size, steps, rate, other, thresholds);
  }

  /** The same, which also saves the pictures after some steps; 0 is the random one at the start. */
  public Ascent savingAt(int... earlier) {
    IntStream all = IntStream.concat(IntStream.of(earlier), IntStream.of(steps));
    return new Ascent(size, steps, rate, transforms, all.boxed().distinct().toList());
  }

  /**
   * Finds a super-stimulus for each of several objectives at once.
   *
   * @param objectives at least one
   * @param seed what the random pictures and transforms are drawn from
   * @param progress told the steps taken, after each
   * @return objective by objective, the pictures of all thresholds in order
   * @throws IllegalArgumentException if the network has no such layer, channel or class
   * @throws IllegalStateException if the ascent leaves the finite numbers
   */
  public List<SuperStimulus> run(
      VisionModel vision, List<Objective> objectives, long seed, IntConsumer progress) {
    if (objectives.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one objective, got none");
    }
    try (AscentRun climb = new AscentRun(this, vision, objectives, seed)) {
      return climb.toTheTop(progress);
    }
  }

  /** The same without a word of its progress. */
  public List<SuperStimulus> run(VisionModel vision, List<Objective> objectives, long seed) {
    return run(vision, objectives, seed, step -> {});
  }
}
