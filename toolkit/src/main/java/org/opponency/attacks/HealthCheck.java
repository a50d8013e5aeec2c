package org.opponency.attacks;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One sign of whether attacks were as strong as they should be, or failed for other reasons than
 * the network's strength.
 *
 * @param check what was looked at
 * @param found what there is
 * @param verdict whether that is as it should be
 * @param meaning what it means, and what to do where it failed
 */
public record HealthCheck(String check, String found, Verdict verdict, String meaning) {
  /** What a check says; its text is what tables show. */
  public enum Verdict {
    PASSED("passed"),
    FAILED("failed"),
    /** The attacks, epsilons or mode that it needs were not there. */
    DID_NOT_RUN("did not run"),
    NOT_JUDGED("not judged");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    static Verdict of(boolean passed) {
      return passed ? PASSED : FAILED;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final double MOST_ZERO = 0.01;
  private static final double LEAST_CLIMBED = 0.9;

  static List<HealthCheck> all(RobustAccuracy result) {
    return List.of(
        clean(result),
        climbs(result.gradients()),
        zeroGradients(result.gradients()),
        noise(result),
        rises(result),
        cumulative(result));
  }

  /** Other modes than full do not attack with epsilon 0. */
  private static HealthCheck clean(RobustAccuracy result) {
    boolean ran = isFull(result) && result.protocol().epsilons().get(0) == 0;
    return new HealthCheck(
        "epsilon 0 gives clean accuracy",
        ran ? percent(result.clean()) : "needs epsilon 0 in mode full",
        ran ? Verdict.of(epsilonZeroIsClean(result)) : Verdict.DID_NOT_RUN,
        "An attack with epsilon 0 changes nothing. If this fails, images are changed on the way to"
            + " the network: compare what it is given with the pictures.");
  }

  private static boolean isFull(RobustAccuracy result) {
    return result.protocol().mode() == Mode.FULL;
  }

  private static boolean epsilonZeroIsClean(RobustAccuracy result) {
    return result.curves().stream()
        .filter(point -> point.epsilon() == 0)
        .allMatch(point -> point.accuracy() == result.clean());
  }

  private static HealthCheck climbs(GradientCounts counts) {
    boolean ran = counts.climbs() > 0;
    double share = (double) counts.climbed() / counts.climbs();
    return new HealthCheck(
        "the loss rises over steps",
        ran ? "in " + percent(share) : "no iterated attack was run",
        ran ? Verdict.of(share >= LEAST_CLIMBED) : Verdict.DID_NOT_RUN,
        "Steps along the gradient should raise the loss. If they do not, steps are too long for"
            + " this network or gradients mislead: try smaller steps and look at single images.");
  }

  private static HealthCheck zeroGradients(GradientCounts counts) {
    boolean ran = counts.gradients() > 0;
    double share = (double) counts.zero() / counts.gradients();
    return new HealthCheck(
        "gradients are there",
        ran ? percent(share) + " are zero" : "no gradient was taken",
        ran ? Verdict.of(share <= MOST_ZERO) : Verdict.DID_NOT_RUN,
        "Where a gradient is zero in every pixel an attack is blind and robustness only seems so:"
            + " a dead bottleneck, or a loss of exactly 0. Do not read the curve as robustness.");
  }

  private static HealthCheck noise(RobustAccuracy result) {
    List<Norm> norms =
        Stream.of(Norm.values()).filter(norm -> comparesNoise(result, norm)).toList();
    boolean ran = !norms.isEmpty();
    long beaten = norms.stream().mapToLong(norm -> noiseBeatsPgd(result, norm)).sum();
    return new HealthCheck(
        "noise does not beat PGD",
        ran ? "beats it at " + beaten + " epsilons" : "needs noise and PGD in mode full",
        ran ? Verdict.of(beaten == 0) : Verdict.DID_NOT_RUN,
        "Knowing the gradient must not hurt. If noise breaks more images than PGD, gradients"
            + " mislead: do not read the curve as robustness.");
  }

  private static boolean comparesNoise(RobustAccuracy result, Norm norm) {
    List<Attack> both = List.of(Attack.uniformNoise(norm), Attack.pgd(norm));
    return isFull(result) && result.protocol().attacks().containsAll(both);
  }

  private static long noiseBeatsPgd(RobustAccuracy result, Norm norm) {
    List<AccuracyUnderAttack> weak = result.curve(Attack.uniformNoise(norm));
    List<AccuracyUnderAttack> strong = result.curve(Attack.pgd(norm));
    return IntStream.range(0, weak.size())
        .filter(e -> weak.get(e).accuracy() < strong.get(e).accuracy())
        .count();
  }

  private static HealthCheck rises(RobustAccuracy result) {
    long rises =
        isFull(result)
            ? result.protocol().attacks().stream()
                .mapToLong(attack -> rises(result.curve(attack)))
                .sum()
            : rises(result.worstCase());
    return new HealthCheck(
        "curves that rise",
        rises + (isFull(result) ? " times in single attacks" : " times in the worst case"),
        Verdict.NOT_JUDGED,
        "Shown, not judged: an attack that must use a larger epsilon can do worse, and the"
            + " published curves rise in places too.");
  }

  private static HealthCheck cumulative(RobustAccuracy result) {
    boolean falls = rises(result.cumulative()) == 0;
    return new HealthCheck(
        "the cumulative curve never rises",
        falls ? "it does not" : "it does",
        Verdict.of(falls),
        "It cannot, by construction. If this fails, the toolkit is wrong: please report it.");
  }

  private static long rises(List<AccuracyUnderAttack> curve) {
    return IntStream.range(1, curve.size())
        .filter(e -> curve.get(e).accuracy() > curve.get(e - 1).accuracy())
        .count();
  }

  private static String percent(double fraction) {
    return format("%.1f %%", 100 * fraction);
  }
}
