package org.opponency.evaluation;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opponency.io.ShownAs;

/**
 * One number measured on networks of several widths: the only way from networks to means. Those
 * whose bottleneck is dead stay named, are counted, and never averaged.
 *
 * @param measure what was measured
 * @param shownAs how people read its numbers
 * @param rows a value a network, in order of width
 */
public record ByWidth(String measure, ShownAs shownAs, List<Measured<Double>> rows) {
  /** Sorts by width. */
  public ByWidth {
    List<Measured<Double>> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingInt(Measured::width));
    rows = List.copyOf(sorted);
  }

  /** Fractions, as most measures are. */
  public ByWidth(String measure, List<Measured<Double>> rows) {
    this(measure, ShownAs.PERCENT, rows);
  }

  /** A fraction of everything that was measured on each network. */
  public static <R> ByWidth of(
      String measure, List<Measured<R>> networks, ToDoubleFunction<? super R> number) {
    return of(measure, ShownAs.PERCENT, networks, number);
  }

  /** A number of any kind. */
  public static <R> ByWidth of(
      String measure,
      ShownAs shownAs,
      List<Measured<R>> networks,
      ToDoubleFunction<? super R> number) {
    return new ByWidth(
        measure, shownAs, networks.stream().map(one -> one.map(number::applyAsDouble)).toList());
  }

  /** How far each network is above a number. */
  public ByWidth above(String what, double number) {
    return new ByWidth(
        format("%s above %s", measure, what),
        shownAs,
        rows.stream().map(row -> row.map(value -> value - number)).toList());
  }

  /**
   * How far each network is above itself, measured otherwise.
   *
   * @param others the same networks
   * @throws IllegalArgumentException if one of them is missing there
   */
  public ByWidth above(ByWidth others) {
    Map<String, Double> theirs = new HashMap<>();
    others.rows.forEach(row -> theirs.put(row.network().model(), row.value()));
    List<Measured<Double>> differences = new ArrayList<>();
    for (Measured<Double> row : rows) {
      String model = row.network().model();
      if (!theirs.containsKey(model)) {
        throw new IllegalArgumentException(
            format("Expected the same networks, got none called \"%s\"", model));
      }
      differences.add(row.map(value -> value - theirs.get(model)));
    }
    return new ByWidth(format("%s above %s", measure, others.measure), shownAs, differences);
  }

  /** The same by another name. */
  public ByWidth named(String other) {
    return new ByWidth(other, shownAs, rows);
  }

  /** The same without the networks that have no retina (width 0). */
  public ByWidth withRetina() {
    return of(rows.stream().filter(row -> row.width() > 0));
  }

  /** The networks without a retina (width 0). */
  public ByWidth withoutRetina() {
    return of(rows.stream().filter(row -> row.width() == 0));
  }

  private ByWidth of(Stream<Measured<Double>> some) {
    return new ByWidth(measure, shownAs, some.toList());
  }

  /** Names of the networks that are left out of every mean. */
  public List<String> dead() {
    return rows.stream().filter(Measured::dead).map(row -> row.network().model()).toList();
  }

  /** Mean, s.d. and interval of every width, smallest first. */
  public List<WidthMean> means() {
    return IntStream.of(widths()).mapToObj(this::at).toList();
  }

  /** Mean, s.d. and interval of all networks of some widths together; the width given is 0. */
  public WidthMean pooled(IntPredicate widths) {
    return WidthMean.of(this, 0, rows.stream().filter(r -> widths.test(r.width())).toList());
  }

  /** Mean, s.d. and interval of one width; of no runs if it is not among them. */
  public WidthMean at(int width) {
    return WidthMean.of(this, width, rows.stream().filter(r -> r.width() == width).toList());
  }

  /** Whether the measure rises or falls with the width, over the networks that are alive. */
  public Trend trend() {
    return TrendAnalysis.of(this);
  }

  /** All widths, smallest first. */
  public int[] widths() {
    return rows.stream().mapToInt(Measured::width).distinct().toArray();
  }

  /** The values of the living networks of each width that has any, by width. */
  TreeMap<Integer, double[]> groups() {
    TreeMap<Integer, double[]> groups = new TreeMap<>();
    Measured.byWidth(rows)
        .forEach(
            (width, values) -> {
              if (!values.isEmpty()) {
                groups.put(width, values.stream().mapToDouble(value -> value).toArray());
              }
            });
    return groups;
  }
}
