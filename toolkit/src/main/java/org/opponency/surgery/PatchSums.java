package org.opponency.surgery;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Counts, sums and products of the pixels of patches and of the responses to them. */
final class PatchSums {
  /** Below this share of their squares, responses vary by rounding alone. */
  private static final double ROUNDING = 1e-9;

  private static final double SYMMETRY = 1e-6;

  private final double[] pixels;
  private final double[] responses;
  private final double[] squares;
  private final double[][] products;
  private final double[][] withResponses;
  private int count;

  PatchSums(int size, int cells) {
    pixels = new double[size];
    responses = new double[cells];
    squares = new double[cells];
    products = new double[size][size];
    withResponses = new double[size][cells];
  }

  void add(double[] patch, double[] response) {
    count++;
    for (int i = 0; i < patch.length; i++) {
      pixels[i] += patch[i];
      for (int j = 0; j <= i; j++) {
        products[i][j] += patch[i] * patch[j];
      }
      for (int cell = 0; cell < response.length; cell++) {
        withResponses[i][cell] += patch[i] * response[cell];
      }
    }
    for (int cell = 0; cell < response.length; cell++) {
      responses[cell] += response[cell];
      squares[cell] += response[cell] * response[cell];
    }
  }

  private double covariance(int i, int j) {
    return products[Math.max(i, j)][Math.min(i, j)] / count - pixels[i] / count * pixels[j] / count;
  }

  private double covarianceWith(int i, int cell) {
    return withResponses[i][cell] / count - pixels[i] / count * responses[cell] / count;
  }

  /**
   * Weights of least squares: (pixels, cells).
   *
   * @param ridge share of the mean variance of the pixels that is added to each of theirs
   */
  RealMatrix weights(double ridge) {
    int size = pixels.length;
    RealMatrix left = new Array2DRowRealMatrix(size, size);
    RealMatrix right = new Array2DRowRealMatrix(size, responses.length);
    double variance = 0;
    for (int i = 0; i < size; i++) {
      variance += covariance(i, i) / size;
      for (int j = 0; j < size; j++) {
        left.setEntry(i, j, covariance(i, j));
      }
      for (int cell = 0; cell < responses.length; cell++) {
        right.setEntry(i, cell, covarianceWith(i, cell));
      }
    }
    for (int i = 0; i < size; i++) {
      left.addToEntry(i, i, ridge * variance);
    }
    return new CholeskyDecomposition(left, SYMMETRY, 0).getSolver().solve(right);
  }

  double constant(double[] weights, int cell) {
    double value = responses[cell] / count;
    for (int i = 0; i < weights.length; i++) {
      value -= weights[i] * pixels[i] / count;
    }
    return value;
  }

  /** 1 - mean squared error / variance. */
  double goodness(double[] weights, double constant, int cell) {
    double mean = responses[cell] / count;
    double variance = squares[cell] / count - mean * mean;
    double bias = constant - mean;
    double error = 0;
    for (int i = 0; i < weights.length; i++) {
      bias += weights[i] * pixels[i] / count;
      error -= 2 * weights[i] * covarianceWith(i, cell);
      for (int j = 0; j < weights.length; j++) {
        error += weights[i] * weights[j] * covariance(i, j);
      }
    }
    return variance > ROUNDING * squares[cell] / count
        ? -(error + bias * bias) / variance
        : Double.NaN;
  }
}
