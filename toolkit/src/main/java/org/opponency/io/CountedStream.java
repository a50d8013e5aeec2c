package org.opponency.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Counts the bytes that are read or skipped. It cannot go back to a mark. */
public final class CountedStream extends FilterInputStream {
  private final LongConsumer listener;
  private long position;

  /** Tells a listener, after each read, how many bytes there have been. */
  public CountedStream(InputStream in, LongConsumer listener) {
    super(in);
    this.listener = listener;
  }

  /** Bytes so far. */
  public long position() {
    return position;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int count = super.read(into, from, most);
    count(Math.max(0, count));
    return count;
  }

  @Override
  public long skip(long most) throws IOException {
    long count = super.skip(most);
    count(count);
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long more) {
    position += more;
    listener.accept(position);
  }
}
