package org.opponency.images.codec;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.opponency.images.RgbImage;

/**
 * PNG to RGB, bit-equal to Pillow. The JDK's reader gives the samples as they are stored; what they
 * mean (Pillow's PngImagePlugin.py and Convert.c) is decided here. Alpha is dropped.
 */
final class PngDecoder {
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;

  /** Length of the signature and the header chunk, which the standard puts first. */
  private static final int HEADER_BYTES = 33;

  /** Samples a pixel by colour type. */
  private static final int[] CHANNELS = {1, 1, 3, 1, 2, 2, 4, 4};

  private static final int GREY = 0;
  private static final int PALETTE = 3;

  /** Set in the colour types that store red, green and blue. */
  private static final int COLOUR_BIT = 2;

  private PngDecoder() {}

  static boolean recognises(byte[] file) {
    return file.length >= 8 && ByteBuffer.wrap(file).getLong() == SIGNATURE;
  }

  static RgbImage decode(byte[] file) throws IOException {
    if (file.length < HEADER_BYTES) {
      throw new EOFException("no complete PNG header");
    }
    ByteBuffer header = ByteBuffer.wrap(file);
    ImageDecoder.checkSize(header.getInt(16), header.getInt(20));
    int depth = header.get(24);
    int type = header.get(25);
    int bytes = Math.max(1, CHANNELS[type & 7] * depth / 8) + 3;
    return DecodingMemory.within(
        header.getInt(16), header.getInt(20), bytes, () -> decode(PngChunks.of(file), type, depth));
  }

  private static RgbImage decode(PngChunks png, int type, int depth) throws IOException {
    BufferedImage image = read(png.essence());
    if (type == PALETTE) {
      return throughPalette(image.getRaster(), png.palette());
    }
    int bands = (type & COLOUR_BIT) == 0 ? 1 : 3;
    return scaled(image.getRaster(), bands, toByte(type, depth));
  }

  private static BufferedImage read(byte[] file) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  /**
   * How a stored sample becomes a byte: few bits are spread over the range; of 16 bits the upper
   * half is kept, but grey without alpha, which Pillow holds as integers, is clipped at 255.
   */
  private static IntUnaryOperator toByte(int type, int depth) {
    if (depth == 16) {
      return type == GREY ? sample -> Math.min(sample, 255) : sample -> sample >> 8;
    }
    int step = 255 / ((1 << depth) - 1);
    return sample -> sample * step;
  }

  private static RgbImage throughPalette(Raster raster, byte[] palette) {
    int width = raster.getWidth();
    byte[] pixels = new byte[3 * width * raster.getHeight()];
    int[] row = new int[width];
    for (int y = 0, at = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int index : row) {
        System.arraycopy(palette, 3 * index, pixels, at, 3);
        at += 3;
      }
    }
    return new RgbImage(width, raster.getHeight(), pixels);
  }

  private static RgbImage scaled(Raster raster, int bands, IntUnaryOperator toByte) {
    int width = raster.getWidth();
    byte[] pixels = new byte[3 * width * raster.getHeight()];
    int[] row = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int c = 0; c < 3; c++) {
        raster.getSamples(0, y, width, 1, Math.min(c, bands - 1), row);
        for (int x = 0; x < width; x++) {
          pixels[3 * (y * width + x) + c] = (byte) toByte.applyAsInt(row[x]);
        }
      }
    }
    return new RgbImage(width, raster.getHeight(), pixels);
  }
}
