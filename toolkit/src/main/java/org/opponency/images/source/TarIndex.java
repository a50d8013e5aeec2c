package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.opponency.images.ImageSet;
import org.opponency.io.AtomicFiles;
import org.opponency.io.LargeFile;
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
  private static final String VERSION = "opponency-tar-index-2";

  /**
   * An image.
   *
   * @param id its class, a slash, its file name
   * @param offset where its bytes begin
   * @param length how many they are; {@link #DANGLING} for a link to what is not in the file
   */
  record Entry(String id, long offset, int length) {
    static final int DANGLING = -1;

    boolean dangles() {
      return length == DANGLING;
    }

    /** The image's bytes. */
    byte[] bytes(LargeFile tar) throws IOException {
      if (dangles()) {
        throw new IOException("it is a link to what is not there");
      }
      return tar.read(offset, length);
    }

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
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    int end = text.indexOf('\n') + 1;
    String body = text.substring(end);
    if (!text.substring(0, end).equals(new Sha256().add(body).hex() + "\n")) {
      return Optional.empty(); // somebody has changed it, or it is an older one: it is made anew
    }
    List<String> lines = body.lines().toList();
    return lines.get(0).equals(key)
        ? Optional.of(
            new TarIndex(lines.get(1), lines.stream().skip(2).map(TarIndex::entry).toList()))
        : Optional.empty();
  }

  private static Entry entry(String line) {
    String[] fields = line.split("\t", 3);
    return new Entry(fields[2], Long.parseLong(fields[0]), Integer.parseInt(fields[1]));
  }

  /** Written in full or not at all. */
  private void write(Path file, String key) throws IOException {
    StringBuilder lines = new StringBuilder(key + "\n" + digest + "\n");
    images.forEach(e -> lines.append(e.offset + "\t" + e.length + "\t" + e.id + "\n"));
    String checksum = new Sha256().add(lines.toString()).hex();
    AtomicFiles.replace(file, part -> Files.writeString(part, checksum + "\n" + lines));
  }

  /** Names of the classes, sorted. */
  List<String> classes() {
    return images.stream().map(Entry::className).distinct().toList();
  }

  /** Images of each class. */
  int[] counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    images.forEach(image -> counts.merge(image.className(), 1, Integer::sum));
    return counts.values().stream().mapToInt(count -> count).toArray();
  }
}
