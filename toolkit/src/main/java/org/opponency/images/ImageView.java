package org.opponency.images;

import java.util.List;

/** A set as another shows it: what a view does not change is the other's. */
public abstract class ImageView implements ImageSet {
  protected final ImageSet whole;

  protected ImageView(ImageSet whole) {
    this.whole = whole;
  }

  @Override
  public String name() {
    return whole.name();
  }

  @Override
  public int size() {
    return whole.size();
  }

  @Override
  public List<String> classes() {
    return whole.classes();
  }

  @Override
  public int label(int index) {
    return whole.label(index);
  }

  @Override
  public String id(int index) {
    return whole.id(index);
  }

  @Override
  public RgbImage image(int index) {
    return whole.image(index);
  }

  @Override
  public Picture picture(int index) {
    return whole.picture(index);
  }

  @Override
  public String digest() {
    return whole.digest();
  }
}
