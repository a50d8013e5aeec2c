package org.opponency.orchard;

import static org.opponency.io.Text.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.opponency.images.ImageSet;
import org.opponency.images.RgbImage;
import org.opponency.io.Sha256;

/** A set of scenes, painted when asked for. */
abstract class OrchardSet implements ImageSet {
  /** Pictures whose pixels go into the digest, so that it changes when the drawing changes. */
  private static final int DIGESTED = 20;

  private final String name;
  private final int size;
  private final int pixels;
  private volatile String digest;

  /**
   * A set.
   *
   * @param name its name for captions
   * @param size number of pictures
   * @param pixels width and height of a picture
   */
  OrchardSet(String name, int size, int pixels) {
    this.name = name;
    this.size = size;
    this.pixels = pixels;
  }

  /** The scene of a picture; the index is in range. */
  abstract Scene scene(int index);

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public List<String> classes() {
    return Fruit.titles();
  }

  @Override
  public int label(int index) {
    return check(index) % Fruit.values().length;
  }

  @Override
  public RgbImage image(int index) {
    return scene(check(index)).paint(pixels);
  }

  @Override
  public String digest() {
    if (digest == null) {
      digest = digested(); // twice by two threads, to the same result
    }
    return digest;
  }

  private String digested() {
    String what = name + '\n' + size + '\n' + pixels + '\n';
    Sha256 sha = new Sha256().addBare(what.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < Math.min(size, DIGESTED); i++) {
      sha.addBare(image(i).pixels());
    }
    return sha.hex();
  }

  @Override
  public String toString() {
    return format("%s: %d images of %d x %d pixels, 10 classes", name, size, pixels, pixels);
  }

  final int check(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(
          format("%s holds images 0 to %d, not %d", name, size - 1, index));
    }
    return index;
  }
}
