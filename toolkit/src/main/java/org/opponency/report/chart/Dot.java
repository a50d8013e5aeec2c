package org.opponency.report.chart;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;

/**
 * A run in a chart of widths.
 *
 * @param x where it stands: the runs of a width evenly about its place
 * @param run the run
 * @param others the other runs of its width that are alive
 */
record Dot(double x, Measured<Double> run, List<Measured<Double>> others) {
  private static final double SPREAD = 0.17;
  private static final double WIDEST = 0.5;

  static Stream<Dot> of(ByWidth runs) {
    int[] widths = runs.widths();
    return IntStream.range(0, widths.length)
        .boxed()
        .flatMap(place -> of(place, runs.rows().stream().filter(r -> r.width() == widths[place])));
  }

  private static Stream<Dot> of(int place, Stream<Measured<Double>> some) {
    List<Measured<Double>> own = some.filter(run -> Double.isFinite(run.value())).toList();
    double step = Math.min(SPREAD, WIDEST / own.size());
    return IntStream.range(0, own.size())
        .mapToObj(
            i -> {
              Measured<Double> run = own.get(i);
              double x = place + step * (i - (own.size() - 1) / 2.0);
              return new Dot(x, run, own.stream().filter(o -> o != run && !o.dead()).toList());
            });
  }

  /** Whether each of the others, of which there are two or more, is at least so far from it. */
  boolean isFar(double distance) {
    return others.size() > 1
        && others.stream().allMatch(other -> Math.abs(other.value() - run.value()) > distance);
  }
}
