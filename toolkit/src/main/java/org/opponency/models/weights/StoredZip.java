package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A zip archive without compression, which is what PyTorch writes (PKWARE's APPNOTE, sections 4.3
 * and 4.5). Nothing in it is unpacked: its entries are windows into the file. The JDK's reader
 * would allocate whatever number of entries a file claims.
 */
final class StoredZip {
  private static final int LOCAL = 0x04034b50;
  private static final int ENTRY = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int END_BYTES = 22;
  private static final int LOCATOR_64_BYTES = 20;
  private static final int LONGEST_COMMENT = 0xffff;

  private final ByteBuffer file;
  private final Map<String, ByteBuffer> entries = new LinkedHashMap<>();

  private StoredZip(ByteBuffer file) {
    this.file = file;
  }

  /** Whether a file begins as an archive does. */
  static boolean begins(ByteBuffer file) {
    return file.limit() >= Integer.BYTES && file.getInt(0) == LOCAL;
  }

  /**
   * The entries' bytes by name, in the order of the directory.
   *
   * @param file little-endian
   * @throws IllegalArgumentException if the archive is damaged or compressed
   */
  static Map<String, ByteBuffer> entries(ByteBuffer file) {
    StoredZip zip = new StoredZip(file);
    int position = zip.directory();
    while (file.getInt(position) == ENTRY) {
      position = zip.add(position);
    }
    return zip.entries;
  }

  private int directory() {
    int end = end();
    long directory = Integer.toUnsignedLong(file.getInt(end + 16));
    int locator = end - LOCATOR_64_BYTES;
    if (locator >= 0 && file.getInt(locator) == LOCATOR_64) {
      int end64 = within(file.getLong(locator + 8));
      require(END_64, end64);
      directory = file.getLong(end64 + 48);
    }
    return within(directory);
  }

  private int end() {
    int last = file.limit() - END_BYTES;
    for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
      if (file.getInt(at) == END) {
        return at;
      }
    }
    throw new IllegalArgumentException("its zip archive has no directory: it is truncated");
  }

  /** Adds the entry at a position of the directory and gives the position of the next. */
  private int add(int position) {
    int method = unsignedShort(position + 10);
    long size = Integer.toUnsignedLong(file.getInt(position + 24));
    int nameLength = unsignedShort(position + 28);
    int rest = unsignedShort(position + 30) + unsignedShort(position + 32);
    byte[] name = new byte[nameLength];
    file.get(position + 46, name);
    String text = new String(name, StandardCharsets.UTF_8);
    if (text.contains("/code/")) {
      throw new IllegalArgumentException(
          "it is a TorchScript file, which holds code as well as weights. TorchScript.open and the commands predict, attack and shape-bias with --script-size take it and run that code, so give none that you do not trust (see the notebook explore-your-own-model); elsewhere give its weights: torch.save(model.state_dict(), file)");
    }
    if (method != 0) {
      throw new IllegalArgumentException(
          "its zip archive is compressed; PyTorch writes it without: torch.save it again");
    }
    int local = within(Integer.toUnsignedLong(file.getInt(position + 42)));
    if (entries.put(text, data(local, size)) != null) {
      throw new IllegalArgumentException("its zip archive has two entries of one name");
    }
    return position + 46 + nameLength + rest;
  }

  private ByteBuffer data(int local, long size) {
    require(LOCAL, local);
    int start = local + 30 + unsignedShort(local + 26) + unsignedShort(local + 28);
    return file.slice(start, within(size)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void require(int signature, int position) {
    if (file.getInt(position) != signature) {
      throw new IllegalArgumentException(
          format(
              "its zip archive is damaged: expected 0x%08x at byte %d, found 0x%08x",
              signature, position, file.getInt(position)));
    }
  }

  private int within(long position) {
    if (position < 0 || position > file.limit()) {
      throw new IllegalArgumentException(
          format("its zip archive is damaged: it points to byte %d of %d", position, file.limit()));
    }
    return (int) position;
  }

  private int unsignedShort(int position) {
    return Short.toUnsignedInt(file.getShort(position));
  }
}
