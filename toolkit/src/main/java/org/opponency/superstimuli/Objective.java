package org.opponency.superstimuli;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.opponency.models.VisionModel;

/**
 * What a super-stimulus maximises: a number computed from the responses of a network to one
 * picture. Objectives can be added and scaled; to minimise one, maximise its {@link #negative()}.
 */
public interface Objective {
  /**
   * PyTorch module paths of the layers it reads.
   *
   * @throws IllegalArgumentException if the network has nothing for it, such as no logits
   */
  List<String> layers(VisionModel vision);

  /**
   * Its value for one picture of a batch. Differentiable.
   *
   * @param responses outputs of at least its {@link #layers}, each (N, C, H, W) or (N, C)
   * @param picture index into the batch
   * @return a scalar, of the manager of the responses
   * @throws IllegalArgumentException if a layer has no such channel; it says how many there are
   */
  NDArray value(Map<String, NDArray> responses, int picture);

  /** The logit of a class; networks without classes have none. */
  static Objective logit(int label) {
    return new LogitObjective(label);
  }

  /**
   * The natural logarithm of a class's probability: unlike the logit, it is not driven up by what
   * drives all classes up, and rests once the class is sure.
   */
  static Objective logProbability(int label) {
    return new LogProbabilityObjective(label);
  }

  /**
   * The mean response of a channel over the whole map, or its one response where there is no map.
   */
  static Objective channel(String layer, int channel) {
    return new ChannelObjective(layer, channel, false);
  }

  /**
   * The response of a channel at the centre of its map, index size / 2 on both axes, or its one
   * response where there is no map.
   */
  static Objective cell(String layer, int channel) {
    return new ChannelObjective(layer, channel, true);
  }

  /** The sum of both. */
  default Objective plus(Objective other) {
    return new SumObjective(this, other);
  }

  /** The difference: this minus the other. */
  default Objective minus(Objective other) {
    return plus(other.negative());
  }

  /** This multiplied by a factor. */
  default Objective times(double factor) {
    return new ScaledObjective(this, factor);
  }

  /** This multiplied by -1: maximising it minimises this. */
  default Objective negative() {
    return times(-1);
  }
}
