package org.opponency.archive;

import static org.opponency.claims.Quantity.ACCURACY;
import static org.opponency.claims.Quantity.AURRA;
import static org.opponency.claims.Quantity.CIFAR10_ROBUST_ACCURACY;
import static org.opponency.claims.Quantity.NATURAL_ADVERSARIAL;
import static org.opponency.claims.Quantity.RETINA2_CENTRE_SURROUND;
import static org.opponency.claims.Quantity.RETINA2_LINEARITY;
import static org.opponency.claims.Quantity.RETINA2_NONLINEARITY;
import static org.opponency.claims.Quantity.ROBUST_ACCURACY;
import static org.opponency.claims.Quantity.SHAPE_BIAS;
import static org.opponency.claims.Quantity.SUPERSTIMULUS_CONFIDENCE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.claims.Claims;
import org.opponency.claims.Evidence;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.NetworkId;
import org.opponency.io.Csv;
import org.opponency.study.networks.Scale;

/**
 * Quantities reckoned from the tables of the figures that show them, a network at a time: a second
 * way to the numbers of the ledger.
 */
final class FigureTables {
  private static final double GREY_LEVELS = 255;

  private static final Map<Quantity, Rule> RULES =
      Map.of(
          ACCURACY, new Rule("figure-05-accuracy", rows -> rows.mean("top1")),
          SHAPE_BIAS, new Rule("figure-04-shape-bias", rows -> rows.mean("value")),
          NATURAL_ADVERSARIAL,
              new Rule("figure-06-natural-adversarial", rows -> rows.mean("value")),
          AURRA, new Rule("figure-11-calibration", rows -> rows.mean("value")),
          ROBUST_ACCURACY,
              new Rule("figure-07-robustness", rows -> rows.above("epsilon", 0).mean("accuracy")),
          CIFAR10_ROBUST_ACCURACY,
              new Rule(
                  "figure-10-cifar10-robustness",
                  rows -> rows.at("epsilon", Claims.CIFAR10_EPSILON).mean("accuracy")),
          SUPERSTIMULUS_CONFIDENCE,
              new Rule("figure-03-super-stimuli", rows -> rows.mean("probability")),
          RETINA2_LINEARITY, new Rule("figure-12-linearity", rows -> rows.known("goodness")),
          RETINA2_NONLINEARITY,
              new Rule("non-linearity", rows -> rows.mean("linearity") / GREY_LEVELS),
          RETINA2_CENTRE_SURROUND,
              new Rule("centre-surround", rows -> rows.mean("centreSurround")));

  private FigureTables() {}

  /**
   * Where a quantity's numbers stand.
   *
   * @param stem the figure
   * @param number of the rows of one network
   */
  private record Rule(String stem, Function<TableRows, Double> number) {}

  /** The file that has a quantity's numbers, if a figure shows them network by network. */
  static Optional<Path> file(Quantity quantity, Path folder) {
    return Optional.ofNullable(RULES.get(quantity))
        .map(rule -> folder.resolve(rule.stem + ".csv"))
        .filter(Files::exists);
  }

  /**
   * A quantity of each of our networks, reckoned from a figure's table.
   *
   * @throws IllegalArgumentException if the table lacks a column or has something else than numbers
   */
  static Optional<ByWidth> of(Quantity quantity, Path folder) {
    return file(quantity, folder)
        .map(Csv::read)
        .map(csv -> new ByWidth(quantity.title(), quantity.shownAs(), networks(csv, quantity)));
  }

  /** All quantities that the figures of a folder show. */
  static Evidence evidence(Path folder, Scale scale, boolean drawn) {
    Evidence evidence = new Evidence(scale, drawn, Map.of());
    for (Quantity quantity : Quantity.values()) {
      Optional<ByWidth> numbers = of(quantity, folder);
      if (numbers.isPresent()) {
        evidence = evidence.with(quantity, numbers.get());
      }
    }
    return evidence;
  }

  private static List<Measured<Double>> networks(Csv csv, Quantity quantity) {
    Map<String, TableRows> byNetwork = new LinkedHashMap<>();
    for (List<String> row : csv.rows()) {
      if (isOurs(csv, row)) {
        String name = name(csv, row, byNetwork.size());
        byNetwork.computeIfAbsent(name, any -> new TableRows(csv, new ArrayList<>())).add(row);
      }
    }
    List<Measured<Double>> networks = new ArrayList<>();
    byNetwork.forEach(
        (name, rows) ->
            networks.add(
                new Measured<>(
                    new NetworkId(
                        name, (int) rows.mean("width"), networks.size(), 0, rows.mean("dead") > 0),
                    RULES.get(quantity).number.apply(rows))));
    return networks;
  }

  /** A row a network where the table names none. */
  private static String name(Csv csv, List<String> row, int place) {
    return csv.find("model").map(row::get).orElse("network " + place);
  }

  /** Figures show published networks and single attacks beside ours in the worst case. */
  private static boolean isOurs(Csv csv, List<String> row) {
    return Stream.of(
            csv.find("source").map(row::get).filter(source -> !source.equals("ours")),
            csv.find("model").map(row::get).filter(model -> model.startsWith("published")),
            csv.find("attack")
                .map(row::get)
                .filter(attack -> !attack.equals(AccuracyUnderAttack.WORST_CASE)))
        .allMatch(Optional::isEmpty);
  }
}
