package org.opponency.images.codec;

import java.io.IOException;
import org.opponency.images.RgbImage;

/**
 * JPEG to RGB, bit-equal to Pillow on libjpeg-turbo. The JDK's reader does the entropy decoding,
 * inverse transform and upsampling, which are libjpeg's, and the colour conversion where a JFIF
 * marker tells it which; it decides differently for CMYK, for files without that marker and for
 * embedded profiles, hence it never sees the file's own markers.
 *
 * <p>One exception: JDKs that bundle libjpeg 6b (Temurin; not Debian's) upsample 4:4:0, the rare
 * files whose chroma is halved in height only, without smoothing.
 */
final class JpegDecoder {
  private JpegDecoder() {}

  /** The uppermost rows, or all. */
  static RgbImage decode(JpegStructure jpeg, int rows) throws IOException {
    if (jpeg.colour() == JpegStructure.Colour.YCC) {
      return new RgbImage(jpeg.width(), rows, JdkJpeg.rgb(jpeg, rows));
    }
    byte[] components = JdkJpeg.components(jpeg);
    byte[] pixels =
        switch (jpeg.colour()) {
          case GREY -> greyToRgb(components);
          case CMYK -> InkColours.cmykToRgb(components);
          case YCCK -> InkColours.ycckToRgb(components);
          default -> components;
        };
    return new RgbImage(jpeg.width(), jpeg.height(), pixels);
  }

  private static byte[] greyToRgb(byte[] grey) {
    byte[] rgb = new byte[3 * grey.length];
    for (int i = 0; i < grey.length; i++) {
      rgb[3 * i] = rgb[3 * i + 1] = rgb[3 * i + 2] = grey[i];
    }
    return rgb;
  }
}
