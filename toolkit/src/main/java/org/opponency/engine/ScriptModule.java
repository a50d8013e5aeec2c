package org.opponency.engine;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A TorchScript module: a network as code and numbers, as {@code torch.jit.save} writes it. It
 * closes with the manager that it was loaded for.
 */
public final class ScriptModule {
  static {
    Libtorch.engine();
  }

  private final PtSymbolBlock module;

  private ScriptModule(PtSymbolBlock module) {
    this.module = module;
  }

  /**
   * Reads a file, for evaluation: batch norm and dropout do as in PyTorch's eval mode.
   *
   * @param manager its device is where the module goes
   * @throws ai.djl.engine.EngineException if the file is no TorchScript archive
   */
  public static ScriptModule forEvaluation(NDManager manager, Path file) throws IOException {
    PtSymbolBlock module =
        JniUtils.loadModule((PtNDManager) manager, file, false, new String[0], new String[0], true);
    JniUtils.enableInferenceMode(module);
    return new ScriptModule(module);
  }

  /** Reads an archive, for training. */
  public static ScriptModule forTraining(NDManager manager, InputStream archive)
      throws IOException {
    return new ScriptModule(JniUtils.loadModule((PtNDManager) manager, archive, false, false));
  }

  /** Runs the module; the result can be differentiated where the calling thread records. */
  public NDList forward(NDList inputs) {
    // What DJL calls training: in its inference mode outputs can never be differentiated.
    return IValueUtils.forward(module, inputs, true);
  }

  /** As {@link #forward}, operation by operation as written, which saves a sixth of memory. */
  public NDList forwardAsWritten(NDList inputs) {
    JniUtils.setGraphExecutorOptimize(false); // a setting of each thread
    return forward(inputs);
  }
}
