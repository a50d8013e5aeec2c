package org.opponency.models.hub;

import static org.opponency.io.Text.format;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * Unpacks the files and folders of an archive ({@code .tar}, {@code .tar.gz}, {@code .zip}). Links
 * and devices are left out, and nothing is written outside the folder.
 *
 * @param archive the file; its name says its kind
 * @param folder where its content goes
 */
record Unpacking(Path archive, Path folder) {
  /** Takes note of bytes read, of a total. */
  @FunctionalInterface
  interface Listener {
    void at(long read, long total);
  }

  /**
   * Does it.
   *
   * @throws IOException if the archive is damaged or of another kind, or the disk is full; it names
   *     the archive
   */
  void run(Listener listener) throws IOException {
    long total = Files.size(archive);
    try (InputStream file = new Counted(Files.newInputStream(archive), total, listener);
        ArchiveInputStream<?> in = open(new BufferedInputStream(file))) {
      int files = 0;
      for (ArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files += unpack(in, entry);
      }
      if (files == 0) {
        throw new IOException("it holds no file");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(format("Cannot unpack %s: %s", archive, e.getMessage()), e);
    }
  }

  private ArchiveInputStream<?> open(InputStream in) throws IOException {
    String name = archive.getFileName().toString();
    if (name.endsWith(".zip")) {
      return new ZipArchiveInputStream(in, "UTF-8");
    }
    return new TarArchiveInputStream(name.endsWith(".gz") ? new GZIPInputStream(in) : in, "UTF-8");
  }

  /** How many files it was. */
  private int unpack(ArchiveInputStream<?> in, ArchiveEntry entry) throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException(format("it would write outside its folder, to %s", entry.getName()));
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return 0;
    }
    if (entry instanceof TarArchiveEntry tar && !tar.isFile()) {
      return 0;
    }
    Files.createDirectories(target.getParent());
    Files.copy(in, target);
    return 1;
  }

  /** Tells how much of the archive was read. */
  private static final class Counted extends FilterInputStream {
    private final long total;
    private final Listener listener;
    private long read;

    Counted(InputStream in, long total, Listener listener) {
      super(in);
      this.total = total;
      this.listener = listener;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      tell(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      tell(Math.max(0, count));
      return count;
    }

    private void tell(int more) {
      read += more;
      listener.at(Math.min(read, total), total);
    }
  }
}
