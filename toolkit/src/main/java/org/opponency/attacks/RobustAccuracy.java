package org.opponency.attacks;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.models.VisionModel;

/**
 * How well a network does under attack: the share of images that no attack has broken (Figures 7
 * and 10). An image that is misclassified as it is counts as broken at every epsilon.
 */
public final class RobustAccuracy {
  /** Raised when the same protocol gives other numbers than before. */
  public static final int VERSION = 1;

  private final AttackProtocol protocol;
  private final Findings findings;
  private final GradientCounts gradients;

  private RobustAccuracy(AttackProtocol protocol, Findings findings, GradientCounts gradients) {
    this.protocol = protocol;
    this.findings = findings;
    this.gradients = gradients;
  }

  /**
   * Attacks images.
   *
   * @param vision the network, which stays the caller's
   * @param images labels are the network's classes
   * @param preprocessing what brings an image to the network's size
   * @param progress told after every batch
   * @throws ArithmeticException if a gradient is not a number
   * @throws IllegalArgumentException if a label is none of the network's classes
   */
  public static RobustAccuracy measure(
      VisionModel vision,
      ImageSet images,
      Preprocessing preprocessing,
      AttackProtocol protocol,
      Consumer<AttackProgress> progress) {
    List<AttackedBatch> batches = new ArrayList<>();
    new RobustnessRun(vision, images, preprocessing, protocol, List.of(), progress)
        .forEachRemaining(batches::add);
    return of(protocol, images.size(), batches);
  }

  /** What the batches of a finished run show. */
  public static RobustAccuracy of(
      AttackProtocol protocol, int images, List<AttackedBatch> batches) {
    Findings findings = new Findings(protocol, images);
    batches.forEach(findings::add);
    GradientCounts gradients =
        batches.stream()
            .map(AttackedBatch::gradients)
            .reduce(GradientCounts.NONE, GradientCounts::plus);
    return new RobustAccuracy(protocol, findings, gradients);
  }

  /** How it was measured. */
  public AttackProtocol protocol() {
    return protocol;
  }

  /** How many images. */
  public int images() {
    return findings.images();
  }

  /** What was counted over all gradients. */
  public GradientCounts gradients() {
    return gradients;
  }

  /** The fraction of images the network decides rightly as they are. */
  public double clean() {
    return share(image -> !findings.misclassified(image));
  }

  /**
   * The curve of one attack by itself, which is run on misclassified images like on any other.
   *
   * @throws IllegalStateException unless the mode was {@link Mode#FULL}
   */
  public List<AccuracyUnderAttack> curve(Attack attack) {
    if (protocol.mode() != Mode.FULL) {
      throw new IllegalStateException(
          format(
              "The curve of a single attack needs mode full; this was measured in mode %s",
              protocol.mode().label()));
    }
    return points(attack.name(), (e, image) -> findings.broken(attack, e, image));
  }

  /** The curves of all attacks, one after the other, with the condition of {@link #curve}. */
  public List<AccuracyUnderAttack> curves() {
    return protocol.attacks().stream().flatMap(attack -> curve(attack).stream()).toList();
  }

  /** The accuracy that the worst of the attacks leaves; in cumulative mode, the cumulative one. */
  public List<AccuracyUnderAttack> worstCase() {
    return protocol.mode() == Mode.CUMULATIVE
        ? cumulative()
        : points(AccuracyUnderAttack.WORST_CASE, findings::broken);
  }

  /** The same, where an image broken at an epsilon counts as broken at every larger one. */
  public List<AccuracyUnderAttack> cumulative() {
    return points(AccuracyUnderAttack.CUMULATIVE, findings::brokenUpTo);
  }

  /** Whether an attack broke an image; false also where it was not run. */
  public boolean broken(Attack attack, double epsilon, int image) {
    return findings.broken(attack, protocol.epsilons().indexOf(epsilon), image);
  }

  /** Whether the attacks were as strong as they should be; each check says what to do. */
  public List<HealthCheck> health() {
    return new HealthReport(this).checks();
  }

  private interface Verdict {
    boolean broken(int epsilon, int image);
  }

  private List<AccuracyUnderAttack> points(String attack, Verdict verdict) {
    return IntStream.range(0, protocol.epsilons().size())
        .mapToObj(
            e ->
                new AccuracyUnderAttack(
                    attack,
                    protocol.epsilons().get(e),
                    images(),
                    share(image -> !verdict.broken(e, image))))
        .toList();
  }

  private double share(IntPredicate holds) {
    return (double) IntStream.range(0, images()).filter(holds).count() / images();
  }
}
