package org.opponency.superstimuli;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.opponency.models.VisionModel;

/** An objective multiplied by a factor. */
record ScaledObjective(Objective objective, double factor) implements Objective {
  @Override
  public List<String> layers(VisionModel vision) {
    return objective.layers(vision);
  }

  @Override
  public NDArray value(Map<String, NDArray> responses, int picture) {
    return objective.value(responses, picture).mul(factor);
  }

  @Override
  public String toString() {
    return factor == -1 ? "-" + objective : format("%s x %s", factor, objective);
  }
}
