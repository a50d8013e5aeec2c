package org.opponency.study.results;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.opponency.evaluation.Trend;

/**
 * What the colour experiment says of the paper's explanation (section 2) that a single channel
 * codes luminance because the colours of natural pictures are broad. These criteria were fixed
 * before the experiment was run. Luminance is the grey axis of the pixels here, R = G = B.
 *
 * <p>If it is so, then over steps at which colour tells less and varies less, cells of width 1 put
 * more of their weight on luminance, and fewer of them cross the baseline when shown hues. Both are
 * tested one-sided over the living networks ({@link Trend#overSteps}), with pixels normalised, as
 * in the paper, and in [0, 1], as in its forerunners. Either direction decides, so that eight tests
 * are corrected together (Bonferroni).
 *
 * <p>The share of positive baselines is shown, not judged: the paper's explanation says nothing of
 * it.
 *
 * @param normalised whether pixels are normalised, else in [0, 1]
 * @param networks how many live
 * @param weightEffect of the weight of luminance over the steps, -1 to 1; above 0: it rises
 * @param weightP one-sided p that it rises, corrected
 * @param crossingEffect of crossing over the steps, -1 to 1; below 0: fewer cells cross
 * @param crossingP one-sided p that it falls, corrected
 * @param finding what follows
 */
public record ColourVerdict(
    boolean normalised,
    int networks,
    double weightEffect,
    double weightP,
    double crossingEffect,
    double crossingP,
    Finding finding) {
  private static final int TESTS = 8;

  /** Corrected p below which a direction counts. */
  private static final double LEVEL = 0.05;

  /** What follows for the explanation. */
  public enum Finding {
    /** The weight of luminance rises and crossing falls. */
    SUPPORTS,
    /** One of the two goes the other way beyond chance. */
    CONTRADICTS,
    /** The weight of luminance rises, but the share of cells that cross does not fall. */
    WEIGHT_ONLY,
    /** Neither is beyond chance, or crossing alone is. */
    UNDECIDED
  }

  /** The verdict of trials with one form of the pixels, by step. */
  static ColourVerdict of(boolean normalised, List<List<ColourTrial>> steps) {
    Trend weight = trend("weight of luminance", steps, ColourTrial::luminanceWeight);
    Trend crossing = trend("crosses its baseline", steps, trial -> trial.crosses() ? 1 : 0);
    return new ColourVerdict(
        normalised,
        weight.runs(),
        weight.effect(),
        corrected(weight.pRises()),
        crossing.effect(),
        corrected(crossing.pFalls()),
        finding(weight, crossing));
  }

  private static Trend trend(
      String measure, List<List<ColourTrial>> steps, ToDoubleFunction<ColourTrial> value) {
    return Trend.overSteps(
        measure, steps.stream().map(s -> s.stream().mapToDouble(value).toArray()).toList());
  }

  private static Finding finding(Trend weight, Trend crossing) {
    if (holds(weight.pFalls()) || holds(crossing.pRises())) {
      return Finding.CONTRADICTS;
    } else if (!holds(weight.pRises())) {
      return Finding.UNDECIDED;
    }
    return holds(crossing.pFalls()) ? Finding.SUPPORTS : Finding.WEIGHT_ONLY;
  }

  private static boolean holds(double p) {
    return corrected(p) < LEVEL;
  }

  /** 1 where nothing can be told, as of cells that all cross. */
  private static double corrected(double p) {
    return Double.isNaN(p) ? 1 : Math.min(1, TESTS * p);
  }
}
