package org.opponency.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One number measured on networks of several widths: the only way from networks to means. Those
 * whose bottleneck is dead stay named, are counted, and never averaged.
 *
 * @param measure what was measured
 * @param rows a value a network, in order of width
 */
public record ByWidth(String measure, List<Measured<Double>> rows) {
  /** Sorts by width. */
  public ByWidth {
    List<Measured<Double>> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingInt(Measured::width));
    rows = List.copyOf(sorted);
  }

  /** A number of everything that was measured on each network. */
  public static <R> ByWidth of(
      String measure, List<Measured<R>> networks, ToDoubleFunction<? super R> number) {
    return new ByWidth(
        measure, networks.stream().map(one -> one.map(number::applyAsDouble)).toList());
  }

  /** The same by another name. */
  public ByWidth named(String other) {
    return new ByWidth(other, rows);
  }

  /** The same without the networks that have no retina (width 0). */
  public ByWidth withRetina() {
    return new ByWidth(measure, rows.stream().filter(row -> row.width() > 0).toList());
  }

  /** The networks without a retina (width 0). */
  public ByWidth withoutRetina() {
    return new ByWidth(measure, rows.stream().filter(row -> row.width() == 0).toList());
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
    return WidthMean.of(measure, 0, rows.stream().filter(r -> widths.test(r.width())).toList());
  }

  /** Mean, s.d. and interval of one width; of no runs if it is not among them. */
  public WidthMean at(int width) {
    return WidthMean.of(measure, width, rows.stream().filter(r -> r.width() == width).toList());
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
