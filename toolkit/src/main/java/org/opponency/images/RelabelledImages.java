package org.opponency.images;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import org.opponency.io.Printable;
import org.opponency.io.Sha256;

/**
 * The images of a set, their labels counted in another list that has all its classes: by the same
 * name, or as a WordNet id whose short label it is.
 */
final class RelabelledImages extends ImageView {
  private final List<String> classes;
  private final int[] labels;

  RelabelledImages(ImageSet images, List<String> classes) {
    super(images);
    this.classes = List.copyOf(classes);
    labels = images.classes().stream().mapToInt(this::find).toArray();
    List<String> missing = new ArrayList<>();
    for (int label = 0; label < labels.length; label++) {
      if (labels[label] < 0) {
        missing.add(images.classes().get(label));
      }
    }
    if (!missing.isEmpty()) {
      throw new ImageDataException(
          format(
              "%s has the classes [%s], which are not among those expected: [%s]",
              images.name(), Printable.firstOf(missing), Printable.firstOf(classes)));
    }
  }

  private int find(String name) {
    int same = classes.indexOf(name);
    return same >= 0
        ? same
        : classes.stream().map(ImageNetClass::displayName).toList().indexOf(name);
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public int label(int index) {
    return labels[whole.label(index)];
  }

  @Override
  public String digest() {
    Sha256 sha = new Sha256().add(whole.digest());
    classes.forEach(sha::add);
    return sha.hex();
  }
}
