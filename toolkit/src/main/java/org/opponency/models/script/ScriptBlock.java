package org.opponency.models.script;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.opponency.engine.ScriptModule;

/** A TorchScript module as one frozen block in eval mode. */
final class ScriptBlock extends AbstractBlock {
  private final NDManager manager;
  private final ScriptModule module;

  ScriptBlock(NDManager manager, ScriptModule module) {
    this.manager = manager;
    this.module = module;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    return module.forward(inputs);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    try (NDManager scope = manager.newSubManager();
        NDArray blank = scope.zeros(inputs[0])) {
      return module.forward(new NDList(blank)).getShapes();
    }
  }
}
