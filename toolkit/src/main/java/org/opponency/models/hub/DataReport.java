package org.opponency.models.hub;

import static org.opponency.io.Text.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.UnreadableImageException;
import org.opponency.io.Printable;
import org.opponency.io.Progress;

/**
 * What a folder of data is, and whether it is whole.
 *
 * @param what it holds, in words
 * @param differences from what was published, a sentence each; none if it is whole
 */
public record DataReport(String what, List<String> differences) {
  /** Copies the list. */
  public DataReport {
    differences = List.copyOf(differences);
  }

  /** Whether nothing is missing or damaged. */
  public boolean isWhole() {
    return differences.isEmpty();
  }

  /**
   * Looks at a folder: what it is, whether every class has its pictures, and whether each can be
   * read.
   *
   * @param progress told how far the reading is
   * @throws ImageDataException if the folder holds nothing that is known here
   */
  public static DataReport of(Path folder, Consumer<Progress> progress) {
    KnownLayout layout = KnownLayout.of(folder);
    List<String> differences = new ArrayList<>();
    try {
      for (KnownLayout.Part part : layout.parts(folder)) {
        count(part, differences);
        read(part, differences, progress);
      }
    } catch (ImageDataException | IllegalArgumentException e) {
      differences.add(e.getMessage());
    }
    return new DataReport(layout.what(), differences);
  }

  private static void count(KnownLayout.Part part, List<String> differences) {
    ImageSet images = part.images();
    int[] counts = new int[images.classes().size()];
    IntStream.range(0, images.size()).forEach(i -> counts[images.label(i)]++);
    List<String> wrong =
        IntStream.range(0, counts.length)
            .filter(label -> part.perClass() > 0 && counts[label] != part.perClass())
            .mapToObj(label -> format("%s has %d", images.classes().get(label), counts[label]))
            .toList();
    if (!wrong.isEmpty()) {
      differences.add(
          format(
              "%s: expected %d a class, %s",
              part.name(), part.perClass(), Printable.firstOf(wrong)));
    }
    if (part.total() > 0 && images.size() != part.total()) {
      differences.add(
          format("%s: expected %,d, found %,d", part.name(), part.total(), images.size()));
    }
  }

  /** Pictures that are damaged, by name. */
  private static void read(
      KnownLayout.Part part, List<String> differences, Consumer<Progress> progress) {
    ImageSet images = part.images();
    AtomicLong done = new AtomicLong();
    List<String> damaged =
        IntStream.range(0, images.size())
            .parallel()
            .filter(
                i -> {
                  boolean readable = isReadable(images, i);
                  tell(progress, part.name(), done.incrementAndGet(), images.size());
                  return !readable;
                })
            .mapToObj(images::id)
            .toList();
    if (!damaged.isEmpty()) {
      differences.add(format("%s: damaged %s", part.name(), Printable.firstOf(damaged)));
    }
  }

  private static void tell(Consumer<Progress> progress, String what, long done, int total) {
    synchronized (progress) {
      progress.accept(new Progress("reading " + what, done, total, ""));
    }
  }

  private static boolean isReadable(ImageSet images, int index) {
    try {
      images.image(index);
      return true;
    } catch (UnreadableImageException e) {
      return false; // its name is told with those of others
    }
  }

  /** Refuses what is no folder. */
  static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ImageDataException(
          format("There is no folder %s. Check the path.", folder.toAbsolutePath()));
    }
  }
}
