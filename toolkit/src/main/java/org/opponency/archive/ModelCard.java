package org.opponency.archive;

import static org.opponency.io.Text.format;

import org.opponency.evaluation.BottleneckWidth;

/** The card of the networks of one width. */
final class ModelCard {
  private static final String CARD =
      """
      ---
      license: apache-2.0
      pipeline_tag: image-classification
      tags: [vision, bottleneck, retina, early-vision]
      ---
      # Anatomically constrained ResNet, %s

      <!-- Written by opponency crate from the tables beside it; do not edit. -->

      %s The networks are trained by `environment/reproduce`, which keeps their weights as safetensors
      in `results/%s`; reading them runs nothing.

      | | |
      |---|---|
      | scale | %s |
      | pictures | %s, SHA-256 `%s` |
      | recipe | `%s` |
      | seed of the study | %s |
      | toolkit | opponency %s, revision `%s` |
      | engine | libtorch %s, DJL %s |

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

  private static final String SMALL =
      "they are thin networks, trained for minutes on pictures that the toolkit drew.";
  private static final String LARGE =
      "they were trained to be compared with the paper's, and share the flaws of its data.";

  private ModelCard() {}

  static String of(KeptNumbers numbers, int width) {
    String name = BottleneckWidth.name(width);
    return format(
        CARD,
        name,
        what(width),
        numbers.of("scale"),
        numbers.of("scale"),
        numbers.of("data.name"),
        numbers.of("data.digest"),
        numbers.of("protocol"),
        numbers.of("seed"),
        numbers.of("toolkit"),
        numbers.of("parentRevision"),
        numbers.of("engine.libtorch"),
        numbers.of("engine.djl"),
        numbers.lines(width),
        numbers.claims(name),
        numbers.of("scale").equals("paper") ? LARGE : SMALL);
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
