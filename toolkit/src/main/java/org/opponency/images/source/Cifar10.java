package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.RgbImage;
import org.opponency.io.Reason;
import org.opponency.io.Sha256;

/**
 * CIFAR-10 in its original binary records (Krizhevsky 2009, "binary version"): a label byte and
 * 3,072 bytes, the planes R, G, B of 32 x 32 pixels. Held in memory, 3,073 bytes an image.
 */
public final class Cifar10 implements ImageSet {
  private static final int SIDE = 32;
  private static final int PLANE = SIDE * SIDE;
  private static final int RECORD = 1 + 3 * PLANE;

  /** Names of its classes, in label order. */
  public static final List<String> CLASSES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  private static final String LAYOUT =
      "Expected data_batch_*.bin and test_batch.bin of the binary version of CIFAR-10"
          + " (cifar-10-binary.tar.gz, unpacked).";

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

  /**
   * The training images: all files {@code data_batch_*.bin} in the folder, sorted. They may hold
   * fewer records than the official 10,000.
   *
   * @throws ImageDataException if there is none, or a file is not made of records
   */
  public static Cifar10 train(Path folder) {
    return new Cifar10("CIFAR-10 training", list(folder, "data_batch_*.bin"));
  }

  /**
   * The test images: {@code test_batch.bin} in the folder.
   *
   * @throws ImageDataException if it is missing or not made of records
   */
  public static Cifar10 test(Path folder) {
    return new Cifar10("CIFAR-10 test", list(folder, "test_batch.bin"));
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

  private static List<Path> list(Path folder, String glob) {
    if (!Files.isDirectory(folder)) {
      throw new ImageDataException(
          format("There is no folder %s. %s", folder.toAbsolutePath(), LAYOUT));
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
      entries.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      throw unreadable(folder, e);
    }
    if (found.isEmpty()) {
      throw new ImageDataException(
          format(
              "There is no %s in %s%s. %s",
              glob, folder.toAbsolutePath(), otherForm(folder), LAYOUT));
    }
    Collections.sort(found);
    return found;
  }

  /** Says which of the published forms is there instead. */
  private static String otherForm(Path folder) {
    if (Files.exists(folder.resolve("data_batch_1"))) {
      return ", but the Python version";
    }
    if (Files.exists(folder.resolve("data_batch_1.mat"))) {
      return ", but the Matlab version";
    }
    if (Files.exists(folder.resolve("cifar-10-batches-bin"))) {
      return ", but a folder cifar-10-batches-bin: give that";
    }
    return Files.exists(folder.resolve("cifar-10-binary.tar.gz")) ? ", but the archive" : "";
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
      records = Files.readAllBytes(file);
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
                "Record %d of %s has label %d, expected 0 to 9. Is this the binary version of CIFAR-10?",
                i / RECORD, file.toAbsolutePath(), records[i] & 0xff));
      }
    }
    return records;
  }
}
