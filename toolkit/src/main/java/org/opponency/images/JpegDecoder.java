package org.opponency.images;

import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * JPEG to RGB, bit-equal to Pillow on libjpeg-turbo. The JDK's reader does the entropy decoding,
 * inverse transform and upsampling, which are libjpeg's; the colour conversion, which it decides
 * differently for CMYK, for files without a JFIF marker and for embedded profiles, is done here.
 *
 * <p>One exception: JDKs that bundle libjpeg 6b (Temurin; not Debian's) upsample 4:4:0, the rare
 * files whose chroma is halved in height only, without smoothing.
 */
final class JpegDecoder {
  private static final int[] RED_OF_CR = new int[256];
  private static final int[] BLUE_OF_CB = new int[256];
  private static final int[] GREEN_OF_CR = new int[256];
  private static final int[] GREEN_OF_CB = new int[256];

  // libjpeg's jdcolor.c: 16-bit fixed point, the rounding half kept in the Cb table for green.
  static {
    int half = 1 << 15;
    for (int i = 0; i < 256; i++) {
      int x = i - 128;
      RED_OF_CR[i] = (fixed(1.40200) * x + half) >> 16;
      BLUE_OF_CB[i] = (fixed(1.77200) * x + half) >> 16;
      GREEN_OF_CR[i] = -fixed(0.71414) * x;
      GREEN_OF_CB[i] = -fixed(0.34414) * x + half;
    }
  }

  private JpegDecoder() {}

  static RgbImage decode(byte[] file) throws IOException {
    JpegStructure jpeg = JpegStructure.read(file);
    ImageDecoder.checkSize(jpeg.width(), jpeg.height());
    byte[] components = components(jpeg);
    byte[] pixels =
        switch (jpeg.colour()) {
          case GREY -> greyToRgb(components);
          case RGB -> components;
          case YCC -> yccToRgb(components, 3);
          case CMYK -> cmykToRgb(components, 255);
          case YCCK -> cmykToRgb(yccToRgb(components, 4), 0);
        };
    return new RgbImage(jpeg.width(), jpeg.height(), pixels);
  }

  /** The upsampled components as they are stored, interleaved. */
  private static byte[] components(JpegStructure jpeg) throws IOException {
    ImageReader reader = jdkReader();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg.essence()))) {
      reader.setInput(in, true, true);
      Raster raster = reader.readRaster(0, null);
      return ((DataBufferByte) raster.getDataBuffer()).getData();
    } finally {
      reader.dispose();
    }
  }

  /** Plug-ins found on the class path would decode otherwise. */
  private static ImageReader jdkReader() throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if ("java.desktop".equals(reader.getClass().getModule().getName())) {
        return reader;
      }
    }
    throw new IOException("this Java runtime has no JPEG reader; expected module java.desktop");
  }

  private static byte[] greyToRgb(byte[] grey) {
    byte[] rgb = new byte[3 * grey.length];
    for (int i = 0; i < grey.length; i++) {
      rgb[3 * i] = rgb[3 * i + 1] = rgb[3 * i + 2] = grey[i];
    }
    return rgb;
  }

  /** Converts the first three of {@code bands} components in place. */
  private static byte[] yccToRgb(byte[] data, int bands) {
    for (int i = 0; i < data.length; i += bands) {
      int y = data[i] & 0xff;
      int cb = data[i + 1] & 0xff;
      int cr = data[i + 2] & 0xff;
      data[i] = clip(y + RED_OF_CR[cr]);
      data[i + 1] = clip(y + (GREEN_OF_CB[cb] + GREEN_OF_CR[cr] >> 16));
      data[i + 2] = clip(y + BLUE_OF_CB[cb]);
    }
    return data;
  }

  /**
   * Pillow's {@code cmyk2rgb} (Convert.c). Pillow takes the components as inverted, Adobe's way;
   * what the colour transform of YCCK gives is the ink itself.
   *
   * @param invert 255 where the first three components are inverted ink, 0 where they are ink
   */
  private static byte[] cmykToRgb(byte[] data, int invert) {
    byte[] rgb = new byte[data.length / 4 * 3];
    for (int from = 0, to = 0; from < data.length; from += 4, to += 3) {
      int light = data[from + 3] & 0xff;
      for (int c = 0; c < 3; c++) {
        int scaled = (invert ^ data[from + c] & 0xff) * light + 128;
        rgb[to + c] = clip(light - ((scaled >> 8) + scaled >> 8));
      }
    }
    return rgb;
  }

  private static int fixed(double x) {
    return (int) (x * 65536 + 0.5);
  }

  private static byte clip(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }
}
