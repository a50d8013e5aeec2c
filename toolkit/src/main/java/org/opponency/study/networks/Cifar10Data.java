package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.batch.Augmentation;
import org.opponency.images.source.Cifar10;
import org.opponency.io.Reason;
import org.opponency.orchard.Orchard;

/**
 * The pictures behind Figure 10: CIFAR-10 where the data folder has it, else Orchard, which is of
 * the same size and has as many classes.
 *
 * @param name for captions
 * @param train training images
 * @param test images that no network learns from
 */
public record Cifar10Data(String name, ImageSet train, ImageSet test) {
  private static final int SIDE = 32;

  /** What its folder is called where it lies beside other data. */
  private static final String BESIDE = "(?i)cifar.*";

  /** CIFAR-10 in a folder, in one of those in it or beside it; Orchard where there is none. */
  public static Cifar10Data of(Optional<Path> folder) {
    return folder
        .flatMap(Cifar10Data::findAround)
        .map(Cifar10Data::read)
        .orElseGet(
            () -> {
              Orchard orchard = StudyData.orchard();
              return new Cifar10Data(
                  "Orchard 32 px",
                  orchard.train(480).inMemory(),
                  orchard.validation(100).inMemory());
            });
  }

  /** Captions say so where the pictures are no longer the published ones. */
  private static Cifar10Data read(Path folder) {
    ImageSet test = Cifar10.test(folder);
    boolean jpeg = test.id(0).toLowerCase(Locale.ROOT).matches(".*\\.jpe?g");
    return new Cifar10Data(jpeg ? "CIFAR-10 JPEG" : "CIFAR-10", Cifar10.train(folder), test);
  }

  /** Whether a folder holds CIFAR-10 and no other data to train on. */
  static boolean isAllThereIs(Path folder) {
    return Files.isDirectory(folder.resolve("train"))
        ? Cifar10.arePicturesIn(folder)
        : find(folder).isPresent();
  }

  /** Whether a folder, one of the folders in it or one called CIFAR beside it holds CIFAR-10. */
  public static boolean isAround(Optional<Path> folder) {
    return folder.flatMap(Cifar10Data::findAround).isPresent();
  }

  private static Optional<Path> findAround(Path folder) {
    return find(folder)
        .or(
            () ->
                Optional.ofNullable(folder.toAbsolutePath().getParent())
                    .flatMap(parent -> findIn(parent, BESIDE)));
  }

  private static Optional<Path> find(Path folder) {
    return Cifar10.isIn(folder) ? Optional.of(folder) : findIn(folder, ".*");
  }

  private static Optional<Path> findIn(Path folder, String names) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(path -> path.getFileName().toString().matches(names))
          .sorted()
          .filter(Cifar10::isIn)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(
          format("Cannot look for CIFAR-10 in %s: %s", folder, Reason.of(e)), e);
    }
  }

  /** The same, so many training and test images at most. */
  public Cifar10Data first(int training, int testing) {
    return new Cifar10Data(name, train.first(training), test.first(testing));
  }

  public StudyData toStudyData() {
    return new StudyData(
        name,
        train,
        test,
        test,
        SIDE,
        Preprocessing.AS_IS,
        Augmentation.cifar10(),
        Optional.empty());
  }
}
