package org.opponency.attacks;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How well a network does under attack: the share of images that no attack has broken (Figures 7
 * and 10). An image that is misclassified as it is counts as broken at every epsilon.
 */
public final class RobustAccuracy {
  /** Raised when the same protocol gives other numbers than before. */
  public static final int VERSION = 3;

  private final AttackProtocol protocol;
  private final List<AttackOutcomes> batches;
  private final SuccessTable found;

  private RobustAccuracy(
      AttackProtocol protocol, List<AttackOutcomes> batches, SuccessTable found) {
    this.protocol = protocol;
    this.batches = List.copyOf(batches);
    this.found = found;
  }

  /**
   * What the outcomes of a queue that has come to its end show.
   *
   * @param images how many were attacked
   */
  public static RobustAccuracy of(
      AttackProtocol protocol, int images, List<AttackOutcomes> batches) {
    SuccessTable found = new SuccessTable(protocol, images);
    batches.forEach(batch -> found.add(batch.rows()));
    return new RobustAccuracy(protocol, batches, found);
  }

  /** How it was measured. */
  public AttackProtocol protocol() {
    return protocol;
  }

  /** How many images. */
  public int images() {
    return found.images();
  }

  /** What was counted over all gradients. */
  public GradientCounts gradients() {
    return batches.stream()
        .map(AttackOutcomes::gradients)
        .reduce(GradientCounts.NONE, GradientCounts::plus);
  }

  /** All that was tried, in that order, images as they are among it: a row each for tables. */
  public List<AttackOutcome> outcomes() {
    return batches.stream().flatMap(batch -> batch.rows().stream()).toList();
  }

  /**
   * Which attacks succeeded: {@code success[attack][epsilon][image]}, attacks and epsilons as the
   * protocol lists them. An attack succeeds when the network decides wrongly on what it made of the
   * image. Modes other than full leave attacks out, which are false.
   *
   * @return a copy
   */
  public boolean[][][] success() {
    boolean[][][] success =
        new boolean[protocol.attacks().size()][protocol.epsilons().size()][images()];
    for (int a = 0; a < success.length; a++) {
      for (int e = 0; e < success[a].length; e++) {
        for (int image = 0; image < images(); image++) {
          success[a][e][image] = found.success(a, e, image);
        }
      }
    }
    return success;
  }

  /** The fraction of images the network decides rightly as they are. */
  public double clean() {
    return share(image -> !found.misclassified(image));
  }

  /**
   * The curve of one attack by itself, which is run on misclassified images like on any other.
   *
   * @throws IllegalStateException unless the mode was {@link Mode#FULL}
   * @throws IllegalArgumentException if the attack is none of the protocol's; it lists those
   */
  public List<AccuracyUnderAttack> curve(Attack attack) {
    if (protocol.mode() != Mode.FULL) {
      throw new IllegalStateException(
          format(
              "The curve of a single attack needs mode full; this was measured in mode %s",
              protocol.mode().label()));
    }
    int a = protocol.attacks().indexOf(attack);
    if (a < 0) {
      throw new IllegalArgumentException(
          format("Expected one of %s, got %s", protocol.attacks(), attack));
    }
    return points(attack.name(), (e, image) -> found.success(a, e, image));
  }

  /** The curves of all attacks, one after the other, with the condition of {@link #curve}. */
  public List<AccuracyUnderAttack> curves() {
    return protocol.attacks().stream().flatMap(attack -> curve(attack).stream()).toList();
  }

  /** The accuracy that the worst of the attacks leaves; in cumulative mode, the cumulative one. */
  public List<AccuracyUnderAttack> worstCase() {
    return protocol.mode() == Mode.CUMULATIVE
        ? cumulative()
        : points(AccuracyUnderAttack.WORST_CASE, found::brokenAt);
  }

  /** The same, where an image broken at an epsilon counts as broken at every larger one. */
  public List<AccuracyUnderAttack> cumulative() {
    return points(AccuracyUnderAttack.CUMULATIVE, found::brokenUpTo);
  }

  /** Whether the attacks were as strong as they should be; each check says what to do. */
  public List<HealthCheck> health() {
    return HealthCheck.all(this);
  }

  private interface Broken {
    boolean at(int epsilon, int image);
  }

  private List<AccuracyUnderAttack> points(String attack, Broken broken) {
    return IntStream.range(0, protocol.epsilons().size())
        .mapToObj(
            e ->
                new AccuracyUnderAttack(
                    attack,
                    protocol.epsilons().get(e),
                    images(),
                    share(image -> !broken.at(e, image))))
        .toList();
  }

  private double share(IntPredicate holds) {
    return (double) IntStream.range(0, images()).filter(holds).count() / images();
  }
}
