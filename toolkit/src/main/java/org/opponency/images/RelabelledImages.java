package org.opponency.images;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import org.opponency.io.Printable;
import org.opponency.io.Sha256;

/** The images of a set, their labels counted in another list that has all its classes. */
record RelabelledImages(ImageSet images, List<String> classes) implements ImageSet {
  RelabelledImages {
    classes = List.copyOf(classes);
    List<String> missing = new ArrayList<>(images.classes());
    missing.removeAll(classes);
    if (!missing.isEmpty()) {
      throw new ImageDataException(
          format(
              "%s has the classes [%s], which are not among those expected: [%s]",
              images.name(), Printable.firstOf(missing), Printable.firstOf(classes)));
    }
  }

  @Override
  public String name() {
    return images.name();
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public int label(int index) {
    return classes.indexOf(images.classes().get(images.label(index)));
  }

  @Override
  public String id(int index) {
    return images.id(index);
  }

  @Override
  public RgbImage image(int index) {
    return images.image(index);
  }

  @Override
  public Picture picture(int index) {
    return images.picture(index);
  }

  @Override
  public String digest() {
    Sha256 sha = new Sha256().add(images.digest());
    classes.forEach(sha::add);
    return sha.hex();
  }
}
