package org.opponency.images.codec;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What the markers of a JPEG say, read as libjpeg reads them (ITU-T T.81, annex B).
 *
 * @param width pixels a row
 * @param height rows
 * @param colour how its components encode colour: libjpeg's default choice (jdapimin.c)
 * @param essence the file without its application and comment segments: a decoder given this can
 *     neither apply a colour profile nor stumble over broken metadata; it has a JFIF marker where
 *     the colour is {@link Colour#YCC}, which tells every decoder that it is
 */
record JpegStructure(int width, int height, Colour colour, byte[] essence) {
  /** Encodings of colour in a JPEG. */
  enum Colour {
    GREY,
    RGB,
    YCC,
    CMYK,
    YCCK
  }

  /**
   * Walks through all markers up to the end of the image.
   *
   * @throws EOFException if the file ends before its end-of-image marker does
   * @throws IOException if the bytes are not a JPEG or have no header
   */
  static JpegStructure read(byte[] file) throws IOException {
    return new Walk(file).toEnd();
  }

  private static final class Walk {
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final String NO_END = "no end-of-image marker";

    /** JFIF 1.1, one square pixel as the unit of density, no thumbnail. */
    private static final byte[] JFIF =
        HexFormat.of().parseHex("ffe000104a46494600010100000100010000");

    private final byte[] file;

    /** Start of image, JFIF marker, then what is kept of the file. */
    private final byte[] essence;

    private int kept;
    private int at = 2;
    private int frame = -1;
    private boolean jfif;
    private int adobeTransform = -1;

    Walk(byte[] file) {
      this.file = file;
      this.essence = new byte[JFIF.length + file.length];
      keep(0, 2);
      System.arraycopy(JFIF, 0, essence, kept, JFIF.length);
      kept += JFIF.length;
    }

    JpegStructure toEnd() throws IOException {
      for (int marker = nextMarker(); marker != END_OF_IMAGE; marker = nextMarker()) {
        if (hasLength(marker)) {
          segment(marker);
        }
        if (marker == START_OF_SCAN) {
          entropyCodedData();
        }
      }
      if (frame < 0) {
        throw new IOException("it has no JPEG frame header");
      }
      keep(at - 2, 2);
      return new JpegStructure(word(frame + 5), word(frame + 3), colour(), essence(colour()));
    }

    private byte[] essence(Colour colour) {
      if (colour == Colour.YCC) {
        return Arrays.copyOf(essence, kept);
      }
      System.arraycopy(essence, 0, essence, JFIF.length, 2);
      return Arrays.copyOfRange(essence, JFIF.length, kept);
    }

    private void keep(int from, int length) {
      System.arraycopy(file, from, essence, kept, length);
      kept += length;
    }

    /** Moves behind the next marker and gives its code; stray bytes before it are skipped. */
    private int nextMarker() throws EOFException {
      while (unsigned(at) != 0xff || unsigned(at + 1) == 0 || unsigned(at + 1) == 0xff) {
        at++;
      }
      at += 2;
      return unsigned(at - 1);
    }

    /** Only restart markers, a second start of image and TEM stand alone. */
    private static boolean hasLength(int marker) {
      return marker != 0x01 && (marker < 0xd0 || marker > 0xd8);
    }

    private void segment(int marker) throws IOException {
      int length = word(at);
      unsigned(at + length - 1);
      boolean application = marker >= 0xe0 && marker <= 0xef;
      if (application) {
        note(marker, length);
      } else if (isFrame(marker) && frame < 0) {
        frame = at;
      }
      if (!application && marker != 0xfe) {
        keep(at - 2, length + 2);
      }
      at += length;
    }

    private static boolean isFrame(int marker) {
      return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private void note(int marker, int length) throws EOFException {
      if (marker == 0xe0 && length >= 16 && startsWith("JFIF\0")) {
        jfif = true;
      } else if (marker == 0xee && length >= 14 && startsWith("Adobe")) {
        adobeTransform = unsigned(at + 13);
      }
    }

    private boolean startsWith(String text) {
      return text.equals(new String(file, at + 2, text.length(), StandardCharsets.ISO_8859_1));
    }

    /** Copies up to the next marker that is neither a stuffed byte nor a restart. */
    private void entropyCodedData() throws EOFException {
      int start = at;
      at = escape(at);
      while (belongsToData(unsigned(at + 1))) {
        at = escape(at + 1);
      }
      keep(start, at - start);
    }

    /** The next byte that may begin a marker; most bytes of a file pass through here. */
    private int escape(int from) throws EOFException {
      for (int i = from; i < file.length; i++) {
        if (file[i] == (byte) 0xff) {
          return i;
        }
      }
      throw new EOFException(NO_END);
    }

    private static boolean belongsToData(int second) {
      return second == 0 || second == 0xff || (second >= 0xd0 && second <= 0xd7);
    }

    private Colour colour() throws IOException {
      int components = unsigned(frame + 7);
      return switch (components) {
        case 1 -> Colour.GREY;
        case 3 -> isRgb() ? Colour.RGB : Colour.YCC;
        case 4 -> adobeTransform > 0 ? Colour.YCCK : Colour.CMYK;
        default -> throw new IOException("expected 1, 3 or 4 JPEG components, got " + components);
      };
    }

    private boolean isRgb() throws EOFException {
      if (jfif || adobeTransform >= 0) {
        return !jfif && adobeTransform == 0;
      }
      return unsigned(frame + 8) == 'R'
          && unsigned(frame + 11) == 'G'
          && unsigned(frame + 14) == 'B';
    }

    private int word(int index) throws EOFException {
      return unsigned(index) << 8 | unsigned(index + 1);
    }

    private int unsigned(int index) throws EOFException {
      if (index >= file.length) {
        throw new EOFException(NO_END);
      }
      return file[index] & 0xff;
    }
  }
}
