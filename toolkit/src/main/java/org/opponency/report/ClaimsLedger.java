package org.opponency.report;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.opponency.claims.ClaimRow;
import org.opponency.io.AtomicFiles;
import org.opponency.report.table.ResultTable;
import org.opponency.study.Study;
import org.opponency.study.networks.Scale;

/**
 * The claims ledger in files: {@code claims.csv} beside the figures and the table of the project's
 * README, which stands between two markers.
 *
 * @param rows the ledger
 */
public record ClaimsLedger(List<ClaimRow> rows) {
  /** Where the README's table begins. */
  public static final String BEGIN =
      "<!-- claims: this table is written by notebooks/10-claims.ipynb, do not edit it -->";

  /** Where it ends. */
  public static final String END = "<!-- end of claims -->";

  private static final String FILE = "claims.csv";

  /** Copies the rows. */
  public ClaimsLedger {
    rows = List.copyOf(rows);
  }

  /**
   * Writes {@code claims.csv} into the study's figures and, at any scale but smoke, the table into
   * its README, which is about networks that are trained here.
   *
   * @throws IllegalStateException if the README has no place for the table
   */
  public void save(Study study) {
    write(study.figures(), FILE, ResultTable.of(ClaimRow.class, rows).csv());
    if (study.scale() != Scale.SMOKE && !study.isPublished()) {
      Path readme = study.home().resolve("README.md");
      write(study.home(), "README.md", inserted(read(readme)));
    }
  }

  /**
   * How often a verdict stands in the ledger.
   *
   * @param claims how many claims have it
   * @param verdict its words
   */
  public record Count(long claims, String verdict) {}

  /** How often each verdict stands in it, the most frequent first. */
  public List<Count> counts() {
    return rows.stream()
        .collect(Collectors.groupingBy(ClaimRow::verdict, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> new Count(entry.getValue(), entry.getKey()))
        .sorted(Comparator.comparingLong(Count::claims).reversed().thenComparing(Count::verdict))
        .toList();
  }

  private static void write(Path folder, String name, String text) {
    AtomicFiles.write(folder.resolve(name), text);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** A README with this table instead of what stood between its markers. */
  String inserted(String readme) {
    int begin = readme.indexOf(BEGIN);
    int end = readme.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException(
          format(
              "Expected the lines \"%s\" and \"%s\" in README.md, around the table of claims",
              BEGIN, END));
    }
    return readme.substring(0, begin + BEGIN.length())
        + "\n\n"
        + markdown()
        + "\n"
        + readme.substring(end);
  }

  /** The table as Markdown, a line a claim. */
  String markdown() {
    return rows.stream()
        .map(
            row ->
                format(
                    "| %d | %s (%s) | %s | %s | **%s** |\n",
                    row.number(),
                    row.claim(),
                    row.where(),
                    orDash(row.measured()),
                    orDash(row.published()),
                    row.verdict()))
        .collect(
            Collectors.joining(
                "",
                "| | the paper says | here | published | verdict |\n|---|---|---|---|---|\n",
                ""));
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "–" : text;
  }
}
