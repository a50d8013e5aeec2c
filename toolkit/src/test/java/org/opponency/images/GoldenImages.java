package org.opponency.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The files that {@code environment/golden/images.py} wrote. */
public final class GoldenImages {
  private GoldenImages() {}

  public static byte[] bytes(String name) throws IOException {
    try (InputStream in = GoldenImages.class.getResourceAsStream("golden/" + name)) {
      return in.readAllBytes();
    }
  }

  /** A plain 8-bit RGB PNG, read without the code under test. */
  public static RgbImage picture(String name) throws IOException {
    try (InputStream in = GoldenImages.class.getResourceAsStream("golden/" + name)) {
      return RgbImage.of(ImageIO.read(in));
    }
  }

  /** The lines of a table below its header. */
  public static Stream<String> lines(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8).lines().skip(1);
  }

  /** Every odd file and how many of its bytes Pillow needs. */
  public static Stream<Needed> files() throws IOException {
    return lines("truncated.csv")
        .map(line -> line.split(","))
        .map(fields -> new Needed(fields[0], Integer.parseInt(fields[1])));
  }

  public record Needed(String file, int bytes) {}
}
