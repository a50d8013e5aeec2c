package org.opponency.study.laboratory;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.opponency.evaluation.Share;
import org.opponency.study.results.WeightOrigin;

/**
 * What an instrument says of the cells of a network.
 *
 * @param weights whether those of the network are trained or drawn at random
 * @param rows a record a cell, layer by layer
 * @param layer which layer a record is of
 */
public record CellRecords<R extends Record>(
    WeightOrigin weights, List<R> rows, Function<R, String> layer) {
  /** Copies the list. */
  public CellRecords {
    rows = List.copyOf(rows);
  }

  /** The layers that they are in, in order. */
  public List<String> layers() {
    return rows.stream().map(layer).distinct().toList();
  }

  /** The cells of one layer. */
  public List<R> of(String name) {
    return rows.stream().filter(row -> layer.apply(row).equals(name)).toList();
  }

  /** The cells of some kind among those of a layer that count. */
  public Share share(String name, Predicate<R> counts, Predicate<R> wanted) {
    List<R> known = of(name).stream().filter(counts).toList();
    return new Share(known.stream().filter(wanted).count(), known.size());
  }

  /** The mean of a number over the cells of a layer that have it; NaN without any. */
  public double mean(String name, ToDoubleFunction<R> number) {
    return StatUtils.mean(known(name, number));
  }

  /** The middle one of the same. */
  public double median(String name, ToDoubleFunction<R> number) {
    return new Median().evaluate(known(name, number));
  }

  private double[] known(String name, ToDoubleFunction<R> number) {
    return of(name).stream().mapToDouble(number).filter(Double::isFinite).toArray();
  }
}
