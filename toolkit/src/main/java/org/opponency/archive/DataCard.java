package org.opponency.archive;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.io.Csv;
import org.opponency.orchard.Orchard;

/** The card of the pictures that the toolkit draws itself. */
final class DataCard {
  private static final String CARD =
      """
      ---
      license: apache-2.0
      task_categories: [image-classification]
      pretty_name: Orchard
      tags: [synthetic, vision, shape-bias]
      ---
      # Orchard

      <!-- Written by opponency crate from the tables beside it; do not edit. -->

      Pictures of fruits, drawn by the toolkit from a seed: no download, no photographs, no people.
      They stand in for ImageNet where it is not at hand, with the fruits of the paper's Figure 3.

      ![Pictures](../pictures.png)

      | | |
      |---|---|
      | classes | %s |
      | as used here | %s, at %s scale |
      | SHA-256 of the validation pictures | `%s` |
      %s| licence | Apache-2.0, as the code that draws them |

      ## How they are made

      A picture depends on the seed, its set and its index alone: the same scene at any size, the same
      bytes on any machine. Silhouette, surface, colour, light, clutter and occlusion are drawn apart, so
      that single cues can be shown and cues of two fruits be set against each other. Labels cycle
      through the classes, so every set is balanced.

      ## What networks make of them

      Networks without a retina, trained on them:

      %s
      ## What they are good for, and what not

      To try every analysis of the paper on a laptop, and to test code against pictures whose making is
      known in full. They say nothing about ImageNet, about photographs, or about how people see:
      numbers on them are not to be compared with published ones.
      """;

  private DataCard() {}

  static String of(KeptNumbers numbers) {
    List<String> classes = Orchard.ofSize(Orchard.LEAST_SIZE).validation(1).classes();
    return format(
        CARD,
        String.join(", ", classes),
        numbers.of("data.name"),
        numbers.of("scale"),
        numbers.of("data.digest"),
        counts(numbers),
        numbers.lines(BottleneckWidth.NO_RETINA));
  }

  private static String counts(KeptNumbers numbers) {
    return numbers
            .table("figure-05-accuracy.csv")
            .map(csv -> format("| validation pictures | %s |\n", one(csv, "images")))
            .orElse("")
        + numbers
            .table("figure-04-categories.csv")
            .map(csv -> format("| cue-conflict pictures | %d |\n", stimuli(csv)))
            .orElse("");
  }

  private static String one(Csv csv, String column) {
    return csv.rows().stream()
        .map(row -> row.get(csv.column(column)))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Of the networks of the first width in the table, which all saw the same. */
  private static long stimuli(Csv csv) {
    int width = csv.column("width");
    Optional<String> first = csv.rows().stream().map(row -> row.get(width)).findFirst();
    return csv.rows().stream()
        .filter(row -> Optional.of(row.get(width)).equals(first))
        .mapToLong(row -> Long.parseLong(row.get(csv.column("stimuli"))))
        .sum();
  }
}
