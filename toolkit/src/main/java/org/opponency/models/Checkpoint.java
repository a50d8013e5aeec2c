package org.opponency.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opponency.images.ImageNetClass;

/**
 * Weights in a file, with what they say about their network.
 *
 * @param architecture read off the tensors' names and shapes
 * @param classes names in label order; none for a retina alone
 * @param tensors by PyTorch name
 */
public record Checkpoint(
    Architecture architecture, List<String> classes, Map<String, HostTensor> tensors) {
  /** Key of the class names, a line each, in the file's metadata. */
  public static final String CLASSES = "classes";

  /** Key of the side of the images the network was trained on, in pixels. */
  public static final String IMAGE_SIZE = "image_size";

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
    try {
      return of(content.tensors(), content.metadata());
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "%s holds no network of this toolkit: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static Checkpoint of(Map<String, HostTensor> tensors, Map<String, String> metadata) {
    Optional<Integer> imageSize =
        Optional.ofNullable(metadata.get(IMAGE_SIZE)).map(Checkpoint::pixels);
    Architecture architecture = new Anatomy(tensors).architecture(imageSize);
    List<String> classes = classes(metadata, architecture.classes());
    return new Checkpoint(architecture, classes, Greyscale.inColour(tensors));
  }

  /** A network with these weights; close it. */
  public Network network() {
    Network network = Network.initialise(architecture, 0);
    network.load(tensors);
    return network;
  }

  private static int pixels(String size) {
    if (!size.matches("[1-9][0-9]{0,4}")) {
      throw new IllegalArgumentException(
          "Expected %s to be a number of pixels, found \"%s\"".formatted(IMAGE_SIZE, size));
    }
    return Integer.parseInt(size);
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
