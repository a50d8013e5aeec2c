package org.opponency.models.hub;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.LabelSpace;
import org.opponency.images.source.Cifar10;
import org.opponency.images.source.ImageNetTree;
import org.opponency.images.source.Images;
import org.opponency.io.Csv;

/** The published data that can be told by their layout, and how many pictures each has. */
enum KnownLayout {
  CIFAR_10("CIFAR-10", Cifar10::isIn, KnownLayout::cifar10),
  TINY_IMAGENET("Tiny-ImageNet", KnownLayout::isTiny, KnownLayout::tinyImageNet),
  IMAGENET("ImageNet (ILSVRC-2012)", KnownLayout::isTree, KnownLayout::imageNet),
  CUE_CONFLICT(
      "the cue-conflict stimuli of Geirhos et al. 2019",
      folder -> names(folder).stream().anyMatch(LabelSpace.CATEGORIES.labels()::contains),
      folder -> List.of(new Part("stimuli", Images.cueConflict(folder), 80, 1280))),
  IMAGENET_A(
      "ImageNet-A",
      KnownLayout::isImageNetA,
      folder -> List.of(new Part("pictures", Images.imageNetA(folder), 0, 7500))),
  DECISIONS(
      "decisions of observers on the cue-conflict stimuli",
      folder -> names(folder).stream().anyMatch(name -> name.matches("cue-conflict_.*\\.csv")),
      KnownLayout::decisions);

  private static final int TINY_CLASSES = 200;
  private static final int OBSERVERS = 10;
  private static final int TRIALS = 1280;

  private final String what;
  private final Predicate<Path> fits;
  private final Function<Path, List<Part>> parts;

  KnownLayout(String what, Predicate<Path> fits, Function<Path, List<Part>> parts) {
    this.what = what;
    this.fits = fits;
    this.parts = parts;
  }

  /**
   * A set of pictures.
   *
   * @param name such as {@code train}
   * @param images the pictures
   * @param perClass how many each class has; 0 where they differ
   * @param total how many there are
   */
  record Part(String name, ImageSet images, int perClass, int total) {}

  /** Opened, without reading a picture. */
  List<Part> parts(Path folder) {
    return parts.apply(folder);
  }

  /** What it is, in words. */
  String what() {
    return what;
  }

  /**
   * What a folder is.
   *
   * @throws ImageDataException if it is none of these
   */
  static KnownLayout of(Path folder) {
    DataReport.requireFolder(folder);
    return Stream.of(values())
        .filter(layout -> layout.fits.test(folder))
        .findFirst()
        .orElseThrow(
            () ->
                new ImageDataException(
                    format(
                        "%s is none of the published data that are known here (%s); a folder of"
                            + " your own pictures needs one sub-folder a class. Give the folder"
                            + " that holds train and val, the batches, or the classes.",
                        folder.toAbsolutePath(),
                        String.join(", ", Stream.of(values()).map(KnownLayout::what).toList()))));
  }

  private static boolean isTree(Path folder) {
    return Files.isDirectory(folder.resolve("train")) && ImageNetTree.hasValidation(folder);
  }

  private static boolean isTiny(Path folder) {
    return isTree(folder) && names(folder.resolve("train")).size() <= TINY_CLASSES;
  }

  private static boolean isImageNetA(Path folder) {
    Set<String> own = Set.copyOf(LabelSpace.IMAGENET_A.labels());
    return names(folder).stream().filter(own::contains).count() > own.size() / 2;
  }

  private static List<Part> cifar10(Path folder) {
    return List.of(
        new Part("training", Cifar10.train(folder), 5000, 50_000),
        new Part("test", Cifar10.test(folder), 1000, 10_000));
  }

  private static List<Part> tinyImageNet(Path folder) {
    ImageNetTree tree = tree(folder, TINY_CLASSES);
    return List.of(
        new Part("train", tree.train(), 500, 500 * TINY_CLASSES),
        new Part("val", tree.validation(), 50, 50 * TINY_CLASSES));
  }

  private static List<Part> imageNet(Path folder) {
    ImageNetTree tree = tree(folder, LabelSpace.IMAGENET.size());
    return List.of(
        new Part("train", tree.train(), 0, 1_281_167),
        new Part("val", tree.validation(), 50, 50_000));
  }

  private static List<Part> decisions(Path folder) {
    List<String> files =
        names(folder).stream().filter(name -> name.endsWith(".csv")).sorted().toList();
    if (files.size() != OBSERVERS) {
      throw new ImageDataException(
          format("Expected the decisions of %d observers, found %d", OBSERVERS, files.size()));
    }
    files.forEach(name -> requireTrials(folder.resolve(name)));
    return List.of();
  }

  private static ImageNetTree tree(Path folder, int classes) {
    ImageNetTree tree = ImageNetTree.open(folder, folder, progress -> {});
    int found = tree.train().classes().size();
    if (found != classes) {
      throw new ImageDataException(format("Expected %d classes, found %d", classes, found));
    }
    return tree;
  }

  private static void requireTrials(Path file) {
    int trials = Csv.read(file).rows().size();
    if (trials != TRIALS) {
      throw new ImageDataException(
          format("%s has %d trials, expected %d", file.getFileName(), trials, TRIALS));
    }
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.map(path -> path.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }
}
