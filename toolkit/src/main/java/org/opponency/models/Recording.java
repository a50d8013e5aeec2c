package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.function.UnaryOperator;
import org.opponency.engine.Autograd;

/**
 * One forward pass of which several gradients are taken, each for the price of a backward pass.
 * Close it on the thread that made it: until then the thread's operations are recorded.
 */
public final class Recording implements AutoCloseable {
  private final NDManager owner;
  private final NDManager scope;
  private final Autograd.Mode mode;
  private final NDArray leaf;
  private final NDArray logits;

  Recording(Network network, NDArray pixels) {
    owner = pixels.getManager();
    scope = owner.newSubManager();
    leaf = pixels.duplicate();
    leaf.attach(scope);
    leaf.setRequiresGradient(true);
    mode = Autograd.recording();
    try {
      logits = network.logits(leaf, false);
    } catch (RuntimeException | Error e) {
      close(); // nobody else can
      throw e;
    }
  }

  /** Logits (N, classes), which belong to the recording. */
  public NDArray logits() {
    return logits;
  }

  /**
   * The gradient of a function of the logits with respect to the pixels.
   *
   * @param objective from the logits to an array whose sum is differentiated
   * @return the shape of the pixels, of their manager
   */
  public NDArray gradient(UnaryOperator<NDArray> objective) {
    Autograd.backward(objective.apply(logits), true);
    try (NDArray accumulated = Autograd.gradient(leaf)) {
      NDArray gradient = accumulated.duplicate();
      gradient.attach(owner);
      Autograd.zeroGradient(leaf);
      return gradient;
    }
  }

  @Override
  public void close() {
    mode.close();
    scope.close();
  }
}
