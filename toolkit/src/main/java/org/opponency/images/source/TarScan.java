package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.opponency.images.ImageDataException;
import org.opponency.io.Progress;
import org.opponency.io.Sha256;

/** One reading of a tar file and of the tar files in it, from the beginning to the end. */
final class TarScan {
  private final Path tar;
  private final TarNames names;
  private final Position in;
  private final long total;
  private final List<Found> found = new ArrayList<>();
  private final Consumer<Progress> progress;

  private record Found(TarIndex.Entry entry, byte[] digest) {}

  private TarScan(Path tar, TarNames names, Position in, Consumer<Progress> progress)
      throws IOException {
    this.tar = tar;
    this.names = names;
    this.in = in;
    this.total = Files.size(tar);
    this.progress = progress;
  }

  /**
   * The index of a file.
   *
   * @throws ImageDataException if it is damaged, holds no images or one of no class
   */
  static TarIndex index(Path tar, TarNames names, Consumer<Progress> progress) throws IOException {
    try (Position in = new Position(Files.newInputStream(tar))) {
      TarScan scan = new TarScan(tar, names, in, progress);
      try {
        scan.walk("", in);
      } catch (IOException | ArithmeticException e) {
        throw scan.damaged(e);
      }
      return scan.index();
    }
  }

  private void walk(String above, InputStream stream) throws IOException {
    TarReader members = new TarReader(stream);
    for (var member = members.next(); member != null; member = members.next()) {
      String path = above + member.name();
      if (member.isFile() && TarNames.isTar(path)) {
        walk(path + "/", members.content());
      } else if (member.isFile() && FolderListing.isImage(path)) {
        note(path, member.size(), members.content());
      }
      progress.accept(Progress.ofFile(tar, Math.min(in.position, total - 1), total));
    }
  }

  private void note(String path, long size, InputStream content) throws IOException {
    String id = names.id(path).orElseThrow(() -> ofNoClass(path));
    long offset = in.position;
    int length = Math.toIntExact(size);
    byte[] file = content.readNBytes(length);
    if (file.length < length) {
      throw new EOFException("it ends inside " + path);
    }
    byte[] digest = new Sha256().add(id).add(file).bytes();
    found.add(new Found(new TarIndex.Entry(id, offset, length), digest));
  }

  private TarIndex index() {
    if (found.isEmpty()) {
      throw new ImageDataException(
          format(
              "No .jpg, .jpeg or .png file in %s. Expected images in folders or inner tar files, one a class.",
              tar.toAbsolutePath()));
    }
    found.sort(
        Comparator.comparing((Found f) -> f.entry().className())
            .thenComparing(f -> f.entry().id()));
    progress.accept(Progress.ofFile(tar, total, total));
    Sha256 sha = new Sha256();
    found.forEach(f -> sha.add(f.digest()));
    return new TarIndex(sha.hex(), found.stream().map(Found::entry).toList());
  }

  private ImageDataException damaged(Exception cause) {
    return new ImageDataException(
        format(
            "Cannot read the tar file %s at byte %d: %s. Expected it whole, as published;"
                + " compare its size and checksum with the source's and copy it again.",
            tar.toAbsolutePath(), in.position, cause.getMessage()),
        cause);
  }

  private ImageDataException ofNoClass(String path) {
    return new ImageDataException(
        format(
            "The image %s in %s lies in no folder, and no labels name it. %s",
            path, tar.toAbsolutePath(), ValidationLabels.EXPECTED));
  }

  /** Counts what is read from a file. */
  private static final class Position extends FilterInputStream {
    private long position;

    Position(InputStream file) {
      super(new BufferedInputStream(file, 1 << 20));
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      position += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int count = super.read(into, from, most);
      position += Math.max(0, count);
      return count;
    }

    @Override
    public long skip(long most) throws IOException {
      long count = super.skip(most);
      position += count;
      return count;
    }
  }
}
