package org.opponency.evaluation;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What networks of some widths say together of a measure, and how sure it is. The network is the
 * unit; a width counts as much as another, however many networks it has. Values without any spread
 * are no certainty: where only spread could tell, nothing is known then.
 */
public final class Estimate {
  private static final DoubleUnaryOperator UNKNOWN = bound -> Double.NaN;

  private final double value;
  private final Interval interval;
  private final DoubleUnaryOperator above;
  private final DoubleUnaryOperator below;
  private final int agreeing;

  private Estimate(
      double value,
      Interval interval,
      DoubleUnaryOperator above,
      DoubleUnaryOperator below,
      int agreeing) {
    this.value = value;
    this.interval = interval;
    this.above = above;
    this.below = below;
    this.agreeing = agreeing;
  }

  /**
   * The sum of the widths' means, each times its weight: with one width of weight 1 its mean, with
   * 1 and -1 a difference. Shares of cells are drawn anew, network by network ({@link
   * ShareBootstrap}); of other measures it is Student's, with the spread of each width its own
   * (Welch 1947; degrees of freedom after Satterthwaite 1946), for which every width needs two
   * networks.
   *
   * @param weights by width; every width must have a living network
   */
  static Estimate of(ByWidth runs, Map<Integer, Double> weights) {
    if (weights.isEmpty()) {
      return unknown(Double.NaN);
    }
    return runs.shares().isEmpty() ? student(runs, weights) : ShareBootstrap.of(runs, weights);
  }

  /**
   * A share, from what other networks would have given; the value itself counts as one of them.
   *
   * @param agreeing how many networks it is a share of
   */
  static Estimate share(double value, Interval interval, double[] others, int agreeing) {
    return new Estimate(
        value,
        interval,
        bound -> share(others, other -> other <= bound),
        bound -> share(others, other -> other >= bound),
        agreeing);
  }

  /**
   * A difference of shares.
   *
   * @param dealt what chance gives where there is none
   */
  static Estimate difference(double value, Interval interval, double[] others, double[] dealt) {
    double higher = share(dealt, chance -> chance >= value - ShareBootstrap.ROUNDING);
    double lower = share(dealt, chance -> chance <= value + ShareBootstrap.ROUNDING);
    return new Estimate(
        value,
        interval,
        bound -> Math.max(bound < 0 ? 0 : higher, share(others, other -> other <= bound)),
        bound -> Math.max(bound > 0 ? 0 : lower, share(others, other -> other >= bound)),
        0);
  }

  private static double share(double[] others, DoublePredicate counted) {
    return (1.0 + Arrays.stream(others).filter(counted).count()) / (others.length + 1.0);
  }

  private static Estimate unknown(double value) {
    return new Estimate(value, Interval.NONE, UNKNOWN, UNKNOWN, 0);
  }

  private static Estimate student(ByWidth runs, Map<Integer, Double> weights) {
    Map<Integer, double[]> groups = runs.groups();
    double value = 0;
    double variance = 0;
    double squares = 0;
    for (Map.Entry<Integer, Double> one : weights.entrySet()) {
      double[] own = groups.get(one.getKey());
      double mean = Arrays.stream(own).average().orElseThrow();
      double spread = Arrays.stream(own).map(x -> (x - mean) * (x - mean)).sum() / (own.length - 1);
      double part = one.getValue() * one.getValue() * spread / own.length;
      value += one.getValue() * mean;
      variance += part;
      squares += part * part / (own.length - 1);
    }
    return variance > 0
        ? student(value, Math.sqrt(variance), variance * variance / squares)
        : unknown(value);
  }

  private static Estimate student(double value, double error, double freedom) {
    TDistribution student = new TDistribution(null, freedom);
    double half = student.inverseCumulativeProbability((1 + Interval.CONFIDENCE) / 2) * error;
    return new Estimate(
        value,
        new Interval(value - half, value + half),
        bound -> student.cumulativeProbability((bound - value) / error),
        bound -> student.cumulativeProbability((value - bound) / error),
        0);
  }

  /** The number itself. */
  public double value() {
    return value;
  }

  /** Its 95 % interval; NaN where nothing is known of its spread. */
  public Interval interval() {
    return interval;
  }

  /**
   * How likely networks say so much at least if the truth is a bound: one-sided p of "it is above
   * the bound". NaN where nothing is known of the spread.
   */
  public double pAbove(double bound) {
    return Math.max(leastAbove(bound), above.applyAsDouble(bound));
  }

  /** The same of "it is below the bound". */
  public double pBelow(double bound) {
    return Math.max(leastBelow(bound), below.applyAsDouble(bound));
  }

  /**
   * The smallest p of "it is above the bound" that so many networks can give: they may be all or
   * nothing, and then agree by chance. 0 where it is no share.
   */
  public double leastAbove(double bound) {
    return agreeing == 0 ? 0 : Math.pow(Math.max(0, bound), agreeing);
  }

  /** The same of "it is below the bound". */
  public double leastBelow(double bound) {
    return leastAbove(1 - bound);
  }

  /** One-sided p of "it is between two bounds": the larger of both (two one-sided tests). */
  public double pBetween(double low, double high) {
    return Math.max(pAbove(low), pBelow(high));
  }
}
