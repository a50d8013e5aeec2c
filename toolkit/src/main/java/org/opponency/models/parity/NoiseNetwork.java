package org.opponency.models.parity;

import ai.djl.Device;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.opponency.engine.HostTensor;
import org.opponency.models.Architecture;
import org.opponency.models.Network;

/** Networks with weights and statistics that are drawn, none of them trivial. */
public final class NoiseNetwork {
  private static final long BATCHES = 3;

  private NoiseNetwork() {}

  /** A network on the processor; close it. */
  public static Network of(Architecture architecture, Precision precision) {
    Network network = Network.initialise(architecture, 0, precision.type(), Device.cpu());
    Map<String, HostTensor> state = new LinkedHashMap<>();
    network.state().forEach((name, old) -> state.put(name, drawn(state.size(), name, old.shape())));
    network.load(state);
    return network;
  }

  private static HostTensor drawn(int position, String name, long[] shape) {
    if (name.endsWith("num_batches_tracked")) {
      return HostTensor.ofLong(BATCHES);
    }
    if (shape.length > 1) {
      long fanIn = new Shape(shape).size() / shape[0];
      return uniform(position, shape, -Math.sqrt(6.0 / fanIn), Math.sqrt(6.0 / fanIn));
    }
    boolean centred = name.endsWith("bias") || name.endsWith("mean");
    return centred ? uniform(position, shape, -0.5, 0.5) : uniform(position, shape, 0.5, 1.5);
  }

  private static HostTensor uniform(int position, long[] shape, double low, double high) {
    NoiseNumbers noise = NoiseNumbers.weights(position);
    float[] values = new float[(int) new Shape(shape).size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = noise.uniform(i, low, high);
    }
    return HostTensor.ofFloats(values, shape);
  }
}
