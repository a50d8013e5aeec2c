package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.UnreadableImageException;
import org.opponency.io.AtomicFiles;
import org.opponency.io.LargeFile;
import org.opponency.io.Reason;

/** Writes {@link PackedImages}; decodes in parallel, a few images ahead of the one that writes. */
final class PackWriter {
  private static final int THREADS = Runtime.getRuntime().availableProcessors();
  private static final int AHEAD = 8 * THREADS;

  private final ImageSet images;
  private final Preprocessing preprocessing;
  private final Path path;
  private final Path part;
  private final byte[] header;
  private final long[] starts;
  private int done;
  private long end;

  PackWriter(ImageSet images, Preprocessing preprocessing, Path path) {
    this.images = images;
    this.preprocessing = preprocessing;
    this.path = path;
    part = path.resolveSibling(path.getFileName() + ".part");
    header = PackHeader.of(images, preprocessing).bytes();
    starts = new long[images.size()];
    end = header.length;
  }

  void write(IntConsumer progress) {
    try {
      if (isWhole()) {
        progress.accept(starts.length);
        return;
      }
      Files.createDirectories(path.getParent());
      try (FileChannel out =
          FileChannel.open(
              part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        if (!AtomicFiles.lock(out)) {
          throw new IOException("somebody else is writing it; wait for its end");
        }
        resume(out);
        progress.accept(done);
        append(out, progress);
        finish(out);
      }
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new ImageDataException(
          format(
              "Cannot write the packed images %s: %s. Expected a folder that may be written to, on a"
                  + " disk with room for %d images; what is done stays in %s for the next try.",
              path, Reason.of(e), starts.length, part.getFileName()),
          e);
    }
  }

  /** Whether the file is there and holds all images after the same preprocessing. */
  private boolean isWhole() {
    try {
      LargeFile file = new LargeFile(path);
      return begins(file) && PackTable.read(file, starts.length).length == starts.length;
    } catch (IOException e) {
      return false; // not there, or damaged
    }
  }

  /** Whether a file is for the same images after the same preprocessing. */
  private boolean begins(LargeFile file) throws IOException {
    return file.size() > header.length && Arrays.equals(file.read(0, header.length), header);
  }

  /** Keeps the whole records of an earlier try; drops what follows them, or what is not ours. */
  private void resume(FileChannel out) throws IOException {
    LargeFile earlier = new LargeFile(part, out);
    if (begins(earlier)) {
      count(earlier);
      out.truncate(end);
    } else {
      out.truncate(0);
      write(out, ByteBuffer.wrap(header), 0);
    }
  }

  private void count(LargeFile earlier) {
    try {
      while (done < starts.length) {
        advance(PackRecord.read(earlier, end));
      }
    } catch (IOException expected) {
      // The first record that is not whole: there the earlier try was stopped.
    }
  }

  private void advance(PackRecord record) {
    starts[done++] = end;
    end += record.length();
  }

  private void append(FileChannel out, IntConsumer progress) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(THREADS);
    try {
      Deque<Future<PackRecord>> ahead = new ArrayDeque<>();
      for (int next = done; done < starts.length; ) {
        for (; next < starts.length && ahead.size() < AHEAD; next++) {
          int index = next;
          ahead.add(workers.submit(() -> record(index)));
        }
        PackRecord record = get(ahead.remove());
        write(out, record.bytes(), end);
        advance(record);
        progress.accept(done);
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private PackRecord record(int index) {
    try {
      return PackRecord.of(preprocessing.apply(images.picture(index)));
    } catch (UnreadableImageException e) {
      return PackRecord.unreadable(e.reason());
    }
  }

  private static PackRecord get(Future<PackRecord> record) throws IOException {
    try {
      return record.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException("an image cannot be packed: " + e.getCause(), e.getCause());
    }
  }

  /** Where each record begins, and all of it on the disk before it gets its name. */
  private void finish(FileChannel out) throws IOException {
    write(out, PackTable.bytes(starts), end);
    out.force(true);
  }

  private static void write(FileChannel out, ByteBuffer bytes, long position) throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += out.write(bytes, at);
    }
  }
}
