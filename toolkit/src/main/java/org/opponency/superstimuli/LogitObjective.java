package org.opponency.superstimuli;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.opponency.models.VisionModel;

/** The logit of a class. */
record LogitObjective(int label) implements Objective {
  /** The layers that give logits, in ResNets and in the networks for CIFAR-10. */
  private static final List<String> LAYERS = List.of("ventral.fc", "ventral.ventral_fc2");

  @Override
  public List<String> layers(VisionModel vision) {
    return layers(vision, this);
  }

  /** The layer that gives a network's logits. */
  static List<String> layers(VisionModel vision, Objective objective) {
    List<String> layers = vision.layers().stream().filter(LAYERS::contains).toList();
    if (layers.isEmpty()) {
      throw new IllegalArgumentException(
          format(
                  "Expected a network with classes for %s, got one that ends with %s; ask for a channel or",
                  objective, vision.layers().get(vision.layers().size() - 1))
              + " a cell instead");
    }
    return layers;
  }

  @Override
  public NDArray value(Map<String, NDArray> responses, int picture) {
    return new ChannelObjective(layer(responses), label, false).value(responses, picture);
  }

  /** The name of the logits among responses. */
  static String layer(Map<String, NDArray> responses) {
    return LAYERS.stream().filter(responses::containsKey).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return "logit " + label;
  }
}
