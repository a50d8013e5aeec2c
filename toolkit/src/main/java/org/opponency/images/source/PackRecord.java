package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.opponency.images.RgbImage;
import org.opponency.images.UnreadableImageException;
import org.opponency.io.LargeFile;

/**
 * An image in a packed file: width, height, length of the content, the CRC-32C of these and the
 * content (four bytes each), then the content. Where the width is 0 the content says why the image
 * could not be read.
 */
record PackRecord(int width, int height, byte[] content) {
  private static final int HEADER_BYTES = 16;

  static PackRecord of(RgbImage image) {
    return new PackRecord(image.width(), image.height(), image.pixels());
  }

  static PackRecord unreadable(String reason) {
    return new PackRecord(0, 0, reason.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The record that begins at a place.
   *
   * @throws IOException if there is no whole record with the right checksum
   */
  static PackRecord read(LargeFile file, long start) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(file.read(start, HEADER_BYTES));
    int width = header.getInt();
    int height = header.getInt();
    int length = header.getInt();
    if (width < 0 || length < 1 || width > 0 && length != 3L * width * height) {
      throw new IOException(format("its packed record at byte %d is damaged", start));
    }
    PackRecord record = new PackRecord(width, height, file.read(start + HEADER_BYTES, length));
    if (record.checksum() != header.getInt()) {
      throw new IOException("the checksum of its packed record does not fit");
    }
    return record;
  }

  static boolean isUnreadable(LargeFile file, long start) throws IOException {
    return ByteBuffer.wrap(file.read(start, Integer.BYTES)).getInt() == 0;
  }

  /** Bytes in the file. */
  long length() {
    return HEADER_BYTES + content.length;
  }

  ByteBuffer bytes() {
    return ByteBuffer.allocate(HEADER_BYTES + content.length)
        .putInt(width)
        .putInt(height)
        .putInt(content.length)
        .putInt(checksum())
        .put(content)
        .flip();
  }

  RgbImage image(String id) {
    if (width == 0) {
      throw new UnreadableImageException(id, new String(content, StandardCharsets.UTF_8), null);
    }
    return new RgbImage(width, height, content);
  }

  private int checksum() {
    CRC32C sum = new CRC32C();
    sum.update(ByteBuffer.allocate(12).putInt(width).putInt(height).putInt(content.length).flip());
    sum.update(content);
    return (int) sum.getValue();
  }
}
