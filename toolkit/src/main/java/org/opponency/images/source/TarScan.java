package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.opponency.images.ImageDataException;
import org.opponency.io.LargeFile;
import org.opponency.io.Progress;
import org.opponency.io.Sha256;

/** The first reading of a tar file: its headers, then its images for their digest. */
final class TarScan {
  private final Path tar;
  private final TarNames names;
  private final long total;
  private final Consumer<Progress> progress;

  /** An image and the digest of its id and, later, its bytes. */
  private record Found(TarIndex.Entry entry, Sha256 digest) {}

  private TarScan(Path tar, TarNames names, Consumer<Progress> progress) throws IOException {
    this.tar = tar;
    this.names = names;
    this.total = Files.size(tar);
    this.progress = progress;
  }

  /**
   * The index of a file.
   *
   * @throws ImageDataException if it is damaged, holds no images or one of no class
   */
  static TarIndex index(Path tar, TarNames names, Consumer<Progress> progress) throws IOException {
    TarScan scan = new TarScan(tar, names, progress);
    try {
      return scan.index(TarMembers.of(tar, scan::tell));
    } catch (TarMembers.DamagedTar e) {
      throw new ImageDataException(
          format(
              "Cannot read the tar file %s %s. Expected it whole, as published;"
                  + " compare its size and checksum with the source's and copy it again.",
              tar.toAbsolutePath(), e.getMessage()),
          e);
    }
  }

  /** Half of the way is the headers, the other the images. */
  private void tell(long position) {
    progress.accept(Progress.ofFile(tar, Math.min(position / 2, total - 1), total));
  }

  private TarIndex index(TarMembers members) throws IOException {
    List<String> paths =
        members.paths().stream()
            .filter(path -> FolderListing.isImage(path) && FolderListing.isVisible(path))
            .toList();
    if (paths.isEmpty()) {
      throw new ImageDataException(
          format(
              "No .jpg, .jpeg or .png file in %s. Expected images in folders or inner tar files, one a class.",
              tar.toAbsolutePath()));
    }
    int depth = TarNames.depth(paths);
    List<Found> images = new ArrayList<>();
    for (String path : paths) {
      String id = names.id(path, depth).orElseThrow(() -> ofNoClass(path));
      images.add(new Found(entry(id, members.find(path)), new Sha256().add(id)));
    }
    read(images);
    images.sort(Comparator.comparing(image -> image.entry.id(), FolderListing.ORDER));
    Sha256 digest = new Sha256();
    images.forEach(image -> digest.add(image.digest.bytes()));
    progress.accept(Progress.ofFile(tar, total, total));
    return new TarIndex(digest.hex(), images.stream().map(Found::entry).toList());
  }

  private static TarIndex.Entry entry(String id, Optional<TarMembers.Member> member) {
    return member
        .map(m -> new TarIndex.Entry(id, m.offset(), Math.toIntExact(m.length())))
        .orElseGet(() -> new TarIndex.Entry(id, 0, TarIndex.Entry.DANGLING));
  }

  /** In the order of the file, which disks like best. */
  private void read(List<Found> images) throws IOException {
    LargeFile file = new LargeFile(tar);
    images.sort(Comparator.comparing(image -> image.entry.offset()));
    for (Found image : images) {
      if (!image.entry.dangles()) {
        image.digest.add(image.entry.bytes(file));
      }
      tell(total + image.entry.offset());
    }
  }

  private ImageDataException ofNoClass(String path) {
    return new ImageDataException(
        format(
            "The image %s in %s lies in no folder of its class, and no labels name it. %s",
            path, tar.toAbsolutePath(), ValidationLabels.EXPECTED));
  }
}
