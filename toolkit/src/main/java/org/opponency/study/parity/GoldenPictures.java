package org.opponency.study.parity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.opponency.images.RgbImage;

/** The files that {@code environment/golden/images.py} wrote. */
final class GoldenPictures {
  private GoldenPictures() {}

  /** Names of the odd files. */
  static List<String> names() {
    return rows("truncated.csv").stream().map(row -> row[0]).toList();
  }

  static byte[] bytes(String name) {
    try (InputStream in = RgbImage.class.getResourceAsStream("golden/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the golden file " + name, e);
    }
  }

  /** A plain 8-bit RGB PNG, read without the code under test. */
  static RgbImage picture(String name) {
    try (InputStream in = RgbImage.class.getResourceAsStream("golden/" + name)) {
      return RgbImage.of(ImageIO.read(in));
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
