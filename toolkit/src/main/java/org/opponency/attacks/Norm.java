package org.opponency.attacks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;

/**
 * How the size of a perturbation is measured. Perturbations and gradients are (N, 3, H, W), sizes
 * (N, 1, 1, 1); every image is treated for itself. Formulas and guards against division by zero are
 * those of Foolbox 3.3 ({@code gradient_descent_base}, {@code deepfool}, {@code distances}).
 */
public enum Norm {
  /** The largest change of any channel of any pixel. */
  LINF {
    @Override
    NDArray direction(NDArray gradient) {
      return gradient.sign();
    }

    @Override
    NDArray clip(NDArray perturbation, NDArray epsilons) {
      return NDArrays.minimum(NDArrays.maximum(perturbation, epsilons.neg()), epsilons);
    }

    @Override
    NDArray dual(NDArray gradient) {
      return sum(gradient.abs());
    }

    @Override
    NDArray step(NDArray distances, NDArray gradient) {
      return gradient.sign().mul(distances);
    }

    /** By the largest value, not the largest magnitude, as Foolbox does. */
    @Override
    NDArray unit(NDArray noise) {
      return noise.div(perImage(rows(noise).max(new int[] {1})));
    }

    @Override
    double[] inUnitBall(Random random, int count) {
      return uniform(random, count);
    }
  },

  /** The Euclidean length over all channels of all pixels. */
  L2 {
    @Override
    NDArray direction(NDArray gradient) {
      return gradient.div(length(gradient).maximum(TINY));
    }

    @Override
    NDArray clip(NDArray perturbation, NDArray epsilons) {
      NDArray excess = epsilons.div(length(perturbation).maximum(TINY));
      return perturbation.mul(excess.minimum(1));
    }

    @Override
    NDArray dual(NDArray gradient) {
      return length(gradient);
    }

    @Override
    NDArray step(NDArray distances, NDArray gradient) {
      return gradient.mul(distances.div(length(gradient).add(GUARD)));
    }

    @Override
    NDArray unit(NDArray noise) {
      return noise.div(length(noise));
    }

    /** Voelker et al. 2017: all but two coordinates of a point of the sphere in count + 2. */
    @Override
    double[] inUnitBall(Random random, int count) {
      double[] point = DoubleStream.generate(random::nextGaussian).limit(count + 2L).toArray();
      double squares = Arrays.stream(point).map(coordinate -> coordinate * coordinate).sum();
      double length = Math.sqrt(squares);
      return Arrays.stream(point, 0, count).map(coordinate -> coordinate / length).toArray();
    }
  };

  /** Foolbox's guard of a division by a gradient's norm in DeepFool. */
  static final double GUARD = 1e-8;

  private static final double TINY = 1e-12;

  /** The direction of a step of length one that raises the loss most. */
  abstract NDArray direction(NDArray gradient);

  /** The perturbation shortened to at most epsilon, longer never. */
  abstract NDArray clip(NDArray perturbation, NDArray epsilons);

  /** The gradient's size in the dual norm: what a unit step can gain. */
  abstract NDArray dual(NDArray gradient);

  /** The smallest step that moves a linear function with this gradient over given distances. */
  abstract NDArray step(NDArray distances, NDArray gradient);

  /** Noise scaled to size one. */
  abstract NDArray unit(NDArray noise);

  /** A point drawn evenly from the ball of radius one. */
  abstract double[] inUnitBall(Random random, int count);

  /** What an attack's name ends in. */
  String suffix() {
    return this == LINF ? "" : "-l2";
  }

  /** Values drawn evenly from [-1, 1). */
  static double[] uniform(Random random, int count) {
    return random.doubles(count, -1, 1).toArray();
  }

  private static NDArray length(NDArray x) {
    return sum(x.square()).sqrt();
  }

  private static NDArray sum(NDArray x) {
    return perImage(rows(x).sum(new int[] {1}));
  }

  private static NDArray rows(NDArray x) {
    return x.reshape(new Shape(x.getShape().get(0), -1));
  }

  private static NDArray perImage(NDArray values) {
    return values.reshape(new Shape(-1, 1, 1, 1));
  }
}
