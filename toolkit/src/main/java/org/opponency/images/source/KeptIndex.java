package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opponency.io.AtomicFiles;
import org.opponency.io.Sha256;

/**
 * A text file with what reading many images has found out, which counts as long as its key is that
 * of the images as they are now. Its first line is the digest of the rest, the second the key.
 */
record KeptIndex(Path file, String key) {
  /**
   * The index of images in one place; equal names in different places get different files.
   *
   * @param images a folder or a file
   * @param cache the folder to keep it in; made where it is missing
   */
  static KeptIndex of(Path images, Path cache, String key) {
    String place = new Sha256().add(images.toAbsolutePath().normalize().toString()).hex();
    String name = format("%s-%s.index", images.getFileName(), place.substring(0, 8));
    return new KeptIndex(cache.resolve(name), key);
  }

  /** The lines that were kept; none where they are of other images, or the file was changed. */
  Optional<List<String>> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    int end = text.indexOf('\n') + 1;
    String rest = text.substring(end);
    boolean counts =
        text.substring(0, end).equals(new Sha256().add(rest).hex() + "\n")
            && rest.startsWith(key + "\n");
    return counts ? Optional.of(rest.lines().skip(1).toList()) : Optional.empty();
  }

  /** Keeps lines, written in full or not at all. */
  void write(String lines) throws IOException {
    String rest = key + "\n" + lines;
    String checksum = new Sha256().add(rest).hex();
    AtomicFiles.replace(file, part -> Files.writeString(part, checksum + "\n" + rest));
  }
}
