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
 * @param smoothness weight of the mean squared difference of neighbouring pixels, which the ascent
 *     keeps small; 0 for none
 * @param goal the objective at which a picture is finished before the last step; infinite for never
 */
public record Ascent(
    int size,
    int steps,
    double rate,
    Transforms transforms,
    List<Integer> thresholds,
    double smoothness,
    double goal) {
  /** How often pictures are looked at for their goal. */
  static final int LOOK = 16;

  private static final double USUAL_RATE = 0.05;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  /**
   * Refuses fewer than one step, a learning rate that is not positive, and thresholds that do not
   * rise to the number of steps.
   */
  public Ascent {
    thresholds = List.copyOf(thresholds);
    if (steps < 1 || !(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          format("Expected steps >= 1 and a rate > 0, got %d and %s", steps, rate));
    }
    if (!(smoothness >= 0) || Double.isNaN(goal)) {
      throw new IllegalArgumentException(
          format("Expected smoothness >= 0 and a goal, got %s and %s", smoothness, goal));
    }
    boolean increasing = thresholds.equals(thresholds.stream().distinct().sorted().toList());
    if (!increasing
        || !thresholds.contains(steps)
        || thresholds.get(0) < 0
        || thresholds.get(thresholds.size() - 1) > steps) {
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
    return new Ascent(size, steps, USUAL_RATE, Transforms.standard(size), List.of(steps), 0, NEVER);
  }

  /**
   * The same for single cells: pictures as large as what the centre cell sees and left as they are,
   * so that pixels stay where the cell has them, without smoothness and goal.
   */
  public Ascent forCells(VisionModel vision, String layer) {
    int side = vision.field(layer).fullySeen(vision.architecture().imageSize());
    return new Ascent(side, steps, rate, Transforms.NONE, thresholds, 0, NEVER);
  }

  /** The same with other transforms. */
  public Ascent with(Transforms other) {
    return new Ascent(size, steps, rate, other, thresholds, smoothness, goal);
  }

  /** The same with smooth pictures. */
  public Ascent smooth(double weight) {
    return new Ascent(size, steps, rate, transforms, thresholds, weight, goal);
  }

  /**
   * The same, each picture finished as soon as it has reached a value of its objective; it is
   * looked at every 16 steps, and what is saved is the one that was looked at.
   */
  public Ascent until(double value) {
    return new Ascent(size, steps, rate, transforms, thresholds, smoothness, value);
  }

  /** The same, which also saves the pictures after some steps; 0 is the random one at the start. */
  public Ascent savingAt(int... earlier) {
    IntStream all = IntStream.concat(IntStream.of(earlier), IntStream.of(steps));
    return new Ascent(
        size, steps, rate, transforms, all.boxed().distinct().toList(), smoothness, goal);
  }

  /**
   * Finds a super-stimulus for each of several objectives at once.
   *
   * @param objectives at least one
   * @param seed what the random pictures and transforms are drawn from
   * @param progress told the steps taken, after each
   * @return objective by objective, the pictures of all thresholds in order; with a goal, one of
   *     each: that which reached it, or the last
   * @throws IllegalArgumentException if the network has no such layer, channel or class
   * @throws IllegalStateException if the ascent leaves the finite numbers
   */
  public List<SuperStimulus> run(
      VisionModel vision, List<Objective> objectives, long seed, IntConsumer progress) {
    if (objectives.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one objective, got none");
    }
    try (AscentRun climb = new AscentRun(this, vision, objectives, seed)) {
      return goal == NEVER ? climb.toTheTop(progress) : climb.toTheGoal(progress);
    }
  }

  /** The same without a word of its progress. */
  public List<SuperStimulus> run(VisionModel vision, List<Objective> objectives, long seed) {
    return run(vision, objectives, seed, step -> {});
  }
}
