package org.opponency.archive;

import static org.opponency.io.Text.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opponency.claims.Evidence;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Interval;
import org.opponency.evaluation.WidthMean;
import org.opponency.io.Csv;
import org.opponency.io.ShownAs;
import org.opponency.study.networks.Provenance;

/**
 * What cards say in numbers: all of it read from a folder of figures.
 *
 * @param folder the figures
 * @param main the figure whose making stands for that of the study
 * @param evidence the numbers of each network
 */
record KeptNumbers(Path folder, FigureNote main, Evidence evidence) {
  private static final String MAIN = "figure-05-accuracy";

  static KeptNumbers of(Path folder, List<FigureNote> notes) {
    FigureNote main =
        notes.stream().filter(note -> note.stem().equals(MAIN)).findFirst().orElse(notes.get(0));
    return new KeptNumbers(folder, main, NumberChecks.evidence(folder, main));
  }

  /** A text of the study's provenance. */
  String of(String path) {
    return main.of(path);
  }

  /** The same as a whole. */
  Provenance provenance() {
    return Provenance.ofFigure(folder.resolve(main.stem() + ".json"));
  }

  /** What trained the networks and measured them, as lines of a Markdown table. */
  String computedBy() {
    return provenance()
        .origins()
        .map(
            origin ->
                format(
                    "| computed by | opponency %s, revision `%s`, libtorch %s, DJL %s |\n",
                    origin.toolkit(),
                    origin.revision().hash(),
                    origin.engine().libtorch(),
                    origin.engine().djl()))
        .distinct()
        .collect(Collectors.joining());
  }

  /** All widths that there are networks of, smallest first. */
  int[] widths() {
    return evidence.measures().values().stream()
        .flatMap(runs -> runs.rows().stream())
        .mapToInt(row -> row.width())
        .sorted()
        .distinct()
        .toArray();
  }

  /** A table in the folder, if it is there. */
  Optional<Csv> table(String name) {
    return Optional.of(folder.resolve(name)).filter(Files::exists).map(Csv::read);
  }

  /** Quantities of a width as lines of a Markdown table. */
  String lines(int width) {
    StringBuilder lines = new StringBuilder("| quantity | mean | 95 % interval | runs | dead |\n");
    lines.append("|---|---|---|---|---|\n");
    for (Quantity quantity : Quantity.values()) {
      ByWidth runs = evidence.measures().get(quantity);
      if (runs != null && runs.at(width).runs() + runs.at(width).dead() > 0) {
        lines.append(line(quantity.title(), runs.at(width)));
      }
    }
    return lines.toString();
  }

  private static String line(String title, WidthMean mean) {
    return format(
        "| %s | %s | %s | %d | %d |\n",
        title, shown(mean, mean.mean()), interval(mean), mean.runs(), mean.dead());
  }

  private static String interval(WidthMean mean) {
    Interval interval = mean.interval();
    return Double.isNaN(interval.low())
        ? "–"
        : format("%s to %s", shown(mean, interval.low()), shown(mean, interval.high()));
  }

  private static String shown(WidthMean mean, double number) {
    if (Double.isNaN(number)) {
      return "–";
    }
    return mean.shownAs() == ShownAs.PERCENT
        ? format("%.1f %%", 100 * number)
        : format("%.4g", number);
  }

  private static String cell(Csv ledger, List<String> row, String column) {
    return ledger.find(column).map(row::get).orElse("");
  }

  /** What the folder's own networks say of claims that name one of them, as a Markdown list. */
  String claims(String network) {
    Optional<Csv> ledger = table("claims.csv");
    if (ledger.isEmpty()) {
      return "The ledger is not there yet.\n";
    }
    Csv csv = ledger.get();
    String own = evidence.orchard() ? "orchard" : "photographs";
    StringBuilder lines = new StringBuilder();
    for (List<String> row : csv.rows()) {
      String claim = cell(csv, row, "claim");
      String verdict = cell(csv, row, own + "Verdict");
      String words = format("%s; %s", claim, cell(csv, row, own));
      if (!verdict.isEmpty() && words.matches("(?is).*\\b" + network + "\\b.*")) {
        lines.append(format("* Claim %s, %s: **%s**\n", cell(csv, row, "number"), claim, verdict));
      }
    }
    return lines.isEmpty() ? "None of them names these networks.\n" : lines.toString();
  }
}
