package org.opponency.physiology.picture;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Ridge regressions of many responses on the same pixels: least squares with a penalty on the
 * squared weights, none on the constant (Hoerl and Kennard 1970). Every fifth picture is held out;
 * the penalty is the best of five by cross-validation over the others, in four folds. All patches
 * of a picture are on the same side. Classes must not take turns in the order of the pictures, or
 * each fold has only some of them.
 */
final class PatchRegression {
  /** Shares of the pixels' mean variance. */
  static final double[] PENALTIES = {1e-5, 1e-4, 1e-3, 1e-2, 1e-1};

  private static final int GROUPS = 5;
  private static final int HELD_OUT = GROUPS - 1;

  /** What rounding adds to products, a share of the largest. */
  private static final double ROUNDING = 1e-9;

  /**
   * How well a response is told.
   *
   * @param goodness share of the variance over the held-out pictures that is explained, 0 to 1: 0
   *     where their mean alone would do better; NaN for a response that does not vary there or is
   *     not a number
   * @param penalty the one chosen, a share of the pixels' mean variance
   */
  record Fit(double goodness, double penalty) {
    private static final Fit NONE = new Fit(Double.NaN, Double.NaN);
  }

  private final int targets;
  private final Moments[] groups;

  private PatchRegression(int targets, Moments[] groups) {
    this.targets = targets;
    this.groups = groups;
  }

  /**
   * The fit of each response.
   *
   * @param pixels a row a patch
   * @param picture which picture each patch is of, counted from 0; at least five
   * @param responses for each response its value for every patch
   */
  static List<Fit> of(double[][] pixels, IntUnaryOperator picture, List<float[]> responses) {
    double[][] rows = pixels.length < pixels[0].length ? turned(pixels) : pixels;
    double unit = (double) rows[0].length / pixels[0].length;
    int size = rows[0].length + 1;
    Moments[] groups = new Moments[GROUPS];
    Arrays.setAll(groups, g -> new Moments(size, responses.size(), unit));
    for (int patch = 0; patch < rows.length; patch++) {
      int own = patch;
      groups[picture.applyAsInt(patch) % GROUPS].add(
          rows[patch], responses.stream().mapToDouble(each -> each[own]).toArray());
    }
    if (Arrays.stream(groups).anyMatch(group -> group.count() == 0)) {
      throw new IllegalArgumentException(
          format("Expected patches of at least %d pictures, got fewer", GROUPS));
    }
    return new PatchRegression(responses.size(), groups).fits();
  }

  /**
   * Fewer numbers a patch with the same products between patches, which are all that a regression
   * with a penalty knows of them: rows of Cholesky's triangle.
   */
  static double[][] turned(double[][] pixels) {
    double[][] products = new double[pixels.length][];
    double largest = 0;
    for (int i = 0; i < pixels.length; i++) {
      products[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        products[i][j] = Moments.dot(pixels[i], pixels[j], pixels[i].length);
      }
      largest = Math.max(largest, products[i][i]);
    }
    double[][] triangle = Moments.root(products, ROUNDING * largest);
    return Arrays.stream(triangle)
        .map(row -> Arrays.copyOf(row, pixels.length))
        .toArray(double[][]::new);
  }

  private List<Fit> fits() {
    int[] penalties = penalties();
    Moments training = without(HELD_OUT);
    Fit[] fits = new Fit[targets];
    for (int p = 0; p < PENALTIES.length; p++) {
      int own = p;
      int[] some = IntStream.range(0, targets).filter(t -> penalties[t] == own).toArray();
      double[] errors = groups[HELD_OUT].errors(training.weights(PENALTIES[p], some), some);
      for (int i = 0; i < some.length; i++) {
        fits[some[i]] = fit(some[i], errors[i], PENALTIES[p]);
      }
    }
    return List.of(fits);
  }

  private Fit fit(int target, double error, double penalty) {
    double goodness = groups[HELD_OUT].goodness(target, error);
    return Double.isNaN(goodness) ? Fit.NONE : new Fit(Math.max(0, goodness), penalty);
  }

  /** The penalty of each response that tells most over the folds. */
  private int[] penalties() {
    int[] all = IntStream.range(0, targets).toArray();
    double[][] errors = new double[PENALTIES.length][targets];
    for (int fold = 0; fold < HELD_OUT; fold++) {
      Moments training = without(HELD_OUT, fold);
      for (int p = 0; p < PENALTIES.length; p++) {
        double[] more = groups[fold].errors(training.weights(PENALTIES[p], all), all);
        for (int target : all) {
          errors[p][target] += more[target];
        }
      }
    }
    return IntStream.of(all).map(target -> smallest(errors, target)).toArray();
  }

  private static int smallest(double[][] errors, int target) {
    int best = 0;
    for (int p = 1; p < errors.length; p++) {
      best = errors[p][target] < errors[best][target] ? p : best;
    }
    return best;
  }

  private Moments without(int... left) {
    Moments sum = groups[0].none();
    List<Integer> out = new ArrayList<>();
    IntStream.of(left).forEach(out::add);
    IntStream.range(0, GROUPS).filter(g -> !out.contains(g)).forEach(g -> sum.add(groups[g]));
    return sum;
  }
}
