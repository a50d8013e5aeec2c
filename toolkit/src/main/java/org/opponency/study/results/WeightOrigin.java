package org.opponency.study.results;

import java.util.List;
import java.util.function.BiFunction;
import org.opponency.evaluation.Measured;
import org.opponency.models.VisionModel;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.StudyNetworks;

/** Where the weights of a network come from. */
public enum WeightOrigin {
  /** From training. */
  TRAINED("trained"),
  /** From the initialiser alone: the null that training is held against. */
  RANDOM("random weights");

  private final String label;

  WeightOrigin(String label) {
    this.label = label;
  }

  /** The name as headings give it. */
  public String label() {
    return label;
  }

  /**
   * Measures each network with such weights, as far as some layers.
   *
   * @param measurement of a network's name in the store, and the network
   */
  public <R> List<Measured<R>> measured(
      StudyNetworks study,
      List<ModelRun> models,
      List<String> layers,
      BiFunction<String, VisionModel, R> measurement) {
    return this == TRAINED
        ? study.measuredFront(
            models, layers, (model, vision) -> measurement.apply(model.name(), vision))
        : study.measuredRandom(
            models,
            (model, vision) -> measurement.apply(StudyNetworks.RANDOM + model.name(), vision));
  }

  @Override
  public String toString() {
    return label;
  }
}
