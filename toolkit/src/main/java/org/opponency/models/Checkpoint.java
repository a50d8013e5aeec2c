package org.opponency.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.opponency.images.ImageNetClass;
import org.opponency.images.Normalisation;

/**
 * Weights in a file, with what they say about their network.
 *
 * @param architecture read off the tensors' names and shapes
 * @param classes names in label order
 * @param tensors by PyTorch name
 */
public record Checkpoint(
    Architecture architecture, List<String> classes, Map<String, HostTensor> tensors) {
  /** Key of the class names, a line each, in the file's metadata. */
  public static final String CLASSES = "classes";

  /** Key of the side of the images the network was trained on, in pixels. */
  public static final String IMAGE_SIZE = "image_size";

  private static final String IMAGENET_SIZE = "224";
  private static final String CIFAR_SIZE = "32";

  /**
   * Reads a safetensors file with PyTorch's names. A network on greyscale images becomes one on
   * colour images that sees their grey.
   *
   * @throws IOException if it is missing, damaged or holds no network this toolkit knows
   */
  public static Checkpoint read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "expected a safetensors file with a network's weights");
    }
    Safetensors content = Safetensors.read(file);
    Map<String, HostTensor> tensors = content.tensors();
    if (!tensors.containsKey("ventral.fc.weight")
        && !tensors.containsKey("ventral.ventral_fc2.weight")) {
      throw new IOException(
          "%s holds no network of this toolkit: expected ventral.fc.weight or ventral.ventral_fc2.weight among its %d tensors"
              .formatted(file, tensors.size()));
    }
    try {
      Architecture architecture = architecture(tensors, content.metadata());
      return new Checkpoint(
          architecture,
          classes(content.metadata(), architecture.classes()),
          Greyscale.inColour(tensors));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "%s holds no network of this toolkit: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** A network with these weights; close it. */
  public Network network() {
    Network network = Network.initialise(architecture, 0);
    network.load(tensors);
    return network;
  }

  private static Architecture architecture(
      Map<String, HostTensor> tensors, Map<String, String> metadata) {
    boolean resNet = tensors.containsKey("ventral.fc.weight");
    String size = metadata.getOrDefault(IMAGE_SIZE, resNet ? IMAGENET_SIZE : CIFAR_SIZE);
    return new Architecture(
        retina(tensors),
        resNet ? resNet(tensors) : convolutional(tensors),
        outputs(tensors, resNet ? "ventral.fc" : "ventral.ventral_fc2"),
        pixels(size),
        resNet ? Normalisation.IMAGENET : Normalisation.NONE);
  }

  private static int pixels(String size) {
    if (!size.matches("[1-9][0-9]{0,4}")) {
      throw new IllegalArgumentException(
          "Expected %s to be a number of pixels, found \"%s\"".formatted(IMAGE_SIZE, size));
    }
    return Integer.parseInt(size);
  }

  private static Retina retina(Map<String, HostTensor> tensors) {
    return Optional.ofNullable(tensors.get("retina.retina_conv2.weight"))
        .map(weight -> new Retina((int) weight.shape()[0], (int) weight.shape()[2]))
        .orElse(Retina.NONE);
  }

  private static Ventral resNet(Map<String, HostTensor> tensors) {
    int stages = count(i -> tensors.containsKey("ventral.layer%d.0.conv1.weight".formatted(i + 1)));
    List<Integer> blocks =
        IntStream.rangeClosed(1, stages)
            .map(
                stage ->
                    count(
                        i ->
                            tensors.containsKey(
                                "ventral.layer%d.%d.conv1.weight".formatted(stage, i))))
            .boxed()
            .toList();
    boolean bottleneck = tensors.containsKey("ventral.layer1.0.conv3.weight");
    return new Ventral.ResNet(blocks, bottleneck, outputs(tensors, "ventral.conv1"));
  }

  private static Ventral convolutional(Map<String, HostTensor> tensors) {
    int depth = count(i -> tensors.containsKey("ventral.ventral_conv%d.weight".formatted(i)));
    return new Ventral.Convolutional(depth, outputs(tensors, "ventral.ventral_fc1"));
  }

  private static int outputs(Map<String, HostTensor> tensors, String layer) {
    HostTensor weight = tensors.get(layer + ".weight");
    if (weight == null) {
      throw new IllegalArgumentException("Expected a tensor %s.weight".formatted(layer));
    }
    return (int) weight.shape()[0];
  }

  private static int count(IntPredicate exists) {
    return (int) IntStream.iterate(0, i -> i + 1).takeWhile(exists).count();
  }

  private static List<String> classes(Map<String, String> metadata, int count) {
    if (metadata.containsKey(CLASSES)) {
      return named(metadata.get(CLASSES).lines().toList(), count);
    }
    List<ImageNetClass> imageNet = ImageNetClass.all();
    return count == imageNet.size()
        ? imageNet.stream().map(ImageNetClass::shortLabel).toList()
        : IntStream.range(0, count).mapToObj(i -> "class " + i).toList();
  }

  private static List<String> named(List<String> names, int count) {
    if (names.size() != count) {
      throw new IllegalArgumentException(
          "Expected names of %d classes, found %d".formatted(count, names.size()));
    }
    return names;
  }
}
