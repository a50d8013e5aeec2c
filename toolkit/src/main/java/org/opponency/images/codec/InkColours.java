package org.opponency.images.codec;

/** The colours of JPEGs made for printing, as Pillow shows them; the JDK's reader has others. */
final class InkColours {
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

  private InkColours() {}

  /** Pillow takes the components as inverted, Adobe's way. */
  static byte[] cmykToRgb(byte[] cmyk) {
    return inkToRgb(cmyk, 255);
  }

  /** What the colour transform of YCCK gives is the ink itself; overwrites its argument. */
  static byte[] ycckToRgb(byte[] ycck) {
    for (int i = 0; i < ycck.length; i += 4) {
      int y = ycck[i] & 0xff;
      int cb = ycck[i + 1] & 0xff;
      int cr = ycck[i + 2] & 0xff;
      ycck[i] = clip(y + RED_OF_CR[cr]);
      ycck[i + 1] = clip(y + (GREEN_OF_CB[cb] + GREEN_OF_CR[cr] >> 16));
      ycck[i + 2] = clip(y + BLUE_OF_CB[cb]);
    }
    return inkToRgb(ycck, 0);
  }

  /**
   * Pillow's {@code cmyk2rgb} (Convert.c).
   *
   * @param invert 255 where the first three components are inverted ink, 0 where they are ink
   */
  private static byte[] inkToRgb(byte[] data, int invert) {
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
