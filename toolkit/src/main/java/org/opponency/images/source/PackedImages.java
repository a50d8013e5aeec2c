package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.RgbImage;
import org.opponency.images.SkippedImage;
import org.opponency.images.UnreadableImageException;
import org.opponency.io.LargeFile;
import org.opponency.io.Reason;

/**
 * Images that are kept decoded in one file, for file systems on which many small files are slow.
 * The file holds the ids and labels, then a record an image, then where each record begins. An
 * image that could not be read stays one that cannot, with its reason.
 */
public final class PackedImages implements ImageSet {
  private final LargeFile file;
  private final PackHeader header;
  private final long[] starts;

  private PackedImages(LargeFile file, PackHeader header, long[] starts) {
    this.file = file;
    this.header = header;
    this.starts = starts;
  }

  /**
   * Writes a set after its preprocessing, or goes on where it was stopped. The file has its name
   * only once it is whole; until then it is called {@code <name>.part}. Nothing is done where the
   * file holds just that already; what was packed from other images or otherwise is replaced.
   *
   * @param progress told how many images are done, after each
   * @throws ImageDataException if the file cannot be written
   */
  public static PackedImages write(
      ImageSet images, Preprocessing preprocessing, Path path, IntConsumer progress) {
    new PackWriter(images, preprocessing, path.toAbsolutePath()).write(progress);
    return open(path);
  }

  static PackedImages open(Path path) {
    try {
      LargeFile file = new LargeFile(path);
      PackHeader header = PackHeader.read(file);
      return new PackedImages(file, header, PackTable.read(file, header.ids().size()));
    } catch (IOException e) {
      throw new ImageDataException(
          format(
              "Cannot use the packed images %s: %s. Expected a whole file of opponency pack; write it anew.",
              path.toAbsolutePath(), Reason.of(e)),
          e);
    }
  }

  @Override
  public String name() {
    return header.name();
  }

  @Override
  public int size() {
    return starts.length;
  }

  @Override
  public List<String> classes() {
    return header.classes();
  }

  @Override
  public int label(int index) {
    return header.labels()[index];
  }

  @Override
  public String id(int index) {
    return header.ids().get(index);
  }

  @Override
  public RgbImage image(int index) {
    try {
      return PackRecord.read(file, starts[index]).image(id(index));
    } catch (IOException e) {
      throw new UnreadableImageException(
          id(index), format("%s; pack %s anew", Reason.of(e), header.name()), e);
    }
  }

  /** The images that could not be read when they were packed; reads a few bytes of each. */
  public List<SkippedImage> unreadable() {
    List<SkippedImage> unreadable = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      try {
        if (PackRecord.isUnreadable(file, starts[i])) {
          image(i);
        }
      } catch (IOException | UnreadableImageException e) {
        unreadable.add(new SkippedImage(i, e.getMessage()));
      }
    }
    return unreadable;
  }

  /** Of what was packed and how; the packed bytes are trusted to be that, each has a checksum. */
  @Override
  public String digest() {
    return header.digest();
  }
}
