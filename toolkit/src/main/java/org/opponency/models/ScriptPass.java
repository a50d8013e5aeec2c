package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.opponency.engine.Autograd;
import org.opponency.engine.ScriptModule;

/**
 * A pass through a network, or a part of one, as one TorchScript module. Weights and statistics are
 * arrays that it is given; pixels and the weights of convolutions lie channels-last in memory
 * already, so every map does.
 */
final class ScriptPass {
  /** DJL makes one list of all arrays of this name. */
  private static final String LIST = "p[]";

  /** How many pixels side by side may be taken together. */
  private static final int MOST = 4;

  private final NDManager manager;
  private final IntFunction<ScriptText.Module> writer;
  private final Map<Integer, Written> written = new HashMap<>();

  private record Written(ScriptText.Module text, ScriptModule module) {}

  /**
   * A pass whose modules close with the manager.
   *
   * @param writer of a module by how many pixels side by side may be taken together
   */
  ScriptPass(NDManager manager, IntFunction<ScriptText.Module> writer) {
    this.manager = manager;
    this.writer = writer;
  }

  /** What the last layer makes of what the first is given, of the manager of that. */
  NDArray of(NDArray x) {
    Written pass = written.computeIfAbsent(most(x), this::write);
    NDList inputs = new NDList(x);
    pass.text
        .weights()
        .forEach(
            weight -> {
              NDArray array = weight.get();
              array.setName(LIST);
              inputs.add(array);
            });
    NDArray y = pass.module.forwardAsWritten(inputs).singletonOrThrow();
    y.attach(x.getManager());
    return y;
  }

  private Written write(int most) {
    try (Autograd.Mode off = Autograd.off()) { // weights may be put together
      ScriptText.Module text = writer.apply(most);
      return new Written(text, ScriptArchive.load(manager, text.code()));
    }
  }

  /** As many as the width can be divided by; 1 on a GPU, whose libraries know better. */
  private static int most(NDArray x) {
    return x.getDevice().isGpu() ? 1 : (int) Long.lowestOneBit(x.getShape().get(3) | MOST);
  }
}
