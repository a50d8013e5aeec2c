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
   * Reads a safetensors file with PyTorch's names.
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
    Architecture architecture = architecture(tensors, content.metadata());
    return new Checkpoint(
        architecture, classes(content.metadata(), architecture.classes()), tensors);
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
        Integer.parseInt(size),
        resNet ? Normalisation.IMAGENET : Normalisation.NONE);
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
    return (int) tensors.get(layer + ".weight").shape()[0];
  }

  private static int count(IntPredicate exists) {
    return (int) IntStream.iterate(0, i -> i + 1).takeWhile(exists).count();
  }

  private static List<String> classes(Map<String, String> metadata, int count) {
    if (metadata.containsKey(CLASSES)) {
      return metadata.get(CLASSES).lines().toList();
    }
    List<ImageNetClass> imageNet = ImageNetClass.all();
    return count == imageNet.size()
        ? imageNet.stream().map(ImageNetClass::shortLabel).toList()
        : IntStream.range(0, count).mapToObj(i -> "class " + i).toList();
  }
}
