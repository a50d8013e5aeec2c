package org.opponency.archive;

import static org.opponency.io.Text.format;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opponency.claims.ClaimRow;
import org.opponency.claims.Claims;
import org.opponency.claims.Evidence;
import org.opponency.claims.Quantity;
import org.opponency.claims.Recorded;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Interval;
import org.opponency.evaluation.Measured;
import org.opponency.io.Csv;
import org.opponency.report.table.ResultTable;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.Scale;

/** Reckons numbers again from what is kept beside them. */
final class NumberChecks {
  private static final String LEDGER = "claims.csv";

  /** What the order of additions may change in a number that is reckoned again. */
  private static final double ROUNDING = 1e-12;

  private NumberChecks() {}

  /** The numbers that the ledger stands on: as kept, or else as the figures show them. */
  static Evidence evidence(Path folder, FigureNote study) {
    Scale scale = Scale.of(study.of("scale"));
    boolean drawn = new Provenance.Data(study.of("data.name"), "").isDrawn();
    Path kept = folder.resolve(Evidence.FILE);
    return Files.exists(kept)
        ? new Evidence(scale, drawn, Recorded.read(Csv.read(kept)))
        : FigureTables.evidence(folder, scale, drawn);
  }

  /** A row for each kept quantity: whether the table of a figure has the same numbers. */
  static List<Verified> quantities(Path folder, Evidence evidence) {
    List<Verified> rows = new ArrayList<>();
    evidence.measures().forEach((quantity, kept) -> rows.add(quantity(folder, quantity, kept)));
    return rows;
  }

  private static Verified quantity(Path folder, Quantity quantity, ByWidth kept) {
    Optional<ByWidth> shown = FigureTables.of(quantity, folder);
    if (shown.isEmpty()) {
      return Verified.unchecked(quantity.title(), "no figure shows it network by network");
    }
    Path file = FigureTables.file(quantity, folder).orElseThrow().getFileName();
    Optional<String> difference = difference(kept.rows(), shown.get().rows());
    return difference
        .map(text -> Verified.fails(quantity.title(), format("%s: %s", file, text)))
        .orElseGet(
            () ->
                Verified.holds(
                    quantity.title(), format("%d networks of %s", kept.rows().size(), file)));
  }

  private static Optional<String> difference(
      List<Measured<Double>> kept, List<Measured<Double>> shown) {
    if (kept.size() != shown.size()) {
      return Optional.of(format("%d networks, kept %d", shown.size(), kept.size()));
    }
    for (int i = 0; i < kept.size(); i++) {
      Measured<Double> one = kept.get(i);
      Measured<Double> other = shown.get(i);
      if (one.width() != other.width() || !equal(one.value(), other.value())) {
        return Optional.of(
            format("%s has %s, kept %s", one.network().model(), other.value(), one.value()));
      }
    }
    return Optional.empty();
  }

  private static boolean equal(double one, double other) {
    return Double.compare(one, other) == 0
        || Math.abs(one - other) <= ROUNDING * Math.max(Math.abs(one), Math.abs(other));
  }

  /** A row for each table with shares of images: whether their intervals are Wilson's of them. */
  static List<Verified> intervals(Path folder, Collection<FigureNote> figures) {
    return figures.stream()
        .flatMap(figure -> intervals(folder.resolve(figure.stem() + ".csv")))
        .toList();
  }

  private static Stream<Verified> intervals(Path file) {
    if (!Files.exists(file)) {
      return Stream.empty();
    }
    Csv csv = Csv.read(file);
    return csv.columns().stream()
        .filter(column -> csv.find("images").isPresent())
        .filter(column -> csv.columns().contains(column + "Interval.low"))
        .map(column -> intervals(file.getFileName() + ", " + column, csv, column));
  }

  private static Verified intervals(String what, Csv csv, String column) {
    for (List<String> row : csv.rows()) {
      long images = Long.parseLong(row.get(csv.column("images")));
      double share = TableRows.number(row.get(csv.column(column)));
      Interval interval = Interval.ofShare(Math.round(share * images), images);
      double low = TableRows.number(row.get(csv.column(column + "Interval.low")));
      double high = TableRows.number(row.get(csv.column(column + "Interval.high")));
      if (!equal(low, interval.low()) || !equal(high, interval.high())) {
        return Verified.fails(
            what,
            format(
                "%s of %d images has [%s, %s], kept [%s, %s]",
                share, images, interval.low(), interval.high(), low, high));
      }
    }
    return Verified.holds(what, "intervals of " + csv.rows().size() + " shares");
  }

  /** A row for each claim: whether its line of the ledger follows from the numbers. */
  static List<Verified> claims(Path folder, Evidence evidence) {
    Path file = folder.resolve(LEDGER);
    if (!Files.exists(file)) {
      return List.of(Verified.unchecked(LEDGER, "is not there; notebooks/10-claims writes it"));
    }
    Csv kept = Csv.read(file);
    Csv reckoned = csv(Claims.ledger(evidence, Evidence.photographs(folder)));
    List<Verified> rows = new ArrayList<>();
    if (kept.rows().size() != reckoned.rows().size()) {
      rows.add(
          Verified.fails(
              LEDGER,
              format(
                  "has %d claims, this version %d", kept.rows().size(), reckoned.rows().size())));
    }
    for (int i = 0; i < Math.min(kept.rows().size(), reckoned.rows().size()); i++) {
      rows.add(claim(kept, kept.rows().get(i), reckoned, reckoned.rows().get(i)));
    }
    return rows;
  }

  private static Csv csv(List<ClaimRow> ledger) {
    return Csv.read(LEDGER, new StringReader(ResultTable.of(ClaimRow.class, ledger).csv()));
  }

  private static Verified claim(Csv kept, List<String> row, Csv reckoned, List<String> again) {
    String what =
        format(
            "claim %s: %s",
            again.get(reckoned.column("number")), again.get(reckoned.column("claim")));
    List<String> verdicts = LedgerVerdicts.of(kept, row);
    int judged = LedgerVerdicts.of(reckoned, again).size();
    if (judged < verdicts.size()) {
      return Verified.unchecked(what, "the numbers behind it are not kept");
    } else if (judged > verdicts.size()) {
      return Verified.unchecked(what, "the ledger does not judge the figures' networks");
    }
    for (String column : reckoned.columns()) {
      String expected = again.get(reckoned.column(column));
      String found = kept.find(column).map(row::get).orElse("");
      if (!expected.equals(found)) {
        return Verified.fails(
            what, format("%s: kept \"%s\", reckoned \"%s\"", column, found, expected));
      }
    }
    return Verified.holds(what, String.join(", ", verdicts));
  }
}
