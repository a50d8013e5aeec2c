package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.Map;
import org.opponency.engine.Autograd;

/** What copies of one network on several devices tell each other, from device to device. */
public final class Replication {
  private Replication() {}

  /** Gives a network all weights and running statistics of another of its architecture. */
  public static void copy(Network from, Network to) {
    try (NDManager scope = from.manager().newSubManager();
        Autograd.Mode off = Autograd.off()) {
      Map<String, NDArray> targets = to.parameters();
      from.parameters()
          .forEach(
              (name, array) ->
                  targets.get(name).set(new NDIndex("..."), near(array.stopGradient(), scope, to)));
    }
  }

  /** Adds all gradients of a network to those of another, and forgets them. */
  public static void moveGradients(Network from, Network to) {
    try (NDManager scope = from.manager().newSubManager();
        Autograd.Mode off = Autograd.off()) {
      Map<String, NDArray> targets = to.weights();
      from.weights()
          .forEach(
              (name, weight) -> {
                try (NDArray sum = Autograd.gradient(targets.get(name))) {
                  sum.addi(near(Autograd.gradient(weight), scope, to));
                }
                Autograd.forgetGradient(weight);
              });
    }
  }

  /** DJL hangs a manager for the copy below that of the array: both are to close with the scope. */
  private static NDArray near(NDArray handle, NDManager scope, Network network) {
    handle.attach(scope);
    return handle.toDevice(network.manager().getDevice(), false);
  }
}
