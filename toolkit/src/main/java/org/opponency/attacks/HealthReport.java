package org.opponency.attacks;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.stream.IntStream;

/** Looks for the signs of attacks that fail for other reasons than the network's strength. */
final class HealthReport {
  private static final double MOST_ZERO = 0.01;
  private static final double LEAST_CLIMBED = 0.9;

  private final RobustAccuracy result;
  private final boolean full;

  HealthReport(RobustAccuracy result) {
    this.result = result;
    full = result.protocol().mode() == Mode.FULL;
  }

  List<HealthCheck> checks() {
    return List.of(clean(), climbs(), zeroGradients(), noise(), rises(), cumulative());
  }

  private HealthCheck clean() {
    List<AccuracyUnderAttack> points = full ? result.curves() : result.worstCase();
    boolean passed =
        points.stream()
            .filter(point -> point.epsilon() == 0)
            .allMatch(point -> point.accuracy() == result.clean());
    return new HealthCheck(
        "epsilon 0 gives clean accuracy",
        percent(result.clean()),
        passed,
        "An attack with epsilon 0 changes nothing. If this fails, images are changed on the way to"
            + " the network: compare what it is given with the pictures.");
  }

  private HealthCheck climbs() {
    GradientCounts counts = result.gradients();
    double share = share(counts.climbed(), counts.climbs());
    return new HealthCheck(
        "the loss rises over steps",
        counts.climbs() == 0 ? "no iterated attack was run" : "in " + percent(share),
        counts.climbs() == 0 || share >= LEAST_CLIMBED,
        "Steps along the gradient should raise the loss. If they do not, steps are too long for"
            + " this network or gradients mislead: try smaller steps and look at single images.");
  }

  private HealthCheck zeroGradients() {
    GradientCounts counts = result.gradients();
    double share = share(counts.zero(), counts.gradients());
    return new HealthCheck(
        "gradients are there",
        counts.gradients() == 0 ? "no gradient was taken" : percent(share) + " are zero",
        counts.gradients() == 0 || share <= MOST_ZERO,
        "Where a gradient is zero in every pixel an attack is blind and robustness only seems so:"
            + " a dead bottleneck, or a loss of exactly 0. Do not read the curve as robustness.");
  }

  private HealthCheck noise() {
    int beaten = noiseBeatsPgd();
    return new HealthCheck(
        "noise does not beat PGD",
        beaten < 0 ? "needs noise and PGD in mode full" : "beats it at " + beaten + " epsilons",
        beaten <= 0,
        "Knowing the gradient must not hurt. If noise breaks more images than PGD, gradients"
            + " mislead: do not read the curve as robustness.");
  }

  private int noiseBeatsPgd() {
    List<Attack> noise = ofType(UniformNoise.class);
    List<Attack> descents =
        ofType(GradientDescent.class).stream()
            .filter(attack -> ((GradientDescent) attack).randomStart())
            .toList();
    if (!full || noise.isEmpty() || descents.isEmpty()) {
      return -1;
    }
    List<AccuracyUnderAttack> weak = result.curve(noise.get(0));
    List<AccuracyUnderAttack> strong = result.curve(descents.get(0));
    return (int)
        IntStream.range(0, weak.size())
            .filter(e -> weak.get(e).accuracy() < strong.get(e).accuracy())
            .count();
  }

  private List<Attack> ofType(Class<? extends Attack> type) {
    return result.protocol().attacks().stream().filter(type::isInstance).toList();
  }

  private HealthCheck rises() {
    int rises =
        full
            ? result.protocol().attacks().stream()
                .mapToInt(attack -> rises(result.curve(attack)))
                .sum()
            : rises(result.worstCase());
    return new HealthCheck(
        "curves that rise",
        rises + (full ? " times in single attacks" : " times in the worst case"),
        true,
        "Shown, not judged: an attack that must use a larger epsilon can do worse, and the"
            + " published curves rise in places too.");
  }

  private HealthCheck cumulative() {
    return new HealthCheck(
        "the cumulative curve never rises",
        rises(result.cumulative()) == 0 ? "it does not" : "it does",
        rises(result.cumulative()) == 0,
        "It cannot, by construction. If this fails, the toolkit is wrong: please report it.");
  }

  private static int rises(List<AccuracyUnderAttack> curve) {
    return (int)
        IntStream.range(1, curve.size())
            .filter(e -> curve.get(e).accuracy() > curve.get(e - 1).accuracy())
            .count();
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static String percent(double fraction) {
    return format("%.1f %%", 100 * fraction);
  }
}
