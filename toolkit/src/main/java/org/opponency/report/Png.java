package org.opponency.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.opponency.images.RgbImage;

/**
 * PNG files: figures know their resolution, so that print shows them at their size. Each row is
 * written as its difference to the one above (filter "up"), which Java's own writer leaves out for
 * colour pictures: that makes those of smooth pictures half as large.
 */
public final class Png {
  private static final byte[] SIGNATURE =
      "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);
  private static final double METRES_PER_INCH = 0.0254;
  private static final int DEPTH = 8;
  private static final int RGB = 2;
  private static final int RGB_AND_ALPHA = 6;
  private static final int UP = 2;
  private static final int PER_METRE = 1;

  private Png() {}

  /** An image pixel by pixel, without a resolution; reading it gives the same pixels. */
  public static byte[] encode(RgbImage image) {
    return encode(image.toBufferedImage());
  }

  /** The same of any picture of Java's, with 8 bits a colour. */
  public static byte[] encode(BufferedImage image) {
    return encode(image, new byte[0]);
  }

  /** A picture that knows how large it is in print. */
  static byte[] encode(BufferedImage image, int dotsPerInch) {
    int perMetre = (int) Math.round(dotsPerInch / METRES_PER_INCH);
    byte[] size =
        ByteBuffer.allocate(9).putInt(perMetre).putInt(perMetre).put((byte) PER_METRE).array();
    return encode(image, chunk("pHYs", size));
  }

  private static byte[] encode(BufferedImage image, byte[] resolution) {
    int colours = image.getColorModel().hasAlpha() ? RGB_AND_ALPHA : RGB;
    ByteBuffer header = ByteBuffer.allocate(13).putInt(image.getWidth()).putInt(image.getHeight());
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(SIGNATURE);
    bytes.writeBytes(chunk("IHDR", header.put((byte) DEPTH).put((byte) colours).array()));
    bytes.writeBytes(resolution);
    bytes.writeBytes(chunk("IDAT", rows(image, colours == RGB ? 3 : 4)));
    bytes.writeBytes(chunk("IEND", new byte[0]));
    return bytes.toByteArray();
  }

  private static byte[] rows(BufferedImage image, int channels) {
    int width = image.getWidth();
    int[] above = new int[width];
    int[] row = new int[width];
    byte[] filtered = new byte[width * channels];
    var bytes = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (var out = new DeflaterOutputStream(bytes, deflater)) {
      for (int y = 0; y < image.getHeight(); y++) {
        image.getRGB(0, y, width, 1, row, 0, width);
        for (int i = 0; i < filtered.length; i++) {
          int x = i / channels;
          filtered[i] = (byte) (channel(row[x], i % channels) - channel(above[x], i % channels));
        }
        out.write(UP);
        out.write(filtered);
        int[] read = above;
        above = row;
        row = read;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot encode a PNG", e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /** Red, green, blue or alpha of a pixel of Java's, which begins with alpha. */
  private static int channel(int argb, int channel) {
    return argb >>> (channel == 3 ? 24 : 16 - 8 * channel);
  }

  private static byte[] chunk(String name, byte[] content) {
    byte[] named =
        ByteBuffer.allocate(4 + content.length)
            .put(name.getBytes(StandardCharsets.ISO_8859_1))
            .put(content)
            .array();
    var sum = new CRC32();
    sum.update(named);
    return ByteBuffer.allocate(8 + named.length)
        .putInt(content.length)
        .put(named)
        .putInt((int) sum.getValue())
        .array();
  }
}
