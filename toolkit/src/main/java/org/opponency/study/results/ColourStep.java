package org.opponency.study.results;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.opponency.evaluation.Interval;
import org.opponency.io.Fraction;

/**
 * The living networks of one step of the colour experiment.
 *
 * @param normalised whether pixels are normalised, else in [0, 1]
 * @param step counted from 1
 * @param luminanceShare share of the training pixels' variance on the grey axis
 * @param networks how many live; a cell each
 * @param dead how many do not
 * @param accuracy their mean
 * @param crosses share of cells that cross their baseline
 * @param crossesInterval Wilson's interval of it
 * @param positive share of cells with a positive baseline
 * @param positiveInterval Wilson's interval of it
 * @param weight mean weight of luminance in the linear field
 * @param weightInterval Student's interval of it
 */
public record ColourStep(
    boolean normalised,
    int step,
    @Fraction double luminanceShare,
    int networks,
    int dead,
    @Fraction double accuracy,
    @Fraction double crosses,
    @Fraction Interval crossesInterval,
    @Fraction double positive,
    @Fraction Interval positiveInterval,
    @Fraction double weight,
    @Fraction Interval weightInterval) {
  /** Those of one step and one form of the pixels; at least one. */
  static ColourStep of(List<ColourTrial> trials) {
    List<ColourTrial> living = trials.stream().filter(trial -> !trial.dead()).toList();
    int n = living.size();
    long crosses = count(living, ColourTrial::crosses);
    long positive = count(living, ColourTrial::positiveBaseline);
    double weight = mean(living.stream().mapToDouble(ColourTrial::luminanceWeight).toArray());
    double squares =
        living.stream().mapToDouble(t -> Math.pow(t.luminanceWeight() - weight, 2)).sum();
    return new ColourStep(
        trials.get(0).normalised(),
        trials.get(0).step(),
        trials.get(0).luminanceShare(),
        n,
        trials.size() - n,
        mean(living.stream().mapToDouble(ColourTrial::accuracy).toArray()),
        (double) crosses / n,
        Interval.ofShare(crosses, n),
        (double) positive / n,
        Interval.ofShare(positive, n),
        weight,
        Interval.ofMean(weight, Math.sqrt(squares / (n - 1)), n));
  }

  private static long count(List<ColourTrial> trials, Predicate<ColourTrial> counted) {
    return trials.stream().filter(counted).count();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
