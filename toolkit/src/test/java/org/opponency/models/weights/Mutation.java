package org.opponency.models.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Damages files, mostly at their ends, where they say what is in them. */
record Mutation(Random random) {
  private static final int TALKATIVE = 2048;
  private static final int MOST = 4;
  private static final int[] EXTREMES = {0, 1, -1, 0x7fffffff, 0x80000000, 0x00010000, 0x3fffffff};
  private static final String OPCODES =
      ".()NKMJGXUtae}us]cRbQqhrj\u0085\u0086\u0087\u0088\u0089\u008a\u0093\u0094\u0095";

  byte[] of(byte[] whole) {
    byte[] damaged = whole.clone();
    for (int hits = 1 + random.nextInt(MOST); hits > 0 && damaged.length > 8; hits--) {
      damaged = hit(damaged, position(damaged.length));
    }
    return damaged;
  }

  private int position(int length) {
    int near = random.nextInt(Math.min(length, TALKATIVE));
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(length);
      case 1 -> length - 1 - near;
      default -> near;
    };
  }

  private byte[] hit(byte[] bytes, int at) {
    switch (random.nextInt(12)) {
      case 0 -> bytes[at] = (byte) random.nextInt(256);
      case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2, 3, 4 -> bytes[at] = (byte) OPCODES.charAt(random.nextInt(OPCODES.length()));
      case 5, 6, 7 -> number(bytes, at);
      case 8, 9 -> repeat(bytes, at);
      case 10 -> {
        return without(bytes, at);
      }
      default -> {
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : with(bytes, at);
      }
    }
    return bytes;
  }

  private void number(byte[] bytes, int at) {
    int position = Math.min(at, bytes.length - Integer.BYTES);
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(position, EXTREMES[random.nextInt(EXTREMES.length)]);
  }

  /** Puts a part of the file where another was. */
  private void repeat(byte[] bytes, int at) {
    int from = position(bytes.length);
    int length = Math.min(random.nextInt(40), bytes.length - Math.max(from, at));
    System.arraycopy(bytes, from, bytes, at, length);
  }

  private byte[] without(byte[] bytes, int at) {
    int length = Math.min(1 + random.nextInt(20), bytes.length - at);
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
    System.arraycopy(bytes, at + length, shorter, at, shorter.length - at);
    return shorter;
  }

  private byte[] with(byte[] bytes, int at) {
    byte[] inserted = new byte[1 + random.nextInt(20)];
    random.nextBytes(inserted);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + inserted.length);
    System.arraycopy(bytes, at, longer, at + inserted.length, bytes.length - at);
    System.arraycopy(inserted, 0, longer, at, inserted.length);
    return longer;
  }
}
