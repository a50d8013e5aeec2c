package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The members of a tar archive, one after the other: POSIX ustar, and the long names of GNU tar and
 * of pax. What a member holds is read from {@link #content}, before the next is asked for.
 */
final class TarReader {
  private static final int BLOCK = 512;
  private static final int CHECKSUM = 148;

  /** What the checksum's own eight bytes add to it. */
  private static final int CHECKSUM_AS_SPACES = 8 * ' ';

  private final InputStream in;
  private final Content content = new Content();
  private long padding;

  /**
   * A member.
   *
   * @param name with the folders above it
   * @param size of its content in bytes
   * @param isFile whether it is an ordinary file
   */
  record Member(String name, long size, boolean isFile) {}

  TarReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next member, null behind the last.
   *
   * @throws EOFException if the archive ends before its end mark, a block of zeros
   * @throws IOException if it is damaged or no tar archive
   */
  Member next() throws IOException {
    String longName = null;
    while (true) {
      in.skipNBytes(content.left + padding);
      byte[] header = header();
      if (header == null) {
        return null;
      }
      long size = begin(header);
      switch (header[156]) {
        case 'L' -> longName = text(content.readNBytes(Math.toIntExact(size)), 0, (int) size);
        case 'x' -> longName = paxPath(content.readNBytes(Math.toIntExact(size)), longName);
        case '0', 0 -> {
          return new Member(longName == null ? name(header) : longName, size, true);
        }
        default -> {
          return new Member(longName == null ? name(header) : longName, size, false);
        }
      }
    }
  }

  /** What the last member holds. */
  InputStream content() {
    return content;
  }

  /** The next block, null if it is the end mark. */
  private byte[] header() throws IOException {
    content.left = 0;
    padding = 0;
    byte[] block = in.readNBytes(BLOCK);
    if (block.length < BLOCK) {
      throw new EOFException("it ends without an end mark");
    }
    int sum = CHECKSUM_AS_SPACES;
    boolean blank = true;
    for (int i = 0; i < BLOCK; i++) {
      sum += i < CHECKSUM || i >= CHECKSUM + 8 ? block[i] & 0xff : 0;
      blank &= block[i] == 0;
    }
    if (!blank && sum != octal(block, CHECKSUM, 8)) {
      throw new IOException("the checksum of a member's header does not fit");
    }
    return blank ? null : block;
  }

  private long begin(byte[] header) throws IOException {
    content.left = octal(header, 124, 12);
    padding = -content.left & BLOCK - 1;
    return content.left;
  }

  private static String name(byte[] header) {
    // GNU tar ends the mark with a blank and has other fields where the folder would be.
    boolean posix = "ustar".equals(text(header, 257, 6));
    String folder = posix ? text(header, 345, 155) : "";
    return folder.isEmpty() ? text(header, 0, 100) : folder + "/" + text(header, 0, 100);
  }

  /** The {@code path} among records of the form {@code "<length> <key>=<value>\n"}. */
  private static String paxPath(byte[] records, String otherwise) {
    for (String line : new String(records, StandardCharsets.UTF_8).split("\n")) {
      int key = line.indexOf(' ') + 1;
      if (line.startsWith("path=", key)) {
        return line.substring(key + "path=".length());
      }
    }
    return otherwise;
  }

  private static String text(byte[] block, int from, int most) {
    int end = from;
    while (end < from + most && block[end] != 0) {
      end++;
    }
    return new String(Arrays.copyOfRange(block, from, end), StandardCharsets.UTF_8);
  }

  private static long octal(byte[] block, int from, int length) throws IOException {
    String digits = text(block, from, length).strip();
    if (!digits.matches("[0-7]{1,12}")) {
      throw new IOException(
          format("expected an octal number in a member's header, got \"%s\"", digits));
    }
    return Long.parseLong(digits, 8);
  }

  private final class Content extends InputStream {
    private long left;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = in.read(into, from, (int) Math.min(most, left));
      left -= Math.max(0, count);
      return count;
    }
  }
}
