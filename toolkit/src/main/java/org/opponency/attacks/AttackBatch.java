package org.opponency.attacks;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.opponency.io.Seed;
import org.opponency.models.Recording;
import org.opponency.models.VisionModel;

/**
 * Images under attack, each with its own label, epsilon and seed. What happens to one does not
 * depend on the others; so a batch that is not full is filled up with copies, which do not count.
 */
public final class AttackBatch {
  /**
   * One image under attack.
   *
   * @param index of the image, in its set
   * @param image what names it in messages
   * @param label its class
   * @param epsilon largest size of the perturbation in pixel units
   * @param seed what a random attack draws from
   */
  record Target(int index, String image, int label, double epsilon, long seed) {
    Target {
      if (!(epsilon >= 0)) {
        throw new IllegalArgumentException(
            format("Expected epsilons of at least 0, got %s for %s", epsilon, image));
      }
    }

    AttackOutcome outcome(String attack, boolean success) {
      return new AttackOutcome(index, attack, epsilon, success);
    }
  }

  private final VisionModel vision;
  private final NDArray pixels;
  private final List<Target> targets;
  private final int size;
  private GradientCounts counts = GradientCounts.NONE;
  private double[] lossAtStart;

  /**
   * A batch.
   *
   * @param pixels (N, 3, H, W), RGB, in [0, 1]; the caller's
   * @param targets N, one an image
   * @param size how many of the N count, from the first
   * @throws IllegalArgumentException if pixels or labels are out of range, or there is not a label
   *     for each image
   */
  AttackBatch(VisionModel vision, NDArray pixels, List<Target> targets, int size) {
    requirePixels(pixels);
    if (targets.size() != pixels.getShape().get(0)) {
      throw new IllegalArgumentException(
          format(
              "Expected a label for each of %d images, got %d labels",
              pixels.getShape().get(0), targets.size()));
    }
    targets.forEach(target -> requireLabel(target, vision.architecture().classes()));
    this.vision = vision;
    this.pixels = pixels;
    this.targets = List.copyOf(targets);
    this.size = size;
  }

  /**
   * Images that are all attacked with one epsilon.
   *
   * @param pixels (N, 3, H, W), RGB, in [0, 1], of the network's type; the caller's
   * @param labels N classes, from 0
   * @param epsilon largest size of the perturbation in pixel units
   * @param seed what the random attacks draw from
   * @throws IllegalArgumentException if pixels, labels or epsilon are out of range, or there is not
   *     a label for each image
   */
  public static AttackBatch of(
      VisionModel vision, NDArray pixels, int[] labels, double epsilon, long seed) {
    List<Target> targets =
        IntStream.range(0, labels.length)
            .mapToObj(i -> new Target(i, "image " + i, labels[i], epsilon, Seed.of(seed, i)))
            .toList();
    return new AttackBatch(vision, pixels, targets, labels.length);
  }

  private static void requirePixels(NDArray pixels) {
    try (NDArray low = pixels.min();
        NDArray high = pixels.max()) {
      double least = FloatArrays.of(low)[0];
      double most = FloatArrays.of(high)[0];
      if (!(least >= 0 && most <= 1)) {
        throw new IllegalArgumentException(
            format(
                "Expected pixels in [0, 1], got %s to %s. The network normalises them itself: give"
                    + " them as they are, divided by 255",
                least, most));
      }
    }
  }

  private static void requireLabel(Target target, int classes) {
    if (target.label() < 0 || target.label() >= classes) {
      throw new IllegalArgumentException(
          format(
              "Expected labels from 0 to %d, the network's classes; %s has %d",
              classes - 1, target.image(), target.label()));
    }
  }

  /** The clean images: (N, 3, H, W), RGB, in [0, 1]. */
  public NDArray pixels() {
    return pixels;
  }

  /**
   * Which images the network decides wrongly.
   *
   * @param images as {@link #pixels}
   * @return N truth values
   * @throws ArithmeticException if a logit is not a number
   */
  public boolean[] fooled(NDArray images) {
    try (NDArray logits = vision.logits(images)) {
      Logits rows = logits(logits);
      if (lossAtStart != null) {
        countClimbs(rows);
      }
      return wrong(rows);
    }
  }

  private void countClimbs(Logits rows) {
    for (int i = 0; i < size; i++) {
      if (targets.get(i).epsilon() > 0) {
        boolean higher = rows.loss(i, targets.get(i).label()) > lossAtStart[i];
        counts = counts.plus(new GradientCounts(0, 0, 1, higher ? 1 : 0));
      }
    }
  }

  /** Which rows have their highest logit elsewhere than at the label. */
  boolean[] wrong(Logits rows) {
    boolean[] wrong = new boolean[targets.size()];
    for (int i = 0; i < wrong.length; i++) {
      wrong[i] = decision(rows, i) != targets.get(i).label();
    }
    return wrong;
  }

  /**
   * The class that the network decides for.
   *
   * @throws ArithmeticException if a logit of the row is not a number
   */
  int decision(Logits rows, int row) {
    if (rows.isBroken(row)) {
      throw notANumber("A logit", row);
    }
    return rows.highest(row);
  }

  private ArithmeticException notANumber(String what, int row) {
    return new ArithmeticException(
        format(
            "%s at %s is not a number. Expected finite weights and logits: look at the network's"
                + " training",
            what, targets.get(row).image()));
  }

  /** The logits as numbers. */
  Logits logits(NDArray logits) {
    return new Logits(FloatArrays.of(logits), targets.size());
  }

  /** The logits of the clean images. */
  Logits logits() {
    try (NDArray logits = vision.logits(pixels)) {
      return logits(logits);
    }
  }

  /** What was counted so far. */
  GradientCounts counts() {
    return counts;
  }

  /** The images with those that fill the batch up. */
  List<Target> targets() {
    return targets;
  }

  /** How many of the images count. */
  int size() {
    return size;
  }

  /** A forward pass of which several gradients can be taken; close it. */
  Recording record(NDArray images) {
    return vision.record(images);
  }

  /** The gradient of each image's cross-entropy (nats) with respect to its pixels. */
  NDArray lossGradient(NDArray images) {
    return checked(vision.inputGradient(images, this::crossEntropy));
  }

  private NDArray crossEntropy(NDArray logits) {
    if (lossAtStart == null) {
      Logits rows = logits(logits);
      lossAtStart =
          IntStream.range(0, targets.size())
              .mapToDouble(i -> rows.loss(i, targets.get(i).label()))
              .toArray();
    }
    int classes = (int) logits.getShape().get(1);
    double[] label = new double[targets.size() * classes];
    for (int i = 0; i < targets.size(); i++) {
      label[i * classes + targets.get(i).label()] = -1;
    }
    return logits.logSoftmax(1).mul(FloatArrays.array(logits, label, logits.getShape()));
  }

  /**
   * The gradients as they are, once counted.
   *
   * @throws ArithmeticException if one is not a number
   */
  NDArray checked(NDArray gradients) {
    try (NDArray magnitudes = gradients.abs();
        NDArray rows = magnitudes.reshape(new Shape(targets.size(), -1));
        NDArray highest = rows.max(new int[] {1})) {
      double[] values = FloatArrays.of(highest);
      for (int i = 0; i < size; i++) {
        if (Double.isNaN(values[i])) {
          throw notANumber("The gradient", i);
        }
        counts = counts.plus(new GradientCounts(1, values[i] == 0 ? 1 : 0, 0, 0));
      }
    }
    return gradients;
  }

  /** Epsilons times a factor, (N, 1, 1, 1), owned as {@code like} is. */
  NDArray epsilons(NDArray like, double factor) {
    return perImage(like, targets.stream().mapToDouble(t -> factor * t.epsilon()).toArray());
  }

  /** A number an image, (N, 1, 1, 1), owned as {@code like} is. */
  NDArray perImage(NDArray like, double[] values) {
    return FloatArrays.array(like, values, new Shape(values.length, 1, 1, 1));
  }

  /**
   * Random numbers from each image's own seed, shaped and owned as {@code like} is.
   *
   * @param distribution draws so many numbers
   */
  NDArray draw(NDArray like, BiFunction<Random, Integer, double[]> distribution) {
    int count = (int) (like.size() / targets.size());
    double[] values = new double[targets.size() * count];
    for (int i = 0; i < targets.size(); i++) {
      double[] drawn = distribution.apply(new Random(targets.get(i).seed()), count);
      System.arraycopy(drawn, 0, values, i * count, count);
    }
    return FloatArrays.array(like, values, like.getShape());
  }

  /** The images brought back into the ball of each one's epsilon and into [0, 1]. */
  NDArray within(Norm norm, NDArray images) {
    NDArray perturbation = norm.clip(images.sub(pixels), epsilons(images, 1));
    return perturbation.add(pixels).clip(0, 1);
  }

  /** {@code change} of images, with everything freed that it made on its way. */
  NDArray scoped(NDArray images, UnaryOperator<NDArray> change) {
    NDManager owner = images.getManager();
    try (NDManager scope = owner.newSubManager()) {
      scope.tempAttachAll(images);
      NDArray changed = change.apply(images);
      changed.attach(owner);
      return changed;
    }
  }
}
