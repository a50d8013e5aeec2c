package org.opponency.images;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opponency.io.Csv;

/**
 * One of the 1,000 classes of ILSVRC-2012. The list is {@code imagenet-classes.csv}, which names
 * its sources.
 *
 * @param index its position among the 1,000, the logit of a model trained on all of them
 * @param wnid its WordNet id, the name of its folder, such as {@code n07742313}
 * @param label its synonyms, separated by commas
 * @param imageNetAIndex its position among the 200 classes of ImageNet-A, if it is one of them
 * @param category its entry-level category (Geirhos et al. 2019), if it has one
 */
public record ImageNetClass(
    int index, String wnid, String label, OptionalInt imageNetAIndex, Optional<String> category) {
  private static final List<ImageNetClass> ALL =
      Csv.beside(ImageNetClass.class, "imagenet-classes.csv").rows().stream()
          .map(ImageNetClass::of)
          .toList();
  private static final Map<String, ImageNetClass> BY_WNID =
      ALL.stream().collect(Collectors.toMap(ImageNetClass::wnid, Function.identity()));

  /** All 1,000 by index. */
  public static List<ImageNetClass> all() {
    return ALL;
  }

  /** The class with this WordNet id, if it is one of the 1,000. */
  public static Optional<ImageNetClass> ofWnid(String wnid) {
    return Optional.ofNullable(BY_WNID.get(wnid));
  }

  /** What to call a class folder in a figure: a wnid's first synonym, any other name as it is. */
  public static String displayName(String folder) {
    return ofWnid(folder).map(ImageNetClass::shortLabel).orElse(folder);
  }

  /** The first of the synonyms. */
  public String shortLabel() {
    return label.split(",", 2)[0];
  }

  private static ImageNetClass of(List<String> row) {
    return new ImageNetClass(
        Integer.parseInt(row.get(0)),
        row.get(1),
        row.get(2),
        row.get(3).isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(row.get(3))),
        Optional.of(row.get(4)).filter(category -> !category.isEmpty()));
  }
}
