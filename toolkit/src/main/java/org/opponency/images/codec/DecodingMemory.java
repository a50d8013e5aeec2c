package org.opponency.images.codec;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.opponency.images.RgbImage;

/**
 * Keeps what all threads decode at one time within half of Java's memory: small files can claim
 * enormous pictures. Whoever finds no room waits for the others; what never fits is refused.
 */
final class DecodingMemory {
  private static final int MEGABYTE = 1 << 20;
  private static final int MEGABYTES =
      (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 2 / MEGABYTE);
  private static final Semaphore FREE = new Semaphore(MEGABYTES, true);

  private DecodingMemory() {}

  /** Decodes a picture. */
  interface Decoding {
    RgbImage run() throws IOException;
  }

  /**
   * Decodes a picture when there is room for it.
   *
   * @param bytes that the decoding needs a pixel
   * @throws IOException if there can never be; it says what to do
   */
  static RgbImage within(int width, int height, int bytes, Decoding decoding) throws IOException {
    long need = 1 + (long) width * height * bytes / MEGABYTE;
    if (need > MEGABYTES) {
      throw new IOException(
          format(
              "its %d x %d pixels take %,d MiB to decode, %,d are there for that; give Java more"
                  + " memory (JDK_JAVA_OPTIONS=-Xmx...) or make the picture smaller",
              width, height, need, MEGABYTES));
    }
    FREE.acquireUninterruptibly((int) need);
    try {
      return decoding.run();
    } finally {
      FREE.release((int) need);
    }
  }
}
