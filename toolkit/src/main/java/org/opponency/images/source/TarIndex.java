package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.opponency.images.ImageSet;
import org.opponency.io.LargeFile;
import org.opponency.io.Progress;

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
    KeptIndex index = KeptIndex.of(tar, cache, key(tar, names));
    Optional<List<String>> kept = index.read();
    if (kept.isPresent()) {
      List<String> lines = kept.get();
      return new TarIndex(lines.get(0), lines.stream().skip(1).map(TarIndex::entry).toList());
    }
    TarIndex scanned = TarScan.index(tar, names, progress);
    index.write(scanned.lines());
    return scanned;
  }

  private static String key(Path tar, TarNames names) throws IOException {
    long changed = Files.getLastModifiedTime(tar).toMillis();
    return format("%s\t%d\t%d\t%s", VERSION, Files.size(tar), changed, names.digest());
  }

  private static Entry entry(String line) {
    String[] fields = line.split("\t", 3);
    return new Entry(fields[2], Long.parseLong(fields[0]), Integer.parseInt(fields[1]));
  }

  private String lines() {
    StringBuilder lines = new StringBuilder(digest + "\n");
    images.forEach(e -> lines.append(e.offset + "\t" + e.length + "\t" + e.id + "\n"));
    return lines.toString();
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
