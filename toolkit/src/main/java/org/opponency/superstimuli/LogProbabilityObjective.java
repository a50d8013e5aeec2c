package org.opponency.superstimuli;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.List;
import java.util.Map;
import org.opponency.models.VisionModel;

/** The natural logarithm of the probability of a class, at most 0. */
record LogProbabilityObjective(int label) implements Objective {
  @Override
  public List<String> layers(VisionModel vision) {
    return LogitObjective.layers(vision, this);
  }

  @Override
  public NDArray value(Map<String, NDArray> responses, int picture) {
    NDArray logits = responses.get(LogitObjective.layer(responses)).get(new NDIndex(picture));
    long classes = logits.getShape().get(0);
    if (label < 0 || label >= classes) {
      throw new IllegalArgumentException(
          format("Expected a class from 0 to %d, got %d", classes - 1, label));
    }
    return logits.logSoftmax(0).get(label);
  }

  @Override
  public String toString() {
    return "log probability of class " + label;
  }
}
