package org.opponency.study;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.opponency.images.RgbImage;

/** Writes folders of small pictures that stand in for photographs in tests. */
public final class Photographs {
  private static final int SIZE = 12;

  private Photographs() {}

  /** A picture of 12 x 12 pixels around one colour; the folders above it are made. */
  public static void write(Path file, int rgb) throws IOException {
    Random noise = new Random(rgb);
    byte[] pixels = new byte[3 * SIZE * SIZE];
    for (int i = 0; i < pixels.length; i++) {
      int channel = rgb >> 8 * (2 - i % 3) & 0xff;
      pixels[i] = (byte) Math.min(255, channel + noise.nextInt(8));
    }
    Files.createDirectories(file.getParent());
    RgbImage picture = new RgbImage(SIZE, SIZE, pixels);
    ImageIO.write(picture.toBufferedImage(), "png", file.toFile());
  }

  /** {@code train} and {@code val} with reddish figs and greenish limes. */
  public static Path tree(Path root, int trainPerClass, int validationPerClass) throws IOException {
    part(root.resolve("train"), trainPerClass);
    part(root.resolve("val"), validationPerClass);
    return root;
  }

  private static void part(Path folder, int perClass) throws IOException {
    for (int i = 0; i < perClass; i++) {
      write(folder.resolve(format("fig/%d.png", i)), 0xc02020 + i);
      write(folder.resolve(format("lime/%d.png", i)), 0x20c020 + i);
    }
  }
}
