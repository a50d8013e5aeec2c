package org.opponency.images;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.opponency.io.Printable;
import org.opponency.io.Reason;

/**
 * A set of possible answers in a fixed order.
 *
 * @param name for messages and captions
 * @param labels different from each other, in label order
 */
public record LabelSpace(String name, List<String> labels) {
  private static final String CATEGORY_NAME = "entry-level categories";

  /** The 1,000 classes of ILSVRC-2012 by WordNet id, in the order of torchvision's logits. */
  public static final LabelSpace IMAGENET =
      new LabelSpace("ImageNet", ImageNetClass.all().stream().map(ImageNetClass::wnid).toList());

  /** The 200 classes of ImageNet-A (Hendrycks et al. 2019) by WordNet id, in their order. */
  public static final LabelSpace IMAGENET_A =
      new LabelSpace(
          "ImageNet-A",
          ImageNetClass.all().stream()
              .filter(c -> c.imageNetAIndex().isPresent())
              .sorted(Comparator.comparing(c -> c.imageNetAIndex().getAsInt()))
              .map(ImageNetClass::wnid)
              .toList());

  /** The 16 entry-level categories of Geirhos et al. 2019, in alphabetical order. */
  public static final LabelSpace CATEGORIES =
      new LabelSpace(CATEGORY_NAME, categories(IMAGENET.labels()));

  /** Refuses an empty list and equal labels. */
  public LabelSpace {
    labels = List.copyOf(labels);
    Set<String> seen = new HashSet<>();
    List<String> twice = labels.stream().filter(label -> !seen.add(label)).toList();
    if (labels.isEmpty() || !twice.isEmpty()) {
      throw new IllegalArgumentException(
          format(
              "Expected at least one label and none twice in %s, got %d labels and twice %s",
              name, labels.size(), twice));
    }
  }

  /**
   * Names of so many classes from a file, a line each.
   *
   * @throws IllegalArgumentException if it cannot be read, or has more or fewer
   */
  public static List<String> namesIn(Path file, int count) {
    List<String> names;
    try {
      names = Files.readAllLines(file).stream().map(String::strip).toList();
    } catch (IOException e) {
      throw new IllegalArgumentException(format("Cannot read %s: %s", file, Reason.of(e)), e);
    }
    if (names.size() != count) {
      throw new IllegalArgumentException(
          format(
              "Expected names of %d classes in %s, a line each, got %d",
              count, file, names.size()));
    }
    return names;
  }

  /** The classes of a set of images. */
  public static LabelSpace of(ImageSet images) {
    return new LabelSpace(images.name(), images.classes());
  }

  /** Number of labels. */
  public int size() {
    return labels.size();
  }

  /** Every label stays what it is. */
  public LabelMap identity() {
    return new LabelMap(this, this, IntStream.range(0, size()).mapToObj(List::of).toList(), false);
  }

  /**
   * Answers among some of the labels only, as a softmax over their logits alone would give them.
   *
   * @throws IllegalArgumentException if this space lacks one of them; it lists those
   */
  public LabelMap restrictedTo(LabelSpace few) {
    Set<String> missing = new TreeSet<>(few.labels());
    missing.removeAll(labels);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          format(
              "%s has no %s; they cannot be answered for %s",
              name, Printable.firstOf(missing), few.name()));
    }
    List<List<Integer>> members =
        few.labels().stream().map(label -> List.of(labels.indexOf(label))).toList();
    return new LabelMap(this, few, members, true);
  }

  /**
   * Answers among the entry-level categories that these labels, WordNet ids, cover: the probability
   * of a category is the mean over its classes here (Geirhos et al. 2019).
   *
   * @throws IllegalArgumentException if they cover none
   */
  public LabelMap toCategories() {
    List<String> covered = categories(labels);
    if (covered.isEmpty()) {
      throw new IllegalArgumentException(
          format(
              "None of the %d classes of %s belongs to an entry-level category; expected WordNet"
                  + " ids such as n02056570",
              size(), name));
    }
    List<List<Integer>> members = covered.stream().map(this::membersOf).toList();
    return new LabelMap(this, new LabelSpace(CATEGORY_NAME, covered), members, false);
  }

  private List<Integer> membersOf(String category) {
    return IntStream.range(0, size())
        .filter(i -> categories(List.of(labels.get(i))).contains(category))
        .boxed()
        .toList();
  }

  private static List<String> categories(List<String> wnids) {
    return wnids.stream()
        .flatMap(wnid -> ImageNetClass.ofWnid(wnid).stream())
        .flatMap(c -> c.category().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
