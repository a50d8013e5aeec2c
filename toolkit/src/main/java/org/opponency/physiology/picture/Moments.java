package org.opponency.physiology.picture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums over some patches that are all a linear regression needs: of pixels with pixels and with
 * responses, a constant 1 before the pixels.
 */
final class Moments {
  private final int size;
  private final double unit;
  private final double[][] pixels;
  private final double[][] responses;

  /** Sums of the squares of each response. */
  final double[] squares;

  /** How many patches there are. */
  int count;

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

  /** Adds a patch and what each cell responds to it. */
  void add(double[] patch, List<float[]> values, int index) {
    double[] row = new double[size];
    row[0] = 1;
    System.arraycopy(patch, 0, row, 1, patch.length);
    for (int i = 0; i < size; i++) {
      addScaled(row, row[i], pixels[i], i + 1);
    }
    for (int target = 0; target < responses.length; target++) {
      double value = values.get(target)[index];
      addScaled(row, value, responses[target], size);
      squares[target] += value * value;
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

  /** Sum of the squared deviations of a response from its mean. */
  double variation(int target) {
    return squares[target] - responses[target][0] * responses[target][0] / count;
  }

  /** Sum of the squared errors of a linear model of a response. */
  double error(int target, double[] weights) {
    double sum = squares[target];
    for (int i = 0; i < size; i++) {
      double own = weights[i] * pixels[i][i] / 2;
      for (int j = 0; j < i; j++) {
        own += weights[j] * pixels[i][j];
      }
      sum += 2 * weights[i] * (own - responses[target][i]);
    }
    return sum;
  }

  /** Weights of some responses with one of {@link PatchRegression#PENALTIES}. */
  double[][] weights(int penalty, int[] targets) {
    double[][] penalised = new double[size][];
    for (int i = 0; i < size; i++) {
      penalised[i] = Arrays.copyOf(pixels[i], i + 1);
      penalised[i][i] += i > 0 ? PatchRegression.PENALTIES[penalty] * variance() : 0;
    }
    double[][] root = root(penalised, 0);
    return IntStream.of(targets)
        .parallel()
        .mapToObj(target -> solve(root, responses[target]))
        .toArray(double[][]::new);
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
    double[][] root = new double[lower.length][];
    for (int i = 0; i < root.length; i++) {
      root[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double rest = lower[i][j] - dot(root[i], root[j], j);
        root[i][j] =
            i == j ? Math.sqrt(Math.max(Double.MIN_NORMAL, rest + more)) : rest / root[j][j];
      }
    }
    return root;
  }

  /** The sum of the products of the first numbers of two rows. */
  static double dot(double[] one, double[] other, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static double[] solve(double[][] root, double[] right) {
    double[] x = right.clone();
    for (int i = 0; i < x.length; i++) {
      x[i] = (x[i] - dot(root[i], x, i)) / root[i][i];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      x[i] /= root[i][i];
      addScaled(root[i], -x[i], x, i);
    }
    return x;
  }
}
