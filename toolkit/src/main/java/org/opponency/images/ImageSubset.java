package org.opponency.images;

import java.util.Objects;
import org.opponency.io.Sha256;

/** Some images of another set. */
final class ImageSubset extends ImageView {
  private final int[] indices;

  ImageSubset(ImageSet whole, int[] indices) {
    super(whole);
    for (int index : indices) {
      Objects.checkIndex(index, whole.size());
    }
    this.indices = indices.clone();
  }

  @Override
  public int size() {
    return indices.length;
  }

  @Override
  public int label(int index) {
    return whole.label(indices[index]);
  }

  @Override
  public String id(int index) {
    return whole.id(indices[index]);
  }

  @Override
  public RgbImage image(int index) {
    return whole.image(indices[index]);
  }

  @Override
  public Picture picture(int index) {
    return whole.picture(indices[index]);
  }

  @Override
  public String digest() {
    return new Sha256().add(whole.digest()).add(indices).hex();
  }
}
