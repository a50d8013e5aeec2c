package org.opponency.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * What one measure says of the networks of several widths.
 *
 * @param measure its name
 * @param rows a value a network, in order of width
 */
public record Comparison(String measure, List<Run> rows) {
  /**
   * One network's value.
   *
   * @param width N_BN
   * @param value what was measured
   * @param dead whether its bottleneck is dead; such a network is counted, and no more
   */
  public record Run(int width, double value, boolean dead) {}

  /** Sorts by width. */
  public Comparison {
    List<Run> sorted = new ArrayList<>(rows);
    sorted.sort((a, b) -> Integer.compare(a.width(), b.width()));
    rows = List.copyOf(sorted);
  }

  /** The values of records. */
  public static <R> Comparison of(
      String measure,
      List<R> records,
      ToIntFunction<? super R> width,
      ToDoubleFunction<? super R> value,
      Predicate<? super R> dead) {
    return new Comparison(
        measure,
        records.stream()
            .map(r -> new Run(width.applyAsInt(r), value.applyAsDouble(r), dead.test(r)))
            .toList());
  }

  /** The values of records of networks that are all alive. */
  public static <R> Comparison of(
      String measure,
      List<R> records,
      ToIntFunction<? super R> width,
      ToDoubleFunction<? super R> value) {
    return of(measure, records, width, value, r -> false);
  }

  /** The same without the networks that have no retina (width 0). */
  public Comparison withRetina() {
    return new Comparison(measure, rows.stream().filter(row -> row.width() > 0).toList());
  }

  /** The networks without a retina (width 0). */
  public Comparison withoutRetina() {
    return new Comparison(measure, rows.stream().filter(row -> row.width() == 0).toList());
  }

  /** Mean, s.d. and interval of every width, smallest first. */
  public List<WidthMean> means() {
    return IntStream.of(widths()).mapToObj(this::at).toList();
  }

  /** Mean, s.d. and interval of all networks of some widths together; the width given is 0. */
  public WidthMean pooled(IntPredicate widths) {
    return WidthMean.of(0, rows.stream().filter(row -> widths.test(row.width())).toList());
  }

  /** Mean, s.d. and interval of one width; of no runs if it is not among them. */
  public WidthMean at(int width) {
    return WidthMean.of(width, rows.stream().filter(row -> row.width() == width).toList());
  }

  /** Whether the measure rises or falls with the width, over the networks that are alive. */
  public Trend trend() {
    return TrendAnalysis.of(this);
  }

  /** All widths, smallest first. */
  public int[] widths() {
    return rows.stream().mapToInt(Run::width).distinct().toArray();
  }

  /** The values of the living networks of each width that has any, by width. */
  TreeMap<Integer, double[]> groups() {
    TreeMap<Integer, double[]> groups = new TreeMap<>();
    for (int width : widths()) {
      double[] values =
          rows.stream()
              .filter(row -> row.width() == width && !row.dead())
              .mapToDouble(Run::value)
              .toArray();
      if (values.length > 0) {
        groups.put(width, values);
      }
    }
    return groups;
  }
}
