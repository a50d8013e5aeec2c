package org.opponency.images;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
  private static final Pattern LINE =
      Pattern.compile("(\\d+),(n\\d+),(?:\"([^\"]+)\"|([^,]+)),(\\d*),([a-z]*)");
  private static final List<ImageNetClass> ALL = read();
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

  private static List<ImageNetClass> read() {
    try (InputStream in = ImageNetClass.class.getResourceAsStream("imagenet-classes.csv");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(ImageNetClass::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImageNetClass parse(String line) {
    Matcher fields = LINE.matcher(line);
    if (!fields.matches()) {
      throw new IllegalStateException("Not a line of imagenet-classes.csv: " + line);
    }
    String label = fields.group(3) == null ? fields.group(4) : fields.group(3);
    String imageNetA = fields.group(5);
    String category = fields.group(6);
    return new ImageNetClass(
        Integer.parseInt(fields.group(1)),
        fields.group(2),
        label,
        imageNetA.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(imageNetA)),
        category.isEmpty() ? Optional.empty() : Optional.of(category));
  }
}
