package org.opponency.images.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.opponency.io.LargeFile;

/**
 * The end of a packed file: where each record begins, the CRC-32C of that, and a mark (eight bytes
 * each). It is there only if all before it is.
 */
final class PackTable {
  /** Spells OPPACKEN. */
  private static final long END = 0x4f505041434b454eL;

  private PackTable() {}

  static ByteBuffer bytes(long[] starts) {
    ByteBuffer table = ByteBuffer.allocate(length(starts.length));
    table.asLongBuffer().put(starts).put(checksum(starts)).put(END);
    return table;
  }

  static long[] read(LargeFile file, int count) throws IOException {
    long position = file.size() - length(count);
    if (position < 0) {
      throw new IOException("it is cut short");
    }
    ByteBuffer table = ByteBuffer.wrap(file.read(position, length(count)));
    long[] starts = new long[count];
    table.asLongBuffer().get(starts);
    int end = Long.BYTES * count;
    if (table.getLong(end + Long.BYTES) != END || table.getLong(end) != checksum(starts)) {
      throw new IOException("it is cut short or damaged at its end");
    }
    return starts;
  }

  private static int length(int count) {
    return Math.multiplyExact(Long.BYTES, count + 2);
  }

  private static long checksum(long[] starts) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * starts.length);
    bytes.asLongBuffer().put(starts);
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return sum.getValue();
  }
}
