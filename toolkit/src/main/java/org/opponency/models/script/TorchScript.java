package org.opponency.models.script;

import static org.opponency.io.Text.format;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.io.IOException;
import java.nio.file.Path;

/** A TorchScript module as one frozen block in eval mode. */
public final class TorchScript extends AbstractBlock {
  private final NDManager manager;
  private final PtSymbolBlock module;

  private TorchScript(NDManager manager, PtSymbolBlock module) {
    this.manager = manager;
    this.module = module;
  }

  /** Reads a module; it closes with its manager. */
  public static TorchScript load(NDManager manager, Path file) throws IOException {
    try {
      PtSymbolBlock module =
          JniUtils.loadModule(
              (PtNDManager) manager, file, false, new String[0], new String[0], true);
      JniUtils.enableInferenceMode(module);
      return new TorchScript(manager, module);
    } catch (EngineException e) {
      manager.close();
      throw new IOException(
          format(
              "%s is no TorchScript archive. Expected a file that torch.jit.save wrote; a state dict holds weights without a network. The engine says: %s",
              file, e.getMessage().lines().findFirst().orElse("")),
          e);
    }
  }

  /**
   * Runs the module. What DJL calls training only says that gradients may be asked for: in its
   * inference mode outputs can never be differentiated.
   */
  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    return IValueUtils.forward(module, inputs, true);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    try (NDManager scope = manager.newSubManager();
        NDArray blank = scope.zeros(inputs[0])) {
      return IValueUtils.forward(module, new NDList(blank), true).getShapes();
    }
  }
}
