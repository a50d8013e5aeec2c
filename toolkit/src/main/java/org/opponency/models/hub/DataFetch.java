package org.opponency.models.hub;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.opponency.io.Progress;
import org.opponency.io.Reason;
import org.opponency.io.Sha256;

/**
 * Brings published data into a folder: downloads, unpacks, looks whether they are whole, and only
 * then gives them their name. A download that was stopped goes on.
 *
 * @param data what to bring
 * @param root the folder; it is made where it is missing
 * @param progress told how far it is
 */
public record DataFetch(PublishedData data, Path root, Consumer<Progress> progress) {
  /** Takes the folder by its one path against which those in archives can be held. */
  public DataFetch {
    root = root.toAbsolutePath().normalize();
  }

  /** Where the data lie once they are whole. */
  public Path folder() {
    return root.resolve(data.folder());
  }

  /**
   * Brings them, unless they are there.
   *
   * @return what there is to say of them
   * @throws IOException if they cannot be had, with the reason and what to do
   */
  public DataReport run() throws IOException {
    if (!Files.exists(folder())) {
      requirePublic();
      Path unpacked = root.resolve(format(".%s.unpacking", data.folder()));
      delete(unpacked);
      try {
        Files.createDirectories(unpacked);
        for (URI file : data.files()) {
          bring(file, unpacked);
        }
        return name(unpacked);
      } finally {
        delete(unpacked);
      }
    }
    return DataReport.of(folder(), progress);
  }

  private void requirePublic() throws IOException {
    if (data.files().isEmpty()) {
      throw new IOException(
          format(
              "%s is not for anybody to download: register at %s, then let OPPONENCY_DATA name the"
                  + " folder with its files",
              data.name(), data.page()));
    }
  }

  /** An archive, which is unpacked, or a file that goes there as it is. */
  private void bring(URI address, Path unpacked) throws IOException {
    String name = Path.of(address.getPath()).getFileName().toString();
    if (name.endsWith(".csv")) {
      download(address, unpacked.resolve(name));
      Files.deleteIfExists(Checksum.beside(unpacked.resolve(name)));
      return;
    }
    Path archive = archive(address);
    if (Files.exists(archive)) {
      verifyKept(archive);
    } else {
      download(address, archive);
    }
    new Unpacking(archive, unpacked).run(progress);
  }

  private Path archive(URI address) {
    return root.resolve(Path.of(address.getPath()).getFileName().toString());
  }

  private void download(URI address, Path file) throws IOException {
    try (Download download = Download.of(file.getFileName().toString(), address, file)) {
      download.run(progress);
      verify(download.part());
      download.keep();
    } catch (IOException e) {
      throw new IOException(
          format(
              "Cannot get %s from %s: %s. If you have the file, put it at %s and try again",
              data.name(), address, Reason.of(e), file),
          e);
    }
  }

  /** Of an archive that an earlier run, or the user, has left. */
  private void verifyKept(Path archive) throws IOException {
    try {
      verify(archive);
    } catch (IOException e) {
      throw new IOException(
          format("Cannot use %s: %s. Delete it to get it anew", archive, Reason.of(e)), e);
    }
  }

  private void verify(Path file) throws IOException {
    Optional<PublishedData.KnownChecksum> known = data.checksum();
    if (known.isEmpty()) {
      return;
    }
    PublishedData.KnownChecksum checksum = known.get();
    String found = Sha256.ofFile(file, checksum.algorithm());
    if (!found.equals(checksum.digits())) {
      String difference =
          format(
              "its %s is %s, by %s it should be %s",
              checksum.algorithm(), found, checksum.source(), checksum.digits());
      if (checksum.byAuthors()) {
        throw new IOException(difference);
      }
      progress.accept(new Progress("checking " + data.name(), 1, 1, "", difference));
    }
  }

  /** Gives what was unpacked its name if it is whole; the archive then has done its duty. */
  private DataReport name(Path unpacked) throws IOException {
    Path inner = unpacked.resolve(data.folder());
    Path content = Files.isDirectory(inner) ? inner : unpacked;
    DataReport report = DataReport.of(content, progress);
    if (!report.isWhole()) {
      throw new IOException(
          format(
              "What came of %s is not whole, and was taken away again: %s%s",
              data.name(), String.join("; ", report.differences()), deleteDownloads()));
    }
    Files.move(content, folder(), StandardCopyOption.ATOMIC_MOVE);
    for (URI file : data.files()) {
      Files.deleteIfExists(archive(file));
      Files.deleteIfExists(Checksum.beside(archive(file)));
    }
    return report;
  }

  /**
   * Deletes archives that were downloaded, so that another try gets them anew: they have a checksum
   * beside them.
   *
   * @return what to do about others, as the end of a message
   */
  private String deleteDownloads() throws IOException {
    StringBuilder advice = new StringBuilder();
    for (URI file : data.files()) {
      Path archive = archive(file);
      if (Files.deleteIfExists(Checksum.beside(archive))) {
        Files.delete(archive);
      } else if (Files.exists(archive)) {
        advice.append(format(". Delete %s to get it anew", archive));
      }
    }
    return advice.toString();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> inside = Files.walk(folder)) {
        List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
        for (Path path : deepestFirst) {
          Files.delete(path);
        }
      }
    }
  }
}
