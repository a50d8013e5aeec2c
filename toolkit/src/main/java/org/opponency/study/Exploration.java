package org.opponency.study;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opponency.images.CueConflictSet;
import org.opponency.images.ImageNetClass;
import org.opponency.images.ImageSet;
import org.opponency.images.LabelMap;
import org.opponency.images.LabelSpace;
import org.opponency.images.Normalisation;
import org.opponency.images.Preprocessing;
import org.opponency.images.source.Images;
import org.opponency.models.Checkpoint;
import org.opponency.models.VisionModel;
import org.opponency.models.script.TorchScript;
import org.opponency.study.networks.StudyData;

/**
 * A model of the user's own with the pictures to show it, as variables of the environment name
 * them; without them a small untrained model and Orchard.
 *
 * <ul>
 *   <li>OPPONENCY_MODEL: a TorchScript file, or weights of a network that this toolkit knows
 *   <li>OPPONENCY_MODEL_SIZE: pixels a side that a TorchScript file takes, 224 unless told
 *   <li>OPPONENCY_MODEL_PIXELS: what it expects of pixels: see {@link Normalisation#named}
 *   <li>OPPONENCY_PICTURES: a folder with a sub-folder a class
 *   <li>OPPONENCY_CLASSES: a text file with the name or WordNet id of each logit's class, a line
 *       each
 * </ul>
 *
 * @param study where what is measured is kept
 * @param model opened; close it
 * @param name what to call the model
 * @param classes what its logits stand for
 * @param images the pictures, their labels counted in these classes
 */
public record Exploration(
    Study study, VisionModel model, String name, LabelSpace classes, ImageSet images) {
  private static final int PHOTOGRAPHS = 224;
  private static final int EXAMPLE_SIDE = 32;
  private static final int FRUITS_A_CLASS = 10;
  private static final String EXAMPLE =
      "toolkit/src/test/resources/org/opponency/models/golden/torchscript.pt";

  /**
   * What the environment of this process names.
   *
   * @throws UncheckedIOException if a file cannot be read
   * @throws IllegalArgumentException if there is not a class for each logit
   * @throws org.opponency.images.ImageDataException if the pictures are of other classes
   */
  public static Exploration of(Study study) {
    return of(study, System.getenv());
  }

  static Exploration of(Study study, Map<String, String> variables) {
    Optional<Path> file = value(variables, "OPPONENCY_MODEL").map(Path::of);
    ImageSet pictures =
        value(variables, "OPPONENCY_PICTURES")
            .map(folder -> Images.folder(Path.of(folder)))
            .orElseGet(
                () ->
                    file.isPresent() || study.data().root().isEmpty()
                        ? study.data().validation()
                        : fruits());
    VisionModel model = open(file.orElseGet(() -> study.home().resolve(EXAMPLE)), variables);
    String name = file.map(path -> path.getFileName().toString()).orElse("example");
    try {
      LabelSpace classes = classes(variables, model.classes(), pictures);
      return new Exploration(study, model, name, classes, pictures.withClasses(classes.labels()));
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /** What the example has logits for, whatever pictures the study is of. */
  private static ImageSet fruits() {
    return StudyData.orchard().validation(FRUITS_A_CLASS).inMemory();
  }

  private static VisionModel open(Path file, Map<String, String> variables) {
    Optional<Normalisation> pixels =
        value(variables, "OPPONENCY_MODEL_PIXELS").map(Normalisation::named);
    int size =
        value(variables, "OPPONENCY_MODEL_SIZE")
            .map(Exploration::size)
            .orElse(value(variables, "OPPONENCY_MODEL").isPresent() ? PHOTOGRAPHS : EXAMPLE_SIDE);
    try {
      return TorchScript.isOne(file)
          ? TorchScript.open(file, size, pixels.orElse(Normalisation.IMAGENET))
          : weights(file, pixels);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static VisionModel weights(Path file, Optional<Normalisation> pixels) throws IOException {
    Checkpoint checkpoint = Checkpoint.read(file);
    return VisionModel.of(pixels.map(checkpoint::with).orElse(checkpoint).network());
  }

  private static int size(String text) {
    if (!text.matches("[1-9][0-9]{1,3}")) {
      throw new IllegalArgumentException(
          format("Expected OPPONENCY_MODEL_SIZE to be a number of pixels, got \"%s\"", text));
    }
    return Integer.parseInt(text);
  }

  /** Those of the list; else ImageNet's, the pictures', or numbers, whichever are as many. */
  private static LabelSpace classes(Map<String, String> variables, int logits, ImageSet pictures) {
    Optional<Path> list = value(variables, "OPPONENCY_CLASSES").map(Path::of);
    if (list.isPresent()) {
      String name = "classes of " + list.get().getFileName();
      return new LabelSpace(name, LabelSpace.namesIn(list.get(), logits));
    }
    if (logits == LabelSpace.IMAGENET.size()) {
      return LabelSpace.IMAGENET;
    }
    if (logits == pictures.classes().size()) {
      return LabelSpace.of(pictures);
    }
    throw new IllegalArgumentException(
        format(
            "Expected a class for each of %d logits, got %d classes of pictures; let"
                + " OPPONENCY_CLASSES name a file with one a line",
            logits, pictures.classes().size()));
  }

  private static Optional<String> value(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
  }

  /** What brings a picture to the size that the model takes. */
  public Preprocessing preprocessing() {
    return model.architecture().preprocessing();
  }

  /**
   * Stimuli that set shape against texture: the published ones in {@code cue-conflict} in the data
   * folder where the classes are WordNet ids, Orchard's where they are its fruits; else none.
   */
  public Optional<CueConflictSet> stimuli() {
    Path published = study.home().resolve("data").resolve("cue-conflict");
    if (isImageNet()) {
      return Optional.of(published).filter(Files::isDirectory).map(Images::cueConflict);
    }
    CueConflictSet drawn =
        StudyData.orchard()
            .withSize(Math.max(EXAMPLE_SIDE, model.architecture().imageSize()))
            .cueConflict(1);
    return drawn.classes().equals(classes.labels()) ? Optional.of(drawn) : Optional.empty();
  }

  /** What its answers to the stimuli are taken for. */
  public LabelMap categories() {
    return isImageNet() ? classes.toCategories() : classes.identity();
  }

  private boolean isImageNet() {
    return IntStream.range(0, classes.size())
        .anyMatch(i -> ImageNetClass.ofWnid(classes.labels().get(i)).isPresent());
  }
}
