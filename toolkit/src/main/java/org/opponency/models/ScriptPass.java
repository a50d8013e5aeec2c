package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import org.opponency.engine.ScriptModule;

/**
 * A pass through a network, or a part of one, as one TorchScript module. Weights and statistics are
 * arrays that it is given; pixels and the weights of convolutions lie channels-last in memory
 * already, so every map does.
 */
final class ScriptPass {
  /** DJL makes one list of all arrays of this name. */
  private static final String LIST = "p[]";

  private final ScriptText.Module text;
  private final ScriptModule module;

  /** Loads a module, which closes with the manager. */
  ScriptPass(NDManager manager, ScriptText.Module text) {
    this.text = text;
    module = ScriptArchive.load(manager, text.code());
  }

  /** What the last layer makes of what the first is given, of the manager of that. */
  NDArray of(NDArray x) {
    NDList inputs = new NDList(x);
    text.weights()
        .forEach(
            weight -> {
              NDArray array = weight.get();
              array.setName(LIST);
              inputs.add(array);
            });
    NDArray y = module.forwardAsWritten(inputs).singletonOrThrow();
    y.attach(x.getManager());
    return y;
  }
}
