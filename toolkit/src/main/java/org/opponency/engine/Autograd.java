package org.opponency.engine;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Automatic differentiation for one thread. DJL's own collector allows one at a time in a whole
 * JVM, frees the graph on every call and leaves new threads recording; this says what it means.
 */
public final class Autograd {
  static {
    Libtorch.engine();
  }

  private Autograd() {}

  /** Closing it brings back what was before. */
  @FunctionalInterface
  public interface Mode extends AutoCloseable {
    @Override
    void close();
  }

  /** Operations of this thread are recorded for {@link #backward} until the mode is closed. */
  public static Mode recording() {
    return mode(true);
  }

  /** Operations of this thread build no graph until the mode is closed. */
  public static Mode off() {
    return mode(false);
  }

  private static Mode mode(boolean enabled) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(enabled);
    return () -> JniUtils.setGradMode(before);
  }

  /** Adds d(sum of y)/d(leaf) to the gradient of every leaf below {@code y} and frees the graph. */
  public static void backward(NDArray y) {
    backward(y, false);
  }

  /** As {@link #backward(NDArray)}; {@code keepGraph} allows another call on the same graph. */
  public static void backward(NDArray y, boolean keepGraph) {
    try (NDArray ones = y.onesLike()) {
      JniUtils.backward((PtNDArray) y, (PtNDArray) ones, keepGraph, false);
    }
  }

  /** As {@link #backward(NDArray)}, of {@code weight} times {@code y}. */
  public static void backward(NDArray y, double weight) {
    // Filled on the device: multiplying by a number would copy it there, and wait.
    try (NDArray seed = y.getManager().full(y.getShape(), (float) weight, y.getDataType())) {
      JniUtils.backward((PtNDArray) y, (PtNDArray) seed, false, false);
    }
  }

  /**
   * The gradient accumulated in a leaf; close it.
   *
   * @throws IllegalStateException if no backward pass has reached the leaf
   */
  public static NDArray gradient(NDArray leaf) {
    NDArray gradient = JniUtils.getGradient((PtNDArray) leaf);
    if (gradient == null) {
      throw new IllegalStateException(
          format(
              "No gradient has reached this array of shape %s: was it used in the recorded pass?",
              leaf.getShape()));
    }
    return gradient;
  }

  /** Sets the gradient accumulated in a leaf, if any, to zero; graphs that are kept reach it. */
  public static void zeroGradient(NDArray leaf) {
    JniUtils.zeroGrad((PtNDArray) leaf);
  }

  /**
   * Forgets the gradient accumulated in a leaf. The next one is kept as it comes, while what is set
   * to zero is read and written again to add it; graphs that are kept do not reach the leaf any
   * more.
   */
  public static void forgetGradient(NDArray leaf) {
    NDArray sameNumbers = leaf.stopGradient();
    sameNumbers.setRequiresGradient(true);
    leaf.intern(sameNumbers);
  }
}
