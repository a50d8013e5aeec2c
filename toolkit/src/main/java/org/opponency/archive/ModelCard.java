package org.opponency.archive;

import static org.opponency.io.Text.format;

import org.opponency.evaluation.BottleneckWidth;

/** The card of the networks of one width. */
final class ModelCard {
  private static final String CARD =
      """
      ---
      license: %s
      pipeline_tag: image-classification
      tags: [vision, bottleneck, retina, early-vision]
      ---
      # Anatomically constrained ResNet, %s

      <!-- Written by opponency crate from the tables beside it; do not edit. -->

      %s
      %s

      | | |
      |---|---|
      | scale | %s |
      | pictures | %s, SHA-256 `%s` |
      | recipe | `%s` |
      | seed of the study | %s |
      %s
      ## Numbers

      Means over runs that differ in their seed; a run whose bottleneck is dead is counted, and never
      averaged.

      %s
      ## What the ledger says of them

      %s
      ## What they are good for, and what not

      To study what a bottleneck does to early vision. Nothing here is fit to recognise things in
      earnest: %s
      """;

  private static final String TRAINED =
      """
      The networks are trained by `environment/reproduce`, which keeps their weights as safetensors
      below `results`; reading them runs nothing.""";
  private static final String PUBLISHED =
      "The networks are those that the paper's authors published: see `opponency models`.";

  private ModelCard() {}

  static String of(KeptNumbers numbers, int width) {
    String name = BottleneckWidth.name(width);
    return format(
        CARD,
        isPublished(numbers) ? "unknown" : "apache-2.0",
        name,
        what(width),
        isPublished(numbers) ? PUBLISHED : TRAINED,
        numbers.of("scale"),
        numbers.of("data.name"),
        numbers.of("data.digest"),
        numbers.of("protocol"),
        numbers.of("seed"),
        numbers.computedBy(),
        numbers.lines(width),
        numbers.claims(name),
        limits(numbers));
  }

  private static boolean isPublished(KeptNumbers numbers) {
    return numbers.provenance().data().isPublished();
  }

  private static String limits(KeptNumbers numbers) {
    if (isPublished(numbers)) {
      return "they are the paper's own, and share the flaws of its data.";
    } else if (numbers.of("scale").equals("paper")) {
      return "they were trained to be compared with the paper's, and share the flaws of its data.";
    }
    return "they are thin networks, trained for minutes on "
        + (numbers.evidence().orchard() ? "pictures that the toolkit drew." : "small photographs.");
  }

  /** What a network of a width is, in a sentence or two. */
  static String what(int width) {
    return width == BottleneckWidth.NO_RETINA
        ? "The reference: the same residual network, which sees the pictures themselves."
        : format(
            "Two convolutions, the retina, stand in front of a residual network, which sees nothing"
                + " but the second's %s.",
            width == 1 ? "only channel" : width + " channels");
  }
}
