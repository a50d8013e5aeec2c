package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.RgbImage;
import org.opponency.io.Reason;
import org.opponency.io.Sha256;

/**
 * CIFAR-10 (Krizhevsky 2009) in any of three forms:
 *
 * <ol>
 *   <li>the binary version, {@code data_batch_*.bin} and {@code test_batch.bin}: a label byte and
 *       3,072 bytes a record, the planes R, G, B of 32 x 32 pixels
 *   <li>the Python version, {@code data_batch_1} and on and {@code test_batch}: see {@link
 *       PickledBatch}; the same set as the binary version
 *   <li>pictures in {@code train/<class>/*} and {@code test/<class>/*}, one of each class after the
 *       other, so that the first of them are of all classes
 * </ol>
 *
 * <p>Records are held in memory, 3,073 bytes an image.
 */
public final class Cifar10 implements ImageSet {
  private static final int SIDE = 32;
  private static final int PLANE = SIDE * SIDE;
  private static final int RECORD = 1 + 3 * PLANE;
  private static final String TRAINING = "data_batch_[0-9]+(\\.bin)?";
  private static final String TEST = "test_batch(\\.bin)?";

  /** Names of its classes, in label order. */
  public static final List<String> CLASSES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  private static final String LAYOUT =
      "Expected data_batch_* and test_batch of the binary or Python version of CIFAR-10, unpacked,"
          + " or pictures in train/airplane to train/truck and test/airplane to test/truck.";

  private final String name;
  private final List<String> files;
  private final List<byte[]> records;
  private final IndexGroups recordsOfFiles;

  private Cifar10(String name, List<Path> paths) {
    this.name = name;
    this.files = paths.stream().map(path -> path.getFileName().toString()).toList();
    this.records = paths.stream().map(Cifar10::read).toList();
    this.recordsOfFiles =
        IndexGroups.ofSizes(records.stream().mapToInt(bytes -> bytes.length / RECORD).toArray());
  }

  /** Whether a folder holds it in one of its forms. */
  public static boolean isIn(Path folder) {
    return Stream.of("test_batch.bin", "test_batch").map(folder::resolve).anyMatch(Files::exists)
        || arePicturesIn(folder);
  }

  /** Whether a folder holds it as pictures, which may have been compressed. */
  public static boolean arePicturesIn(Path folder) {
    return Stream.of("train", "test")
        .map(part -> folder.resolve(part).resolve(CLASSES.get(0)))
        .allMatch(Files::isDirectory);
  }

  /**
   * The training images: all batches in the folder, sorted, which may hold fewer records than the
   * official 10,000; or the pictures in {@code train}.
   *
   * @throws ImageDataException if there is none, or a file is not made of records
   */
  public static ImageSet train(Path folder) {
    return arePicturesIn(folder)
        ? pictures(folder.resolve("train"))
        : new Cifar10("CIFAR-10 training", list(folder, TRAINING, "data_batch_*"));
  }

  /**
   * The test images: {@code test_batch.bin} or {@code test_batch} in the folder, or the pictures in
   * {@code test}.
   *
   * @throws ImageDataException if it is missing or not made of records
   */
  public static ImageSet test(Path folder) {
    return arePicturesIn(folder)
        ? pictures(folder.resolve("test"))
        : new Cifar10("CIFAR-10 test", list(folder, TEST, "test_batch"));
  }

  private static ImageSet pictures(Path folder) {
    ImageSet images = Images.folder(folder);
    Images.requireClasses(
        CLASSES,
        images.classes(),
        differences ->
            format(
                "Expected a folder for each class of CIFAR-10 in %s. Missing: [%s]; not of it: [%s].",
                folder.toAbsolutePath(), differences.get(0), differences.get(1)));
    int[] seen = new int[CLASSES.size()];
    int[] rank = IntStream.range(0, images.size()).map(i -> seen[images.label(i)]++).toArray();
    return images.subset(
        IntStream.range(0, images.size())
            .boxed()
            .sorted(Comparator.comparing(i -> rank[i])) // stable: classes stay in their order
            .mapToInt(i -> i)
            .toArray());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return recordsOfFiles.size();
  }

  @Override
  public List<String> classes() {
    return CLASSES;
  }

  @Override
  public int label(int index) {
    return fileOf(index)[startOf(index)];
  }

  @Override
  public String id(int index) {
    String file = files.get(recordsOfFiles.groupOf(index));
    return format("%s#%d", file, recordsOfFiles.within(index));
  }

  @Override
  public RgbImage image(int index) {
    byte[] planes = fileOf(index);
    int start = startOf(index) + 1;
    byte[] pixels = new byte[3 * PLANE];
    for (int i = 0; i < PLANE; i++) {
      for (int c = 0; c < 3; c++) {
        pixels[3 * i + c] = planes[start + c * PLANE + i];
      }
    }
    return new RgbImage(SIDE, SIDE, pixels);
  }

  @Override
  public String digest() {
    Sha256 sha = new Sha256();
    records.forEach(sha::add);
    return sha.hex();
  }

  private byte[] fileOf(int index) {
    return records.get(recordsOfFiles.groupOf(index));
  }

  private int startOf(int index) {
    return recordsOfFiles.within(index) * RECORD;
  }

  /** Batches of one version; the binary one where both are there. */
  private static List<Path> list(Path folder, String pattern, String what) {
    if (!Files.isDirectory(folder)) {
      throw new ImageDataException(
          format("There is no folder %s. %s", folder.toAbsolutePath(), LAYOUT));
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> found =
          entries.filter(path -> path.getFileName().toString().matches(pattern)).sorted().toList();
      List<Path> binary = found.stream().filter(Cifar10::isBinary).toList();
      if (found.isEmpty()) {
        throw new ImageDataException(
            format(
                "There is no %s in %s%s. %s",
                what, folder.toAbsolutePath(), otherForm(folder), LAYOUT));
      }
      return binary.isEmpty() ? found : binary;
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(folder, e);
    }
  }

  private static boolean isBinary(Path batch) {
    return batch.toString().endsWith(".bin");
  }

  /** Says which of the published forms is there instead. */
  private static String otherForm(Path folder) {
    if (Files.exists(folder.resolve("data_batch_1.mat"))) {
      return ", but the Matlab version";
    }
    for (String unpacked : List.of("cifar-10-batches-bin", "cifar-10-batches-py")) {
      if (Files.exists(folder.resolve(unpacked))) {
        return format(", but a folder %s: give that", unpacked);
      }
    }
    return Stream.of("cifar-10-binary.tar.gz", "cifar-10-python.tar.gz")
            .map(folder::resolve)
            .anyMatch(Files::exists)
        ? ", but the archive"
        : "";
  }

  private static ImageDataException unreadable(Path path, Exception cause) {
    return new ImageDataException(
        format(
            "Cannot read %s: %s. Check its permissions.", path.toAbsolutePath(), Reason.of(cause)),
        cause);
  }

  private static byte[] read(Path file) {
    byte[] records;
    try {
      byte[] content = Files.readAllBytes(file);
      records = isBinary(file) ? content : PickledBatch.records(file, content, 3 * PLANE);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    if (records.length == 0 || records.length % RECORD != 0) {
      throw new ImageDataException(
          format(
              "%s has %d bytes, expected a multiple of %d (a label and 3 x 32 x 32 pixels a record)."
                  + " Fetch it again.",
              file.toAbsolutePath(), records.length, RECORD));
    }
    for (int i = 0; i < records.length; i += RECORD) {
      if (records[i] < 0 || records[i] >= CLASSES.size()) {
        throw new ImageDataException(
            format(
                "Record %d of %s has label %d, expected 0 to 9. Is this CIFAR-10?",
                i / RECORD, file.toAbsolutePath(), records[i] & 0xff));
      }
    }
    return records;
  }
}
