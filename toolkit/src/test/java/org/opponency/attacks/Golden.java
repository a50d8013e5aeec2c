package org.opponency.attacks;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.Pixels;
import org.opponency.models.Retina;
import org.opponency.models.Ventral;
import org.opponency.models.VisionModel;
import org.opponency.models.weights.Safetensors;

/** A small network that Foolbox attacked for {@code environment/golden/attacks.py}. */
record Golden(String name, Architecture architecture, Map<String, HostTensor> tensors) {
  /** One that takes pixels as they are. */
  static Golden convolutional() {
    return of(
        "convolutional",
        new Architecture(
            new Retina(2, 3), new Ventral.Convolutional(1, 8), 10, 6, Normalisation.NONE));
  }

  /** One with batch norm, and normalisation inside. */
  static Golden residual() {
    return of(
        "residual",
        new Architecture(
            new Retina(2, 3),
            new Ventral.ResNet(List.of(1, 1, 1, 1), true, 2),
            10,
            8,
            Normalisation.IMAGENET));
  }

  private static Golden of(String name, Architecture architecture) {
    return new Golden(name, architecture, read(name));
  }

  static Map<String, HostTensor> read(String name) {
    try {
      Path file = Path.of(Golden.class.getResource("golden/" + name + ".safetensors").toURI());
      return Safetensors.read(file).tensors();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  VisionModel vision(DataType type) {
    Network network = Network.initialise(architecture, 0, type, Device.cpu());
    Map<String, HostTensor> state = new LinkedHashMap<>();
    tensors.forEach(
        (key, tensor) -> {
          if (key.startsWith("state.")) {
            state.put(key.substring("state.".length()), tensor);
          }
        });
    network.load(state);
    return VisionModel.of(network);
  }

  NDArray pixels(NDManager manager, DataType type) {
    byte[] bytes = new byte[tensors.get("pixels").data().remaining()];
    tensors.get("pixels").data().duplicate().get(bytes);
    return Pixels.of(manager, bytes, architecture.imageSize(), architecture.imageSize(), type);
  }

  int[] labels() {
    HostTensor labels = tensors.get("labels");
    return IntStream.range(0, (int) labels.shape()[0])
        .map(i -> (int) labels.data().getLong(i * Long.BYTES))
        .toArray();
  }

  static double[] doubles(HostTensor tensor) {
    return IntStream.range(0, tensor.data().remaining() / Double.BYTES)
        .mapToDouble(i -> tensor.data().getDouble(i * Double.BYTES))
        .toArray();
  }

  static float[] floats(HostTensor tensor) {
    float[] values = new float[tensor.data().remaining() / Float.BYTES];
    tensor.data().asFloatBuffer().get(values);
    return values;
  }

  @Override
  public String toString() {
    return name;
  }
}
