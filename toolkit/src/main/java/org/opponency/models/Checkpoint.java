package org.opponency.models;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opponency.engine.HostTensor;
import org.opponency.images.ImageNetClass;
import org.opponency.models.weights.Greyscale;
import org.opponency.models.weights.StateMismatch;
import org.opponency.models.weights.TensorNames;
import org.opponency.models.weights.WeightFile;

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
   * Reads a file of weights: {@code torch.save}'s format, from before or since PyTorch 1.6, or
   * safetensors; its content tells which. It may hold a state dict, a dict of state dicts (one a
   * module), or a training checkpoint with either under {@code state_dict}, {@code
   * model_state_dict} or {@code model}. Names may come without {@code retina.} and {@code ventral.}
   * or behind {@code module.}; here they are those of {@link Network#state}. A network on greyscale
   * images becomes one on colour images that sees their grey.
   *
   * <p>The file need not be trusted: nothing in it is run, nothing but what a state dict needs is
   * built, and it takes no more memory than its size warrants.
   *
   * @throws IOException if it is missing, damaged or holds no network this toolkit knows; it names
   *     the file, and every tensor that is missing, unexpected or of a wrong shape
   */
  public static Checkpoint read(Path file) throws IOException {
    WeightFile content = WeightFile.read(file);
    try {
      return of(Greyscale.inColour(TensorNames.ours(content.tensors())), content.metadata());
    } catch (IllegalArgumentException e) {
      throw new IOException(
          format("%s holds no network of this toolkit: %s", file, e.getMessage()), e);
    }
  }

  private static Checkpoint of(Map<String, HostTensor> tensors, Map<String, String> metadata) {
    Optional<Integer> imageSize =
        Optional.ofNullable(metadata.get(IMAGE_SIZE)).map(Checkpoint::pixels);
    Architecture architecture = new ArchitectureGuess(tensors).architecture(imageSize);
    StateMismatch.check(Network.shapes(architecture), tensors);
    return new Checkpoint(architecture, classes(metadata, architecture.classes()), tensors);
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
          format("Expected %s to be a number of pixels, found \"%s\"", IMAGE_SIZE, size));
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
          format("Expected names of %d classes, found %d", count, names.size()));
    }
    return names;
  }
}
