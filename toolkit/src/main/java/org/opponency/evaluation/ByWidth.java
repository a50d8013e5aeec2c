package org.opponency.evaluation;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
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
 * @param shares what the values are shares of, in the same order; empty where they are no shares
 */
public record ByWidth(
    String measure, ShownAs shownAs, List<Measured<Double>> rows, List<Measured<Share>> shares) {
  /** Sorts by width. */
  public ByWidth {
    rows = sorted(rows);
    shares = sorted(shares);
  }

  private static <R> List<Measured<R>> sorted(List<Measured<R>> networks) {
    return networks.stream().sorted(Comparator.comparingInt(Measured::width)).toList();
  }

  /** Numbers that are no shares. */
  public ByWidth(String measure, ShownAs shownAs, List<Measured<Double>> rows) {
    this(measure, shownAs, rows, List.of());
  }

  /** The share of each network, such as that of its cells. */
  public static <R> ByWidth ofShares(
      String measure, List<Measured<R>> networks, Function<? super R, Share> share) {
    List<Measured<Share>> shares = networks.stream().map(one -> one.<Share>map(share)).toList();
    return new ByWidth(
        measure,
        ShownAs.PERCENT,
        shares.stream().map(one -> one.map(Share::fraction)).toList(),
        shares);
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
    return new ByWidth(other, shownAs, rows, shares);
  }

  /** The same without the networks that have no retina (width 0). */
  public ByWidth withRetina() {
    return only(width -> width > 0);
  }

  /** The networks without a retina (width 0). */
  public ByWidth withoutRetina() {
    return only(width -> width == 0);
  }

  /** The same without the networks that have no value, such as those whose cells are all silent. */
  public ByWidth known() {
    return new ByWidth(
        measure,
        shownAs,
        rows.stream().filter(row -> !row.value().isNaN()).toList(),
        shares.stream().filter(row -> !Double.isNaN(row.value().fraction())).toList());
  }

  /** The networks of some widths. */
  public ByWidth only(IntPredicate widths) {
    return new ByWidth(
        measure,
        shownAs,
        rows.stream().filter(row -> widths.test(row.width())).toList(),
        shares.stream().filter(row -> widths.test(row.width())).toList());
  }

  /** Names of the networks that are left out of every mean. */
  public List<String> dead() {
    return rows.stream().filter(Measured::dead).map(row -> row.network().model()).toList();
  }

  /** Mean, s.d. and interval of every width, smallest first. */
  public List<WidthMean> means() {
    return IntStream.of(widths()).mapToObj(this::at).toList();
  }

  /** Mean, s.d. and interval of one width; of no runs if it is not among them. */
  public WidthMean at(int width) {
    return WidthMean.of(only(own -> own == width), width);
  }

  /**
   * Whether the measure rises or falls with the width, over the networks that are alive. Of shares
   * of cells {@link #slope} says it: with a share of 0.3 at every width, ranks of the study's
   * networks rise at 5 % in a quarter of all studies.
   */
  public Trend trend() {
    Trend trend = TrendAnalysis.of(this);
    return shares.isEmpty() || !trend.warning().isEmpty()
        ? trend
        : trend.warned("networks of a cell or two have all or none: ranks say little of shares");
  }

  /** What the widths say together, each as much as another; those without a value are left out. */
  public Estimate mean() {
    return Estimate.of(this, weights(this, 1));
  }

  /**
   * By how much the widths say more than others, each of both as much as another.
   *
   * @throws IllegalArgumentException if both have networks of one width
   */
  public Estimate minus(ByWidth others) {
    Map<Integer, Double> weights = weights(this, 1);
    Map<Integer, Double> theirs = weights(others, -1);
    if (weights.isEmpty() || theirs.isEmpty()) {
      return Estimate.of(this, Map.of());
    }
    if (!Collections.disjoint(weights.keySet(), theirs.keySet())) {
      throw new IllegalArgumentException(
          format(
              "Expected others of other widths than %s, got %s; compare the same networks by above",
              weights.keySet(), theirs.keySet()));
    }
    weights.putAll(theirs);
    return Estimate.of(
        new ByWidth(measure, shownAs, joined(rows, others.rows), joined(shares, others.shares)),
        weights);
  }

  /** By how much the mean changes a doubling of the width: a line through the widths' means. */
  public Estimate slope() {
    int[] widths = groups().keySet().stream().mapToInt(width -> width).toArray();
    double[] octaves = IntStream.of(widths).mapToDouble(TrendAnalysis::octave).toArray();
    double mean = DoubleStream.of(octaves).average().orElse(Double.NaN);
    double square = DoubleStream.of(octaves).map(x -> (x - mean) * (x - mean)).sum();
    Map<Integer, Double> weights = new TreeMap<>();
    for (int i = 0; i < widths.length && widths.length > 1; i++) {
      weights.put(widths[i], (octaves[i] - mean) / square);
    }
    return Estimate.of(this, weights);
  }

  private static <R> List<Measured<R>> joined(List<Measured<R>> some, List<Measured<R>> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static Map<Integer, Double> weights(ByWidth runs, double sum) {
    Set<Integer> widths = runs.groups().keySet();
    Map<Integer, Double> weights = new TreeMap<>();
    widths.forEach(width -> weights.put(width, sum / widths.size()));
    return weights;
  }

  /**
   * One-sided p that some widths differ from others; NaN for fewer than two, or one network of
   * each.
   */
  public double pDiffer() {
    return RankTest.pDiffer(this);
  }

  /**
   * Whether the networks narrower than a bound have larger or smaller values than the others; those
   * without a retina are neither.
   */
  public RankTest below(int bound) {
    return RankTest.of(withRetina(), bound);
  }

  /** All widths, smallest first. */
  public int[] widths() {
    return rows.stream().mapToInt(Measured::width).distinct().toArray();
  }

  /** The values of the living networks of each width that has any; NaN is none. */
  TreeMap<Integer, double[]> groups() {
    TreeMap<Integer, double[]> groups = new TreeMap<>();
    Measured.byWidth(rows.stream().filter(row -> !row.value().isNaN()).toList())
        .forEach(
            (width, values) -> {
              if (!values.isEmpty()) {
                groups.put(width, values.stream().mapToDouble(value -> value).toArray());
              }
            });
    return groups;
  }
}
