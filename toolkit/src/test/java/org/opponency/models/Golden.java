package org.opponency.models;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opponency.images.Normalisation;

/** A small network of which {@code environment/golden/models.py} asked PyTorch everything. */
record Golden(Architecture architecture, Map<String, HostTensor> tensors) {
  /** A retina and bottleneck blocks, with and without a 1x1 convolution beside them. */
  static Golden bottleneck() {
    Ventral ventral = new Ventral.ResNet(List.of(2, 1, 1, 1), true, 2);
    return read("bottleneck", new Retina(2, 3), ventral);
  }

  /** Basic blocks and no retina. */
  static Golden basic() {
    return read("basic", Retina.NONE, new Ventral.ResNet(List.of(1, 2, 1, 1), false, 2));
  }

  private static Golden read(String name, Retina retina, Ventral ventral) {
    try {
      return new Golden(
          new Architecture(retina, ventral, 5, 16, Normalisation.IMAGENET),
          Safetensors.read(path(name + ".safetensors")).tensors());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names and shapes of a {@code state_dict()}: lines such as {@code fc.bias 10}. */
  static List<String> stateDict(String name) throws IOException {
    return Files.readAllLines(path(name + ".txt"), StandardCharsets.UTF_8);
  }

  private static Path path(String file) {
    try {
      return Path.of(Golden.class.getResource("golden/" + file).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  Network network(DataType type) {
    Network network = Network.initialise(architecture, 0, type, Device.cpu());
    network.load(under("state."));
    return network;
  }

  NDArray pixels(NDManager manager, DataType type) {
    byte[] bytes = new byte[tensors.get("pixels").data().remaining()];
    tensors.get("pixels").data().duplicate().get(bytes);
    return Pixels.of(manager, bytes, 16, 16, type);
  }

  NDArray labels(NDManager manager) {
    return tensors.get("labels").toArray(manager);
  }

  HostTensor get(String name) {
    return tensors.get(name);
  }

  Map<String, HostTensor> under(String prefix) {
    Map<String, HostTensor> result = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (name.startsWith(prefix)) {
            result.put(name.substring(prefix.length()), tensor);
          }
        });
    return result;
  }

  @Override
  public String toString() {
    return architecture.ventral().toString();
  }
}
