package org.opponency.archive;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.stream.Collectors;

/** All figures of a folder on a page, with their captions. */
final class Gallery {
  private static final String HEAD =
      """
      # Figures

      <!-- Written by opponency crate from the files beside it; do not edit. -->

      Each is an `.svg`, a `.pdf` and a `.png`, its numbers a `.csv`, where they come from a `.json`.
      `ro-crate-metadata.json` has the digest of every file, and `opponency verify` checks them.

      """;

  private Gallery() {}

  static String of(List<FigureNote> figures) {
    return figures.stream().map(Gallery::part).collect(Collectors.joining("\n", HEAD, ""));
  }

  private static String part(FigureNote figure) {
    return format(
        "## %s\n\n![%s](%s.png)\n\n%s [Numbers](%s.csv)\n",
        figure.title(), figure.title(), figure.stem(), figure.caption(), figure.stem());
  }
}
