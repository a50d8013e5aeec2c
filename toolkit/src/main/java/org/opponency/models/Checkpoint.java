package org.opponency.models;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opponency.engine.Compute;
import org.opponency.engine.HostTensor;
import org.opponency.images.ImageNetClass;
import org.opponency.images.Normalisation;
import org.opponency.io.Printable;
import org.opponency.models.weights.Greyscale;
import org.opponency.models.weights.Safetensors;
import org.opponency.models.weights.StateMismatch;
import org.opponency.models.weights.TensorNames;
import org.opponency.models.weights.WeightFile;

/**
 * Weights in a file, with what they say about their network.
 *
 * @param architecture as our own files say; read off the tensors' names and shapes for others
 * @param classes names in label order; none for a retina alone
 * @param tensors by PyTorch name
 * @param notices what a user should know of how the file was read, a sentence each: that its
 *     architecture was guessed, or what in it was left alone
 */
public record Checkpoint(
    Architecture architecture,
    List<String> classes,
    Map<String, HostTensor> tensors,
    List<String> notices) {
  /** Key of the class names, a line each, in the file's metadata. */
  public static final String CLASSES = "classes";

  /** Key of the side in pixels of the images that the network of another's file was trained on. */
  public static final String IMAGE_SIZE = "image_size";

  private static final String ARCHITECTURE = "architecture";

  /** The state of an optimiser, in our own files of a training under way. */
  private static final String OPTIMISER = "optimiser.";

  /**
   * What a file of weights has to say of its network, for its metadata. With it goes the digest of
   * {@link Safetensors#signed}.
   */
  public static Map<String, String> metadata(Architecture architecture, List<String> classes) {
    return Map.of(
        ARCHITECTURE, ArchitectureText.of(architecture), CLASSES, String.join("\n", classes));
  }

  /**
   * Reads a file of weights: {@code torch.save}'s format, from before or since PyTorch 1.6, or
   * safetensors; its content tells which. It may hold a state dict, a dict of state dicts (one a
   * module), or a training checkpoint with either under a usual key. Names may come without {@code
   * retina.} and {@code ventral.} or behind a wrapper's, such as {@code module.}; here they are
   * those of {@link Network#state}. A network on greyscale images becomes one on colour images that
   * sees their grey. A folder of {@link ModelFolder} stands for the file in it.
   *
   * <p>The file need not be trusted: nothing in it is run, nothing but what a state dict needs is
   * built, and it takes no more memory than its size warrants. Our own files know their digest, so
   * that one changed bit is found.
   *
   * @throws IOException if it is missing, damaged or holds no network this toolkit knows; it names
   *     the file, and tensors that are missing, unexpected or of a wrong shape
   */
  public static Checkpoint read(Path file) throws IOException {
    Checkpoint checkpoint = of(file, WeightFile.read(ModelFolder.weights(file)));
    List<String> notices = new ArrayList<>(checkpoint.notices());
    StateDict.spoilt(checkpoint.tensors()).ifPresent(notices::add);
    return new Checkpoint(
        checkpoint.architecture(), checkpoint.classes(), checkpoint.tensors(), notices);
  }

  /**
   * The first layers of the network in a file, as far as the last of some; close it. Of the file's
   * tensors only theirs are read: of a ResNet-50 some kilobytes, where the retina is enough.
   *
   * @param layers PyTorch module paths
   * @throws IOException as {@link #read}
   * @throws IllegalArgumentException if a layer does not exist; it lists those that do
   */
  public static Network front(Path file, Collection<String> layers) throws IOException {
    Checkpoint whole = of(file, WeightFile.map(ModelFolder.weights(file)));
    return Network.front(whole.architecture(), whole.tensors(), layers);
  }

  private static Checkpoint of(Path file, WeightFile content) throws IOException {
    try {
      return of(content);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          format(
              "%s holds no network of this toolkit: %s",
              file, reason(e.getMessage(), content.notices())),
          e);
    }
  }

  private static String reason(String message, List<String> notices) {
    return Printable.lines(
        Stream.concat(Stream.of(message), notices.stream()).collect(Collectors.joining("\n")));
  }

  private static Checkpoint of(WeightFile content) {
    Map<String, String> metadata = content.metadata();
    requireWhole(metadata);
    Map<String, HostTensor> tensors = new LinkedHashMap<>(content.tensors());
    List<String> notices = new ArrayList<>(content.notices());
    Architecture architecture;
    if (metadata.containsKey(ARCHITECTURE)) {
      architecture = ArchitectureText.parse(metadata.get(ARCHITECTURE));
      tensors.keySet().removeIf(name -> name.startsWith(OPTIMISER));
      tensors = TensorNames.ours(tensors);
    } else {
      tensors = Greyscale.inColour(TensorNames.ours(tensors));
      architecture = guess(tensors, metadata);
      notices.add(guessed(architecture));
    }
    tensors = StateMismatch.fitting(Network.shapes(architecture), tensors);
    return new Checkpoint(
        architecture, classes(metadata, architecture.classes()), tensors, notices);
  }

  /**
   * Refuses a file that says its architecture, as ours do, but not its digest.
   *
   * @throws IllegalArgumentException if it does; it says that the file is damaged
   */
  public static void requireWhole(Map<String, String> metadata) {
    if (metadata.containsKey(ARCHITECTURE) && !metadata.containsKey(Safetensors.DIGEST)) {
      throw Safetensors.damaged("it has lost its digest");
    }
  }

  private static Architecture guess(Map<String, HostTensor> tensors, Map<String, String> metadata) {
    Optional<Integer> imageSize =
        Optional.ofNullable(metadata.get(IMAGE_SIZE)).map(Checkpoint::pixels);
    return new ArchitectureGuess(tensors).architecture(imageSize);
  }

  private static String guessed(Architecture architecture) {
    return format(
        "The file does not say what its network expects; guessed from its tensors: %s pixels a side, %s",
        architecture.imageSize(),
        architecture.normalisation().equals(Normalisation.NONE)
            ? "values in [0, 1] as they are"
            : "normalised as for ImageNet");
  }

  /** The same with something more that a user should know. */
  public Checkpoint noting(String notice) {
    return new Checkpoint(
        architecture,
        classes,
        tensors,
        Stream.concat(notices.stream(), Stream.of(notice)).toList());
  }

  /** The same for pixels that are treated otherwise before the first layer. */
  public Checkpoint with(Normalisation normalisation) {
    return new Checkpoint(architecture.withNormalisation(normalisation), classes, tensors, notices);
  }

  /** A network with these weights; close it. */
  public Network network() {
    return Network.restored(architecture, tensors, DataType.FLOAT32, Compute.device());
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
    return unnamed(count);
  }

  /** What classes are called that nobody has named: ImageNet's where there are 1,000. */
  public static List<String> unnamed(int count) {
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
