package org.opponency.claims;

import static org.opponency.io.Text.format;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.NetworkId;
import org.opponency.evaluation.Share;
import org.opponency.io.Csv;

/**
 * One quantity of one network as tables keep it.
 *
 * @param quantity its title
 * @param value the number
 * @param count of shares: how many are of the kind; NaN for other numbers
 * @param of of shares: how many there are; NaN for other numbers
 */
public record Recorded(String quantity, double value, double count, double of) {
  static List<Measured<Recorded>> of(Quantity quantity, ByWidth runs) {
    return runs.shares().isEmpty()
        ? runs.rows().stream()
            .map(row -> row.map(v -> new Recorded(quantity.title(), v, Double.NaN, Double.NaN)))
            .toList()
        : runs.shares().stream()
            .map(
                row ->
                    row.map(
                        share ->
                            new Recorded(
                                quantity.title(), share.fraction(), share.count(), share.of())))
            .toList();
  }

  private boolean isShare() {
    return !Double.isNaN(of);
  }

  /** The quantities of a table of {@link Evidence#values}, beside this class. */
  static Map<Quantity, ByWidth> read(String file) {
    return read(
        Csv.read(
            file,
            new InputStreamReader(
                Recorded.class.getResourceAsStream(file), StandardCharsets.UTF_8)));
  }

  /**
   * The quantities of a table of {@link Evidence#values}.
   *
   * @throws IllegalArgumentException if it is none, or names a quantity that is not known
   */
  public static Map<Quantity, ByWidth> read(Csv csv) {
    Map<Quantity, List<Measured<Recorded>>> rows = new EnumMap<>(Quantity.class);
    for (List<String> cells : csv.rows()) {
      Measured<Recorded> row = new Measured<>(network(csv, cells), recorded(csv, cells));
      rows.computeIfAbsent(Quantity.titled(row.value().quantity()), q -> new ArrayList<>())
          .add(row);
    }
    Map<Quantity, ByWidth> measures = new EnumMap<>(Quantity.class);
    rows.forEach((quantity, own) -> measures.put(quantity, byWidth(quantity, own)));
    return measures;
  }

  private static ByWidth byWidth(Quantity quantity, List<Measured<Recorded>> rows) {
    return rows.get(0).value().isShare()
        ? ByWidth.ofShares(quantity.title(), rows, one -> new Share(one.count(), one.of()))
        : ByWidth.of(quantity.title(), quantity.shownAs(), rows, Recorded::value);
  }

  private static Recorded recorded(Csv csv, List<String> cells) {
    return new Recorded(
        cells.get(csv.column("quantity")),
        number(csv, cells, "value"),
        number(csv, cells, "count"),
        number(csv, cells, "of"));
  }

  private static NetworkId network(Csv csv, List<String> cells) {
    return new NetworkId(
        cells.get(csv.column("model")),
        (int) number(csv, cells, "width"),
        (int) number(csv, cells, "run"),
        (int) number(csv, cells, "redraws"),
        Boolean.parseBoolean(cells.get(csv.column("dead"))));
  }

  private static double number(Csv csv, List<String> cells, String column) {
    String text = cells.get(csv.column(column));
    try {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          format("%s has a row with something else than numbers: %s", csv.source(), cells), e);
    }
  }
}
