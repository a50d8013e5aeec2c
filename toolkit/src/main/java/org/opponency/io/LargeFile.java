package org.opponency.io;

import static org.opponency.io.Text.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that is read at any place by any number of threads. It is open as long as it can be
 * reached: the JDK closes the channels that nobody holds any more.
 */
public final class LargeFile {
  private final Path path;
  private FileChannel channel;

  private interface Use<T> {
    T of(FileChannel channel) throws IOException;
  }

  public LargeFile(Path path) throws IOException {
    this(path, FileChannel.open(path, StandardOpenOption.READ));
  }

  /**
   * A file that is open for reading already. Who has locked it reads it so: the lock ends as soon
   * as any other channel of the file closes.
   */
  public LargeFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  public long size() throws IOException {
    return use(FileChannel::size);
  }

  /**
   * Reads from a place on.
   *
   * @throws EOFException if the file ends before
   */
  public byte[] read(long position, int length) throws IOException {
    // Before it takes the memory: a damaged file can claim any length.
    if (size() - position < length) {
      throw end(position + length);
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (use(open -> open.read(bytes, position + bytes.position())) < 0) {
        throw end(position + length);
      }
    }
    return bytes.array();
  }

  private EOFException end(long before) {
    return new EOFException(format("%s ends before byte %d", path, before));
  }

  private <T> T use(Use<T> use) throws IOException {
    while (true) {
      try {
        return use.of(open());
      } catch (ClosedChannelException e) {
        // Whoever is interrupted while reading closes the channel for all; the others open it anew.
        if (Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
    }
  }

  private synchronized FileChannel open() throws IOException {
    if (!channel.isOpen()) {
      channel = FileChannel.open(path, StandardOpenOption.READ);
    }
    return channel;
  }
}
