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

  public LargeFile(Path path) throws IOException {
    this.path = path;
    this.channel = FileChannel.open(path, StandardOpenOption.READ);
  }

  public long size() throws IOException {
    return open().size();
  }

  /**
   * Reads from a place on.
   *
   * @throws EOFException if the file ends before
   */
  public byte[] read(long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      try {
        if (open().read(bytes, position + bytes.position()) < 0) {
          throw new EOFException(format("%s ends before byte %d", path, position + length));
        }
      } catch (ClosedChannelException e) {
        // Whoever is interrupted while reading closes the channel for all; the others open it anew.
        if (Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
    }
    return bytes.array();
  }

  private synchronized FileChannel open() throws IOException {
    if (!channel.isOpen()) {
      channel = FileChannel.open(path, StandardOpenOption.READ);
    }
    return channel;
  }
}
