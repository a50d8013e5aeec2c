package org.opponency.physiology.picture;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Sums over some patches that are all a linear regression needs: of pixels with pixels and with
 * responses, a constant 1 before the pixels.
 */
public final class Moments {
  /** Below this share of their squares, responses vary by rounding alone. */
  private static final double ROUNDING = 1e-9;

  private final int size;
  private final double unit;
  private final double[][] pixels;
  private final double[][] responses;

  private final double[] squares;
  private int count;

  /**
   * Of nothing yet.
   *
   * @param pixels a patch
   * @param targets responses a patch
   */
  public Moments(int pixels, int targets) {
    this(pixels + 1, targets, 1);
  }

  /**
   * Of nothing yet.
   *
   * @param size numbers a patch, the constant among them
   * @param targets responses a patch
   * @param unit numbers a patch over pixels a patch: 1 unless they were turned into fewer
   */
  Moments(int size, int targets, double unit) {
    this.size = size;
    this.unit = unit;
    pixels = new double[size][size];
    responses = new double[targets][size];
    squares = new double[targets];
  }

  /** Of nothing, for more of the same kind. */
  Moments none() {
    return new Moments(size, responses.length, unit);
  }

  /** How many responses a patch has. */
  public int targets() {
    return responses.length;
  }

  /** How many patches there are. */
  int count() {
    return count;
  }

  /** Adds a patch and each response to it. */
  public void add(double[] patch, double[] values) {
    double[] row = new double[size];
    row[0] = 1;
    System.arraycopy(patch, 0, row, 1, patch.length);
    for (int i = 0; i < size; i++) {
      addScaled(row, row[i], pixels[i], i + 1);
    }
    for (int target = 0; target < responses.length; target++) {
      addScaled(row, values[target], responses[target], size);
      squares[target] += values[target] * values[target];
    }
    count++;
  }

  /** Adds what other patches gave. */
  void add(Moments other) {
    for (int i = 0; i < size; i++) {
      addScaled(other.pixels[i], 1, pixels[i], i + 1);
    }
    for (int target = 0; target < responses.length; target++) {
      addScaled(other.responses[target], 1, responses[target], size);
      squares[target] += other.squares[target];
    }
    count += other.count;
  }

  private static void addScaled(double[] row, double factor, double[] sum, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += factor * row[i];
    }
  }

  /**
   * Share of the variance of a response that is explained, 1 - errors / variance; NaN for one that
   * does not vary or is not a number.
   *
   * @param error one of {@link #errors}
   */
  public double goodness(int target, double error) {
    double variation = squares[target] - responses[target][0] * responses[target][0] / count;
    return variation > ROUNDING * squares[target] ? 1 - error / variation : Double.NaN;
  }

  /**
   * Sums of the squared errors of linear models of some responses.
   *
   * @param weights as {@link #weights} gives them
   * @param targets which responses
   */
  public double[] errors(double[][] weights, int[] targets) {
    double[] errors = IntStream.of(targets).mapToDouble(target -> squares[target]).toArray();
    for (int i = 0; i < size; i++) {
      double[] told = new double[targets.length];
      addScaled(weights[i], pixels[i][i] / 2, told, told.length);
      for (int j = 0; j < i; j++) {
        addScaled(weights[j], pixels[i][j], told, told.length);
      }
      for (int t = 0; t < told.length; t++) {
        errors[t] += 2 * weights[i][t] * (told[t] - responses[targets[t]][i]);
      }
    }
    return errors;
  }

  /**
   * Weights of some responses: a row the constant, then a row a pixel, all targets side by side,
   * which is what is fast.
   *
   * @param penalty on the squared weights, a share of the pixels' mean variance
   * @param targets which responses
   */
  public double[][] weights(double penalty, int[] targets) {
    double[][] penalised = new double[size][];
    double more = penalty * variance();
    for (int i = 0; i < size; i++) {
      penalised[i] = Arrays.copyOf(pixels[i], i + 1);
      penalised[i][i] += i > 0 ? more : 0;
    }
    double[][] weights = new double[size][];
    for (int i = 0; i < size; i++) {
      int pixel = i;
      weights[i] = IntStream.of(targets).mapToDouble(t -> responses[t][pixel]).toArray();
    }
    solve(root(penalised, 0), weights);
    return weights;
  }

  /** Mean over the pixels of their sum of squared deviations. */
  private double variance() {
    double sum = 0;
    for (int i = 1; i < size; i++) {
      sum += pixels[i][i] - pixels[i][0] * pixels[i][0] / count;
    }
    return unit * sum / (size - 1);
  }

  /**
   * Cholesky's lower triangle.
   *
   * @param lower triangle of what it is of
   * @param more added to the diagonal
   */
  static double[][] root(double[][] lower, double more) {
    double[][] root = Arrays.stream(lower).map(double[]::clone).toArray(double[][]::new);
    double[] column = new double[root.length];
    for (int k = 0; k < root.length; k++) {
      root[k][k] = Math.sqrt(Math.max(Double.MIN_NORMAL, root[k][k] + more));
      for (int i = k + 1; i < root.length; i++) {
        root[i][k] /= root[k][k];
        column[i] = root[i][k];
      }
      for (int i = k + 1; i < root.length; i++) {
        takeOff(root[i], column[i], column, k + 1, i + 1);
      }
    }
    return root;
  }

  private static void takeOff(double[] row, double factor, double[] other, int from, int to) {
    for (int i = from; i < to; i++) {
      row[i] -= factor * other[i];
    }
  }

  /** The sum of the products of the first numbers of two rows. */
  static double dot(double[] one, double[] other, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  /** Makes right-hand sides, one a column, their solutions. */
  private static void solve(double[][] root, double[][] x) {
    for (int i = 0; i < root.length; i++) {
      for (int j = 0; j < i; j++) {
        addScaled(x[j], -root[i][j], x[i], x[i].length);
      }
      divide(x[i], root[i][i]);
    }
    for (int i = root.length - 1; i >= 0; i--) {
      divide(x[i], root[i][i]);
      for (int j = 0; j < i; j++) {
        addScaled(x[i], -root[i][j], x[j], x[j].length);
      }
    }
  }

  private static void divide(double[] row, double divisor) {
    for (int i = 0; i < row.length; i++) {
      row[i] /= divisor;
    }
  }
}
