package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.opponency.images.ImageSet;
import org.opponency.io.AtomicFiles;
import org.opponency.io.Progress;
import org.opponency.io.Sha256;

/**
 * Where the images of a tar file are, in the order of an {@link ImageFolder}. It is found by one
 * reading of the file and kept in a text file, which counts as long as the tar file has the size
 * and the time of change that it had, and the same labels.
 *
 * @param digest what {@link ImageSet#digest} is of a folder with these images
 * @param images sorted by class, then by id
 */
record TarIndex(String digest, List<Entry> images) {
  private static final String VERSION = "opponency-tar-index-1";

  /**
   * An image.
   *
   * @param id its class, a slash, its file name
   * @param offset where its bytes begin
   * @param length how many they are
   */
  record Entry(String id, long offset, int length) {
    String className() {
      return id.substring(0, id.indexOf('/'));
    }
  }

  /**
   * The kept index, or a new one that is kept from now on.
   *
   * @param cache the folder to keep it in; made where it is missing
   * @param progress told from time to time how far the reading is
   */
  static TarIndex of(Path tar, TarNames names, Path cache, Consumer<Progress> progress)
      throws IOException {
    String key = key(tar, names);
    Path file = cache.resolve(fileName(tar));
    Optional<TarIndex> kept = read(file, key);
    if (kept.isPresent()) {
      return kept.get();
    }
    TarIndex index = TarScan.index(tar, names, progress);
    index.write(file, key);
    return index;
  }

  private static String key(Path tar, TarNames names) throws IOException {
    long changed = Files.getLastModifiedTime(tar).toMillis();
    return format("%s\t%d\t%d\t%s", VERSION, Files.size(tar), changed, names.digest());
  }

  /** Equal names in different folders get different indices. */
  private static String fileName(Path tar) {
    String place = new Sha256().add(tar.toAbsolutePath().normalize().toString()).hex();
    return format("%s-%s.index", tar.getFileName(), place.substring(0, 8));
  }

  private static Optional<TarIndex> read(Path file, String key) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      if (!key.equals(lines.readLine())) {
        return Optional.empty();
      }
      String digest = lines.readLine();
      int count = Integer.parseInt(lines.readLine());
      List<Entry> images = lines.lines().map(TarIndex::entry).toList();
      return images.size() == count ? Optional.of(new TarIndex(digest, images)) : Optional.empty();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty(); // somebody has changed it: it is made anew
    }
  }

  private static Entry entry(String line) {
    String[] fields = line.split("\t", 3);
    return new Entry(fields[2], Long.parseLong(fields[0]), Integer.parseInt(fields[1]));
  }

  /** Written in full or not at all. */
  private void write(Path file, String key) throws IOException {
    StringBuilder lines = new StringBuilder(format("%s\n%s\n%d\n", key, digest, images.size()));
    images.forEach(e -> lines.append(format("%d\t%d\t%s\n", e.offset, e.length, e.id)));
    AtomicFiles.replace(file, part -> Files.writeString(part, lines));
  }

  /** Names of the classes, sorted. */
  List<String> classes() {
    return images.stream().map(Entry::className).distinct().toList();
  }

  /** Images of each class. */
  int[] counts() {
    List<Integer> counts = new ArrayList<>();
    String last = null;
    for (Entry image : images) {
      boolean begins = !image.className().equals(last);
      if (begins) {
        counts.add(0);
        last = image.className();
      }
      counts.set(counts.size() - 1, counts.get(counts.size() - 1) + 1);
    }
    return counts.stream().mapToInt(count -> count).toArray();
  }
}
