package org.opponency.archive;

import static org.opponency.io.Text.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opponency.io.AtomicFiles;

/**
 * A folder of figures made fit for an archive: cards of data and networks beside the figures, and a
 * description of every file, with its digest and its making, by RO-Crate.
 */
public final class Crate {
  /** The description's name in the folder. */
  public static final String METADATA = "ro-crate-metadata.json";

  private Crate() {}

  /**
   * Writes the cards and the description of what is in a folder of figures. The same files give the
   * same bytes.
   *
   * @return how many files it describes
   * @throws IllegalArgumentException if it is no folder of figures
   */
  public static int write(Path folder) {
    requireFigures(folder);
    List<FigureNote> figures = FigureNote.in(folder);
    Cards.write(folder, figures);
    List<KeptFile> files = KeptFile.in(folder);
    AtomicFiles.write(folder.resolve(METADATA), CrateMetadata.of(files, figures));
    return files.size();
  }

  /** Refuses what is no folder, or one without figures, whatever they are like. */
  static void requireFigures(Path folder) {
    requireFolder(folder);
    if (FigureNote.files(folder).isEmpty()) {
      throw new IllegalArgumentException(
          format(
              "Expected figures in %s, each with its .json beside it, found none; name the folder"
                  + " where notebooks put them",
              folder));
    }
  }

  static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          format("Expected a folder of figures, got %s; check the path", folder));
    }
  }
}
