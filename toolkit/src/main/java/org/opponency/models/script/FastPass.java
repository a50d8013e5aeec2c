package org.opponency.models.script;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import java.util.List;
import org.opponency.engine.ScriptModule;
import org.opponency.models.Network;

/**
 * A network's pass in training mode as one TorchScript module, which DJL's own operations cannot do
 * in bfloat16. Weights and statistics stay the network's own float32 arrays. Pixels and the weights
 * of convolutions lie channels-last in memory already, so every map does.
 */
final class FastPass {
  /** DJL makes one list of all arrays of this name. */
  private static final String LIST = "p[]";

  private final Network network;
  private final List<Parameter> parameters;
  private final ScriptModule module;

  /**
   * Writes and loads the module, which closes with the network.
   *
   * @param type of convolutions and fully connected layers: see {@link ScriptText}
   */
  FastPass(Network network, int type) {
    this.network = network;
    ScriptText.Module text = ScriptText.of(network.block(), type);
    parameters = text.parameters();
    module = ScriptArchive.load(network.manager(), text.code());
  }

  /** Logits (N, classes) of pixels, as {@link Network#logits} gives them in training mode. */
  NDArray logits(NDArray pixels) {
    try (NDArray normalised = network.normalised(pixels)) {
      NDList inputs = new NDList(normalised);
      for (Parameter parameter : parameters) {
        NDArray array = parameter.getArray();
        array.setName(LIST);
        inputs.add(array);
      }
      NDArray logits = module.forwardAsWritten(inputs).singletonOrThrow();
      logits.attach(pixels.getManager());
      network.countBatch();
      return logits;
    }
  }
}
