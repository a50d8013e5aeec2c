package org.opponency.images;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Images of one pixel whose red value is their index; label = index mod 3; those listed as broken
 * cannot be read.
 */
public final class DrawnImages implements ImageSet {
  public final AtomicInteger drawn = new AtomicInteger();
  private final int size;
  private final List<Integer> broken;

  public DrawnImages(int size, Integer... broken) {
    this.size = size;
    this.broken = List.of(broken);
  }

  @Override
  public String name() {
    return "drawn";
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public List<String> classes() {
    return List.of("a", "b", "c");
  }

  @Override
  public int label(int index) {
    return index % 3;
  }

  @Override
  public String id(int index) {
    return "drawn " + index;
  }

  @Override
  public RgbImage image(int index) {
    drawn.incrementAndGet();
    if (broken.contains(index)) {
      throw new UnreadableImageException(id(index), "broken on purpose", null);
    }
    return new RgbImage(1, 1, new byte[] {(byte) index, 1, 2});
  }

  @Override
  public String digest() {
    return "digest";
  }
}
