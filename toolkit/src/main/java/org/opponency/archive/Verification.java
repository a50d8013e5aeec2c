package org.opponency.archive;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.opponency.claims.Evidence;

/**
 * Whether figures and claims are what they were, and follow from the numbers that are kept with
 * them. The digest of every file is taken anew; quantities are reckoned from the figures' tables,
 * and the ledger, with its means, intervals, trends and verdicts, from the quantities.
 *
 * @param rows what was looked at, and what became of it
 */
public record Verification(List<Verified> rows) {
  /** Copies the rows. */
  public Verification {
    rows = List.copyOf(rows);
  }

  /** Whether nothing was found wrong. */
  public boolean passed() {
    return rows.stream().noneMatch(Verified::failed);
  }

  /** How many rows there are of each verdict, in words. */
  public String summary() {
    return Stream.of(Verified.HOLDS, Verified.FAILS, Verified.UNCHECKED)
        .map(verdict -> count(verdict) + " " + verdict)
        .reduce((one, other) -> one + ", " + other)
        .orElseThrow();
  }

  private long count(String verdict) {
    return rows.stream().filter(row -> row.verdict().equals(verdict)).count();
  }

  /**
   * Verifies a folder of figures, one in a zip file, or the folder of a {@value Crate#METADATA}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static Verification of(Path crate) {
    if (Files.isRegularFile(crate) && crate.endsWith(Crate.METADATA)) {
      return ofFolder(crate.toAbsolutePath().getParent());
    } else if (Files.isRegularFile(crate)) {
      return ofZip(crate);
    }
    return ofFolder(crate);
  }

  /** The digests alone. */
  public static Verification ofDigests(Path folder) {
    Crate.requireFolder(folder);
    return new Verification(FileChecks.digests(folder));
  }

  private static Verification ofZip(Path file) {
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      return ofFolder(root(file, zip.getPath("/")));
    } catch (IOException | java.nio.file.ProviderNotFoundException e) {
      throw new IllegalArgumentException(
          format(
              "Expected a folder of figures, its %s, or a zip file of it, got %s, which is none",
              Crate.METADATA, file),
          e);
    }
  }

  /** The zip file's own folder, or the one that everything in it is in. */
  private static Path root(Path file, Path top) throws IOException {
    try (Stream<Path> found = Files.find(top, 2, (path, about) -> path.endsWith(Crate.METADATA))) {
      return found
          .findFirst()
          .map(Path::getParent)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      format("Expected a %s in %s, found none", Crate.METADATA, file)));
    }
  }

  private static Verification ofFolder(Path folder) {
    Crate.requireFigures(folder);
    List<Verified> rows = new ArrayList<>(FileChecks.digests(folder));
    rows.addAll(attempt("figures", () -> ofNumbers(folder)));
    return new Verification(rows);
  }

  private static List<Verified> ofNumbers(Path folder) {
    List<FigureNote> figures = FigureNote.in(folder);
    List<Verified> rows = new ArrayList<>(FileChecks.figures(folder, figures));
    rows.addAll(attempt("intervals", () -> NumberChecks.intervals(folder, figures)));
    if (isOfOneScale(figures, rows)) {
      rows.addAll(attempt(Evidence.FILE, () -> ofLedger(folder, figures)));
    }
    return rows;
  }

  private static List<Verified> ofLedger(Path folder, List<FigureNote> figures) {
    Evidence evidence = KeptNumbers.of(folder, figures).evidence();
    List<Verified> rows = new ArrayList<>(NumberChecks.quantities(folder, evidence));
    rows.addAll(NumberChecks.claims(folder, evidence));
    return rows;
  }

  private static boolean isOfOneScale(List<FigureNote> figures, List<Verified> rows) {
    List<String> scales =
        figures.stream()
            .filter(Verification::restsOnData)
            .map(figure -> figure.of("scale"))
            .distinct()
            .toList();
    if (scales.size() > 1) {
      rows.add(Verified.fails("scale", "expected figures of one scale, found " + scales));
    }
    return scales.size() <= 1;
  }

  /** Figure 1 draws the paper's network, of whatever scale the others are. */
  private static boolean restsOnData(FigureNote figure) {
    return !figure.of("data.digest").equals("none");
  }

  /** What is so damaged that it cannot be read is a finding, not the end. */
  private static List<Verified> attempt(String what, Supplier<List<Verified>> check) {
    try {
      return check.get();
    } catch (RuntimeException e) { // the parsers of tables and JSON have many
      return List.of(Verified.fails(what, e.getMessage() == null ? e.toString() : e.getMessage()));
    }
  }
}
