package org.opponency.images.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * What of a PNG file its pixels depend on. The JDK's reader never sees the rest: it stumbles over
 * texts and times that Pillow reads past.
 *
 * @param essence the file without its ancillary chunks
 * @param palette 256 times R, G, B; grey (i, i, i) where the file gives no colour, as in Pillow
 */
record PngChunks(byte[] essence, byte[] palette) {
  private static final int SIGNATURE_BYTES = 8;

  /** Length and type before a chunk's content, its checksum behind it. */
  private static final int FRAME_BYTES = 12;

  /** Set in the first letter of the type of a chunk that may be left out. */
  private static final int ANCILLARY_BIT = 0x20;

  private static final int PLTE = 0x504c5445;

  static PngChunks of(byte[] file) {
    ByteArrayOutputStream essence = new ByteArrayOutputStream(file.length);
    byte[] palette = greys();
    ByteBuffer in = ByteBuffer.wrap(file);
    int at = SIGNATURE_BYTES;
    essence.write(file, 0, at);
    while (file.length - at >= FRAME_BYTES) {
      long end = at + FRAME_BYTES + (in.getInt(at) & 0xffff_ffffL);
      if (end > file.length) {
        break;
      }
      if (in.getInt(at + 4) == PLTE) {
        int length = Math.min(palette.length, in.getInt(at));
        System.arraycopy(file, at + 8, palette, 0, length);
      }
      if ((file[at + 4] & ANCILLARY_BIT) == 0) {
        essence.write(file, at, (int) end - at);
      }
      at = (int) end;
    }
    essence.write(file, at, file.length - at); // cut short: for the reader to say so
    return new PngChunks(essence.toByteArray(), palette);
  }

  private static byte[] greys() {
    byte[] greys = new byte[3 * 256];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = (byte) (i / 3);
    }
    return greys;
  }
}
