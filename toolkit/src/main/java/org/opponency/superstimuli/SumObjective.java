package org.opponency.superstimuli;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opponency.models.VisionModel;

/** The sum of two objectives. */
record SumObjective(Objective first, Objective second) implements Objective {
  @Override
  public List<String> layers(VisionModel vision) {
    return Stream.of(first, second)
        .flatMap(objective -> objective.layers(vision).stream())
        .distinct()
        .toList();
  }

  @Override
  public NDArray value(Map<String, NDArray> responses, int picture) {
    return first.value(responses, picture).add(second.value(responses, picture));
  }

  @Override
  public String toString() {
    return format("(%s + %s)", first, second);
  }
}
