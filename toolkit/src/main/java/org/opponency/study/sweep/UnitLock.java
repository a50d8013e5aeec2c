package org.opponency.study.sweep;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.opponency.io.Reason;

/**
 * Keeps a unit to one worker: a lock on a file, which the operating system gives back when its
 * owner ends, however it ends. It holds between machines that share the folder if their file system
 * locks across them: NFS 4, NFS 3 with its lock service, Lustre mounted with {@code flock}.
 */
final class UnitLock implements AutoCloseable {
  /** Somebody who only asks whether it is locked keeps a worker out for a moment. */
  private static final int ATTEMPTS = 5;

  private static final long PAUSE_MILLIS = 100;

  /** Those of this process, to which the operating system's locks are not shut. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private UnitLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * The lock, unless somebody has it.
   *
   * @param file absolute; made if it is missing, and left behind
   * @throws UncheckedIOException if files cannot be locked there; the message says what to do
   */
  static Optional<UnitLock> tryOf(Path file) {
    for (int attempt = 1; ; attempt++) {
      Optional<UnitLock> lock = once(file, false);
      if (lock.isPresent() || attempt == ATTEMPTS) {
        return lock;
      }
      pause();
    }
  }

  /** Whether a living worker has it. */
  static boolean isHeld(Path file) {
    if (!Files.exists(file)) {
      return false;
    }
    Optional<UnitLock> shared = once(file, true);
    shared.ifPresent(UnitLock::close);
    return shared.isEmpty();
  }

  private static Optional<UnitLock> once(Path file, boolean shared) {
    if (!OWN.add(file)) {
      return Optional.empty();
    }
    UnitLock lock = null;
    try {
      lock = open(file, shared);
    } catch (IOException e) {
      throw refusal(file, e);
    } finally {
      if (lock == null) {
        OWN.remove(file);
      }
    }
    return Optional.ofNullable(lock);
  }

  /** Null if another process has it. */
  private static UnitLock open(Path file, boolean shared) throws IOException {
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    FileLock lock = null;
    try {
      lock = channel.tryLock(0, Long.MAX_VALUE, shared);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock == null ? null : new UnitLock(file, channel);
  }

  private static UncheckedIOException refusal(Path file, IOException cause) {
    return new UncheckedIOException(
        format(
            "Cannot lock %s (%s). Expected a folder that may be written to, on a file system that can lock files; put OPPONENCY_HOME on such a one.",
            file, Reason.of(cause)),
        cause);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw refusal(file, e);
    } finally {
      OWN.remove(file);
    }
  }
}
