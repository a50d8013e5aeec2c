package org.opponency.report;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opponency.claims.ClaimRow;
import org.opponency.claims.ClaimVerdict;
import org.opponency.claims.Claims;
import org.opponency.claims.Evidence;
import org.opponency.io.AtomicFiles;
import org.opponency.io.Reason;
import org.opponency.report.table.ResultTable;
import org.opponency.study.Study;
import org.opponency.study.networks.Scale;

/**
 * The claims ledger in files: {@code claims.csv} and {@code quantities.csv}, every number of every
 * network behind it, beside the figures, and the table of the project's README, which stands
 * between two markers.
 *
 * @param rows the ledger
 * @param evidence what it was judged by
 */
public record ClaimsLedger(List<ClaimRow> rows, Evidence evidence) {
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

  /** The ledger of a study: what its networks say. */
  public static ClaimsLedger of(Study study, Evidence evidence) {
    return new ClaimsLedger(
        Claims.ledger(evidence, Evidence.photographs(study.figures())), evidence);
  }

  /**
   * Writes {@code claims.csv} and {@code quantities.csv} into the study's figures and, at any scale
   * but smoke, the table into its README, which is about Orchard or the paper's own study.
   *
   * @throws IllegalStateException if the README has no place for the table
   */
  public void save(Study study) {
    write(study.figures(), FILE, ResultTable.of(ClaimRow.class, rows).csv());
    write(study.figures(), Evidence.FILE, ResultTable.of(evidence.values()).csv());
    if (study.scale() != Scale.SMOKE && study.settings().collection().isEmpty()) {
      Path readme = study.home().resolve("README.md");
      write(study.home(), "README.md", inserted(read(readme)));
    }
  }

  /**
   * How often a verdict stands in the ledger.
   *
   * @param verdict its words
   * @param published of how many claims, by the published numbers
   * @param exploratory by the first networks on Orchard
   * @param earlier by the next
   * @param orchard by those of fresh seeds
   * @param photographs by networks that saw photographs
   */
  public record Count(
      String verdict,
      long published,
      long exploratory,
      long earlier,
      long orchard,
      long photographs) {
    boolean isNone() {
      return published + exploratory + earlier + orchard + photographs == 0;
    }
  }

  /** How often each verdict stands in each column. */
  public List<Count> counts() {
    return Stream.of(ClaimVerdict.values())
        .flatMap(verdict -> Stream.of(verdict.label(false), verdict.label(true)))
        .filter(label -> !label.isEmpty())
        .distinct()
        .map(this::count)
        .filter(count -> !count.isNone())
        .toList();
  }

  private Count count(String verdict) {
    return new Count(
        verdict,
        count(verdict, ClaimRow::publishedVerdict),
        count(verdict, ClaimRow::exploratoryVerdict),
        count(verdict, ClaimRow::earlierVerdict),
        count(verdict, ClaimRow::orchardVerdict),
        count(verdict, ClaimRow::photographsVerdict));
  }

  private long count(String verdict, Function<ClaimRow, String> column) {
    return rows.stream().map(column).filter(verdict::equals).count();
  }

  private static void write(Path folder, String name, String text) {
    AtomicFiles.write(folder.resolve(name), text);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(format("Cannot read %s: %s", file, Reason.of(e)), e);
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

  /** The claims of the README as Markdown, a line each. */
  String markdown() {
    return rows.stream()
        .filter(ClaimRow::headline)
        .map(ClaimsLedger::line)
        .collect(
            Collectors.joining(
                "",
                "| | the paper says | published, re-analysed | Orchard, earlier seeds"
                    + " | Orchard, fresh seeds | photographs |\n|---|---|---|---|---|---|\n",
                ""));
  }

  private static String line(ClaimRow row) {
    return format(
        "| %d | %s (%s) | %s | %s | %s | %s |\n",
        row.number(),
        row.claim(),
        row.where(),
        cell(row.publishedVerdict(), row.published()),
        cell(row.earlierVerdict(), row.earlier()),
        cell(row.orchardVerdict(), row.orchard()),
        cell(row.photographsVerdict(), row.photographs()));
  }

  static String cell(String verdict, String numbers) {
    if (verdict.isEmpty()) {
      return "–";
    }
    return numbers.isEmpty() ? verdict : format("**%s**: %s", verdict, brief(numbers));
  }

  /** Values alone: counts, intervals and effects stand in the whole ledger. */
  private static String brief(String numbers) {
    return numbers
        .replaceAll("[0-9]+ of [0-9]+ cells in [0-9]+ networks, ", "")
        .replaceAll(" \\[[^\\]]*\\]", "")
        .replaceAll("(;|, effect).*", "");
  }
}
