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
    Path archive = root.resolve(name);
    if (Files.exists(archive)) {
      verify(archive);
    } else {
      download(address, archive);
    }
    new Unpacking(archive, unpacked).run(progress);
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
              "What came of %s is not whole, and was taken away again: %s",
              data.name(), String.join("; ", report.differences())));
    }
    Files.move(content, folder(), StandardCopyOption.ATOMIC_MOVE);
    for (URI file : data.files()) {
      Path archive = root.resolve(Path.of(file.getPath()).getFileName().toString());
      Files.deleteIfExists(archive);
      Files.deleteIfExists(Checksum.beside(archive));
    }
    return report;
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
