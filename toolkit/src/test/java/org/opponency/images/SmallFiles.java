package org.opponency.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes small image folders for tests. */
public final class SmallFiles {
  private SmallFiles() {}

  /** A PNG of one colour; the folders above it are made. */
  public static void png(Path file, int width, int height, int rgb) throws IOException {
    byte[] pixels = new byte[3 * width * height];
    for (int i = 0; i < pixels.length; i += 3) {
      pixels[i] = (byte) (rgb >> 16);
      pixels[i + 1] = (byte) (rgb >> 8);
      pixels[i + 2] = (byte) rgb;
    }
    Files.createDirectories(file.getParent());
    ImageIO.write(new RgbImage(width, height, pixels).toBufferedImage(), "png", file.toFile());
  }
}
