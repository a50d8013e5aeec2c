package org.opponency.images.codec;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** The JDK's JPEG reader, one for each thread: making one costs as much as decoding a thumbnail. */
final class JdkJpeg {
  /** Where Y, Cb, Cr become R, G, B in this order, rows are copied as they are. */
  private static final ComponentColorModel RGB =
      new ComponentColorModel(
          ColorSpace.getInstance(ColorSpace.CS_sRGB),
          false,
          false,
          ComponentColorModel.OPAQUE,
          DataBuffer.TYPE_BYTE);

  private static final ThreadLocal<ImageReader> READER = ThreadLocal.withInitial(JdkJpeg::reader);

  private JdkJpeg() {}

  /** What is done with an open reader. */
  private interface Reading {
    byte[] with(ImageReader reader) throws IOException;
  }

  /**
   * Three components of luminance and chroma as libjpeg turns them into interleaved RGB.
   *
   * @param rows how many from the top; what lies below is not decoded
   */
  static byte[] rgb(JpegStructure jpeg, int rows) throws IOException {
    byte[] pixels = new byte[3 * jpeg.width() * rows];
    return read(
        jpeg.essence(),
        reader -> {
          ImageReadParam part = reader.getDefaultReadParam();
          part.setSourceRegion(new Rectangle(jpeg.width(), rows));
          part.setDestination(over(pixels, jpeg.width(), rows));
          reader.read(0, part);
          return pixels;
        });
  }

  /** The upsampled components as they are stored, interleaved. */
  static byte[] components(JpegStructure jpeg) throws IOException {
    return read(
        jpeg.essence(),
        reader -> {
          Raster raster = reader.readRaster(0, null);
          return ((DataBufferByte) raster.getDataBuffer()).getData();
        });
  }

  private static byte[] read(byte[] file, Reading reading) throws IOException {
    ImageReader reader = READER.get();
    try (var in = new BytesInput(file)) {
      reader.setInput(in, true, true);
      byte[] pixels = reading.with(reader);
      reader.reset();
      return pixels;
    } catch (IOException | RuntimeException e) {
      // What a damaged file leaves behind must not meet the next one.
      READER.remove();
      reader.dispose();
      throw e;
    }
  }

  /** An image that is read into these bytes. */
  private static BufferedImage over(byte[] pixels, int width, int height) {
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(pixels, pixels.length),
            width,
            height,
            3 * width,
            3,
            new int[] {0, 1, 2},
            new Point());
    return new BufferedImage(RGB, raster, false, null);
  }

  /** Plug-ins found on the class path would decode otherwise. */
  private static ImageReader reader() {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if ("java.desktop".equals(reader.getClass().getModule().getName())) {
        return reader;
      }
    }
    throw new IllegalStateException(
        "this Java runtime has no JPEG reader; expected module java.desktop");
  }
}
