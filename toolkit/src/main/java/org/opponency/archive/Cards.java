package org.opponency.archive;

import java.nio.file.Path;
import java.util.List;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.io.AtomicFiles;

/**
 * Cards of a study's data and networks in {@code cards/}: what they are, what they are good for,
 * and their numbers, read from the tables beside them.
 */
final class Cards {
  /** Where they are, below the figures. */
  static final String FOLDER = "cards";

  private Cards() {}

  /** Writes the page, a card of the data, if they are Orchard's, and one for each width. */
  static void write(Path figures, List<FigureNote> notes) {
    AtomicFiles.write(figures.resolve("README.md"), Gallery.of(notes));
    KeptNumbers numbers = KeptNumbers.of(figures, notes);
    Path folder = figures.resolve(FOLDER);
    if (numbers.evidence().orchard()) {
      AtomicFiles.write(folder.resolve("orchard.md"), DataCard.of(numbers));
    }
    for (int width : numbers.widths()) {
      String name = BottleneckWidth.name(width).replace(' ', '-');
      AtomicFiles.write(folder.resolve(name + ".md"), ModelCard.of(numbers, width));
    }
  }
}
