package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.Picture;
import org.opponency.images.RgbImage;
import org.opponency.images.UnreadableImageException;
import org.opponency.images.codec.ImageDecoder;
import org.opponency.io.LargeFile;
import org.opponency.io.Progress;
import org.opponency.io.Reason;

/** Images read out of a tar file in place; see {@link Images#tar}. */
final class TarImages implements ImageSet {
  private final LargeFile file;
  private final String name;
  private final TarIndex index;
  private final List<String> classes;
  private final IndexGroups imagesOfClasses;

  private TarImages(Path tar, TarIndex index) throws IOException {
    this.file = new LargeFile(tar);
    this.name = tar.getFileName().toString();
    this.index = index;
    this.classes = index.classes();
    this.imagesOfClasses = IndexGroups.ofSizes(index.counts());
  }

  static TarImages open(Path tar, Path cache, Consumer<Progress> progress) {
    if (!Files.isRegularFile(tar)) {
      throw new ImageDataException(
          format("There is no tar file %s. Check the path.", tar.toAbsolutePath()));
    }
    TarNames names = new TarNames(ValidationLabels.beside(tar.toAbsolutePath().getParent()));
    try {
      return new TarImages(tar, TarIndex.of(tar, names, cache, progress));
    } catch (IOException e) {
      throw new ImageDataException(
          format(
              "Cannot read the tar file %s or keep its index in %s: %s. Check both paths and their permissions.",
              tar.toAbsolutePath(), cache.toAbsolutePath(), Reason.of(e)),
          e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return index.images().size();
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public int label(int index) {
    return imagesOfClasses.groupOf(index);
  }

  @Override
  public String id(int index) {
    return this.index.images().get(index).id();
  }

  @Override
  public RgbImage image(int index) {
    return picture(index).whole();
  }

  @Override
  public Picture picture(int index) {
    return ImageDecoder.open(id(index), bytes(this.index.images().get(index)));
  }

  @Override
  public String digest() {
    return index.digest();
  }

  private byte[] bytes(TarIndex.Entry entry) {
    try {
      return entry.bytes(file);
    } catch (IOException e) {
      throw new UnreadableImageException(entry.id(), Reason.of(e), e);
    }
  }
}
