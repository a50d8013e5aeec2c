package org.opponency.models.hub;

import static org.opponency.io.Text.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.opponency.io.CountedStream;
import org.opponency.io.Progress;

/**
 * Unpacks the files and folders of an archive ({@code .tar}, {@code .tar.gz}, {@code .zip}). Links
 * and devices are left out, and nothing is written outside the folder.
 *
 * @param archive the file; its name says its kind
 * @param folder where its content goes; absolute and normalised
 */
record Unpacking(Path archive, Path folder) {
  /**
   * Does it.
   *
   * @throws IOException if the archive is damaged or of another kind, or the disk is full; it names
   *     the archive
   */
  void run(Consumer<Progress> progress) throws IOException {
    long total = Files.size(archive);
    String what = "unpacking " + archive.getFileName();
    LongConsumer tell =
        read -> progress.accept(new Progress(what, Math.min(read, total), total, ""));
    try (InputStream file = new CountedStream(Files.newInputStream(archive), tell);
        ArchiveInputStream<?> in = open(new BufferedInputStream(file))) {
      int files = 0;
      for (ArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files += unpack(in, entry);
      }
      if (files == 0) {
        throw new IOException("it holds no file");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(
          format(
              "Cannot unpack %s: %s. If it is damaged, delete it to get it anew",
              archive, e.getMessage()),
          e);
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
}
