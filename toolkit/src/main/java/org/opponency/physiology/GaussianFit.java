package org.opponency.physiology;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;

/**
 * Levenberg-Marquardt from several starts. Parameters: x, y, centre, surround, log s, log(t/s - 1),
 * which keep widths positive and the surround the wider one.
 */
final class GaussianFit {
  private static final double[] WIDTHS = {0.7, 1.5, 3};
  private static final double[] WIDER = {0.5, 2};
  private static final double SMALLEST_WIDTH = 0.3;
  private static final double MOST_TIMES_WIDER = 8;
  private static final double LEAST_TIMES_WIDER = 0.1;
  private static final int EVALUATIONS = 400;

  private final int side;
  private final double[] target;

  private final double unit;

  /** The scale of gradients is arbitrary: the fit is in units of the largest. */
  private GaussianFit(int side, double[] values) {
    this.side = side;
    double largest = DoubleStream.of(values).map(Math::abs).max().orElseThrow();
    unit = largest > 0 ? largest : 1;
    target = DoubleStream.of(values).map(v -> v / unit).toArray();
  }

  static DifferenceOfGaussians of(ReceptiveField field) {
    GaussianFit fit = new GaussianFit(field.shown().side(), field.shownGreyPlane());
    return fit.best().map(best -> fit.result(field, best)).orElseGet(() -> nothing(field));
  }

  private Optional<Optimum> best() {
    return DoubleStream.of(target).allMatch(v -> v == 0)
        ? Optional.empty()
        : starts().flatMap(this::from).min(Comparator.comparingDouble(Optimum::getCost));
  }

  /** From the largest value and from the middle, narrow to wide. */
  private Stream<double[]> starts() {
    int peak = Extremes.largest(DoubleStream.of(target).map(Math::abs).toArray());
    double[][] middles = {{x(peak), y(peak), target[peak]}, {0, 0, target[target.length / 2]}};
    return Stream.of(middles)
        .flatMap(
            m ->
                DoubleStream.of(WIDTHS)
                    .boxed()
                    .flatMap(s -> DoubleStream.of(WIDER).mapToObj(w -> start(m, s, w))));
  }

  private static double[] start(double[] middle, double width, double wider) {
    double centre = middle[2];
    return new double[] {
      middle[0], middle[1], 1.5 * centre, 0.5 * centre, Math.log(width), Math.log(wider)
    };
  }

  /** Empty where a start leads nowhere; others do not. */
  private Stream<Optimum> from(double[] start) {
    try {
      return Stream.of(
          new LevenbergMarquardtOptimizer()
              .optimize(
                  new LeastSquaresBuilder()
                      .start(start)
                      .model(model())
                      .target(target)
                      .parameterValidator(this::inBounds)
                      .maxEvaluations(EVALUATIONS)
                      .maxIterations(EVALUATIONS)
                      .build()));
    } catch (MathIllegalStateException e) {
      return Stream.empty();
    }
  }

  private RealVector inBounds(RealVector p) {
    RealVector bounded = p.copy();
    clip(bounded, 0, -side / 2.0, side / 2.0);
    clip(bounded, 1, -side / 2.0, side / 2.0);
    clip(bounded, 4, Math.log(SMALLEST_WIDTH), Math.log(side));
    clip(bounded, 5, Math.log(LEAST_TIMES_WIDER), Math.log(MOST_TIMES_WIDER));
    return bounded;
  }

  private static void clip(RealVector p, int index, double low, double high) {
    p.setEntry(index, Math.min(high, Math.max(low, p.getEntry(index))));
  }

  private MultivariateJacobianFunction model() {
    return point -> {
      double[] values = new double[target.length];
      double[][] slopes = new double[target.length][];
      for (int i = 0; i < target.length; i++) {
        slopes[i] = new double[point.getDimension()];
        values[i] = evaluate(point.toArray(), x(i), y(i), slopes[i]);
      }
      return new Pair<>(
          new ArrayRealVector(values, false), new Array2DRowRealMatrix(slopes, false));
    };
  }

  /** The value at a pixel, and its derivatives by the parameters. */
  private static double evaluate(double[] p, double x, double y, double[] slopes) {
    double s = Math.exp(p[4]);
    double t = s * (1 + Math.exp(p[5]));
    double dx = x - p[0];
    double dy = y - p[1];
    double squared = dx * dx + dy * dy;
    double inner = Math.exp(-squared / (2 * s * s));
    double outer = Math.exp(-squared / (2 * t * t));
    double centre = p[2] * inner / (s * s);
    double surround = p[3] * outer / (t * t);
    slopes[0] = (centre - surround) * dx;
    slopes[1] = (centre - surround) * dy;
    slopes[2] = inner;
    slopes[3] = -outer;
    slopes[4] = (centre - surround) * squared;
    slopes[5] = -surround * squared * (t - s) / t;
    return p[2] * inner - p[3] * outer;
  }

  private DifferenceOfGaussians result(ReceptiveField field, Optimum best) {
    double[] p = best.getPoint().toArray();
    double s = Math.exp(p[4]);
    double t = s * (1 + Math.exp(p[5]));
    return new DifferenceOfGaussians(
        field.layer(),
        field.cell(),
        p[0],
        p[1],
        unit * p[2],
        s,
        unit * p[3],
        t,
        p[3] * t * t / (p[2] * s * s),
        goodness(best));
  }

  private double goodness(Optimum best) {
    double mean = DoubleStream.of(target).average().orElseThrow();
    double variance = DoubleStream.of(target).map(v -> (v - mean) * (v - mean)).sum();
    return 1 - best.getResiduals().dotProduct(best.getResiduals()) / variance;
  }

  private static DifferenceOfGaussians nothing(ReceptiveField field) {
    double none = Double.NaN;
    return new DifferenceOfGaussians(
        field.layer(), field.cell(), none, none, none, none, none, none, none, none);
  }

  private double x(int pixel) {
    return pixel % side - (side - 1) / 2.0;
  }

  private double y(int pixel) {
    return pixel / side - (side - 1) / 2.0;
  }
}
