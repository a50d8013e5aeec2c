package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.opponency.images.ImageSet;
import org.opponency.images.LabelSpace;
import org.opponency.images.Preprocessing;
import org.opponency.images.batch.Augmentation;
import org.opponency.images.source.ImageNetTree;
import org.opponency.io.Progress;
import org.opponency.orchard.Orchard;

/**
 * What a study trains and tests on.
 *
 * @param name for captions, such as {@code Orchard 32 px}
 * @param train training images
 * @param validation images with the same classes that no network learns from
 * @param gallery validation images as large as they are good to look at
 * @param imageSize side in pixels of what networks see
 * @param preprocessing what brings a validation image to that size
 * @param augmentation what happens to a training image
 * @param root the folder of the photographs; empty for Orchard, which has none
 */
public record StudyData(
    String name,
    ImageSet train,
    ImageSet validation,
    ImageSet gallery,
    int imageSize,
    Preprocessing preprocessing,
    Augmentation augmentation,
    Optional<Path> root) {
  /** What names of Orchard's pictures begin with, and those of no photographs. */
  static final String ORCHARD = "Orchard";

  /** What names of published networks' pictures begin with. */
  static final String PUBLISHED = "published networks";

  /**
   * Drawn after the last of the ledger's rules was mended, which had been by looking at networks of
   * {@link StudyNetworks#SEED}: those can confirm nothing any more.
   */
  static final long ORCHARD_SEED = 2027;

  /** Side of Orchard's pictures as networks see them. */
  private static final int ORCHARD_SIZE = 32;

  /** As many as of Orchard at this scale. */
  private static final int SMOKE_TRAINING = 200;

  private static final int GALLERY_SIZE = 192;

  /** What networks for ImageNet see, and what they are cut from. */
  private static final int IMAGENET_SIZE = 224;

  private static final int IMAGENET_SIDE = 256;

  /** Drawings of each fruit, where there are no photographs. */
  private static final int IMAGENET_DRAWINGS = 50;

  /** The embedded pictures, drawn once and kept in memory. */
  static StudyData orchard(int trainPerClass, int validationPerClass) {
    Orchard orchard = orchard();
    return orchard(
        ORCHARD,
        orchard.train(trainPerClass),
        orchard.validation(validationPerClass),
        orchard.withSize(GALLERY_SIZE).validation(validationPerClass));
  }

  /** The generator of the study's own pictures. */
  public static Orchard orchard() {
    return Orchard.ofSize(ORCHARD_SIZE).withSeed(ORCHARD_SEED);
  }

  /** Sets of Orchard's generator. */
  public static StudyData orchard(
      String name, ImageSet train, ImageSet validation, ImageSet gallery) {
    return new StudyData(
        format("%s %d px", name, ORCHARD_SIZE),
        train.inMemory(),
        validation.inMemory(),
        gallery,
        ORCHARD_SIZE,
        Preprocessing.AS_IS,
        Augmentation.flip(),
        Optional.empty());
  }

  /**
   * Photographs as {@link ImageNetTree} finds them.
   *
   * @param root folder with a training and a validation part
   * @param cache where the index of tar files is kept
   * @param size side in pixels of what networks see
   * @param listener told how far the making of that index is
   * @throws org.opponency.images.ImageDataException if the folder is not of this layout
   */
  static StudyData folder(Path root, Path cache, int size, Consumer<Progress> listener) {
    ImageNetTree tree = ImageNetTree.open(root, cache, listener);
    return new StudyData(
        format("%s %d px", title(root), size),
        tree.train(),
        tree.validation(),
        tree.validation().perClass(3),
        size,
        Preprocessing.forNetwork(size),
        Augmentation.imagenet(size),
        Optional.of(root));
  }

  private static String title(Path root) {
    String name = StudySettings.folderName(root);
    return name.startsWith(ORCHARD) ? "photographs in " + name : name;
  }

  /**
   * What published networks are shown, which tell ImageNet's 1,000 classes apart: its validation
   * photographs where a folder has them, else drawings of those ten fruits that both know.
   *
   * @param root where validation photographs are looked for, and published stimuli by analyses
   */
  static StudyData forImageNet(Path root, Path cache, Consumer<Progress> listener) {
    ImageSet pictures =
        ImageNetTree.validation(root, cache, listener)
            .orElseGet(() -> Orchard.ofSize(IMAGENET_SIDE).validation(IMAGENET_DRAWINGS))
            .withClasses(LabelSpace.IMAGENET.labels());
    return new StudyData(
        format("%s, %s %d px", PUBLISHED, pictures.name(), IMAGENET_SIZE),
        pictures,
        pictures,
        pictures.perClass(3),
        IMAGENET_SIZE,
        Preprocessing.of(IMAGENET_SIZE),
        Augmentation.imagenet(IMAGENET_SIZE),
        Optional.of(root));
  }

  /** So few of the images that all notebooks take minutes, and some of each class. */
  StudyData forSmoke() {
    return new StudyData(
        name,
        train.perClass(atMost(SMOKE_TRAINING)),
        validation.perClass(atMost(SMOKE_TRAINING / 2)),
        gallery,
        imageSize,
        preprocessing,
        augmentation,
        root);
  }

  /** Images a class, of so many together, and two of each where there are many classes. */
  private int atMost(int together) {
    return Math.max(2, together / classes());
  }

  /** What the networks that learn from these data derive from: see {@link Provenance.Data#seed}. */
  public long seed() {
    return new Provenance.Data(name, "").seed();
  }

  /** Number of classes. */
  public int classes() {
    return train.classes().size();
  }
}
