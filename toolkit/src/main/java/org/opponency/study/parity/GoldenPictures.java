package org.opponency.study.parity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.opponency.images.RgbImage;
import org.opponency.io.Resource;

/** The files that {@code environment/golden/images.py} wrote. */
final class GoldenPictures {
  private GoldenPictures() {}

  /** Names of the odd files. */
  static List<String> names() {
    return rows("truncated.csv").stream().map(row -> row[0]).toList();
  }

  static byte[] bytes(String name) {
    return Resource.bytes(RgbImage.class, "golden/" + name);
  }

  /** A plain 8-bit RGB PNG, read without the code under test. */
  static RgbImage picture(String name) {
    try {
      return RgbImage.of(ImageIO.read(new ByteArrayInputStream(bytes(name))));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the golden picture " + name, e);
    }
  }

  /** The fields of a table, without its header. */
  static List<String[]> rows(String name) {
    String text = new String(bytes(name), StandardCharsets.UTF_8);
    return text.lines().skip(1).map(line -> line.split(",")).toList();
  }
}
