package org.opponency.models.hub;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.opponency.io.AtomicFiles;

/**
 * What has arrived of a file: {@code .NAME.part} beside it, and in {@code .NAME.part.tag} the words
 * by which its server knows the version. One process has it at a time.
 */
final class PartialFile implements AutoCloseable {
  private final Path file;
  private final Path part;
  private final Path tag;
  private final FileChannel channel;

  private PartialFile(Path file, Path part, FileChannel channel) {
    this.file = file;
    this.part = part;
    this.tag = part.resolveSibling(part.getFileName() + ".tag");
    this.channel = channel;
  }

  /**
   * The part of a file, as an earlier download has left it.
   *
   * @throws IOException if its folder cannot be written, or another download has it
   */
  static PartialFile of(Path file) throws IOException {
    Path part = file.resolveSibling(format(".%s.part", file.getFileName()));
    Files.createDirectories(part.toAbsolutePath().getParent());
    FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!AtomicFiles.lock(channel)) {
      channel.close();
      throw new IOException(
          format("another download of it is under way, into %s; wait for its end", part));
    }
    return new PartialFile(file, part, channel);
  }

  Path path() {
    return part;
  }

  /** Bytes that are there and whose version is known. */
  long size() throws IOException {
    return version().isPresent() ? channel.size() : 0;
  }

  /** The words by which the server knows the version of what is there. */
  Optional<String> version() throws IOException {
    return Files.exists(tag)
        ? Optional.of(Files.readString(tag, StandardCharsets.UTF_8).strip())
        : Optional.empty();
  }

  /** Cuts what is there to a length, and gives where to put the rest. */
  OutputStream from(long length, Optional<String> version) throws IOException {
    channel.truncate(length);
    channel.position(length);
    if (version.isPresent()) {
      Files.writeString(tag, version.get(), StandardCharsets.UTF_8);
    } else {
      Files.deleteIfExists(tag);
    }
    return Channels.newOutputStream(channel);
  }

  /** Gives the whole file its name. */
  void keep() throws IOException {
    channel.force(true);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(tag);
  }

  /** Takes away what is of no more use. */
  void discard() throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(tag);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
