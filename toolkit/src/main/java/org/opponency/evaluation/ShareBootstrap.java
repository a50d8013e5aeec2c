package org.opponency.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.opponency.io.Seed;

/**
 * Shares of cells, drawn anew network by network within their width. One network more is among
 * them, half of whose cells are all, half none, in two halves that are drawn apart: what is not
 * known of networks that were not trained. So that no number of networks alike is certainty, and
 * one fewer is drawn than there then are. Of networks of one cell the interval is near Jeffreys'.
 *
 * <p>Where all cells of a width or none are counted, such draws hardly spread, and a difference of
 * widths is found too often. So a difference has to be rare as well if the same cells are counted
 * at random, whatever their width (a permutation of cells; it takes them for independent).
 */
final class ShareBootstrap {
  private static final ClusterBootstrap DRAWS = new ClusterBootstrap(10_000, 2020);
  private static final int FEWER = 1;

  /** Sums of the same shares in another order differ by less. */
  static final double ROUNDING = 1e-9;

  private ShareBootstrap() {}

  static Estimate of(ByWidth runs, Map<Integer, Double> weights) {
    Map<Integer, List<Share>> networks = new TreeMap<>();
    runs.shares().stream()
        .filter(one -> !one.dead() && one.value().of() > 0 && weights.containsKey(one.width()))
        .forEach(
            one -> networks.computeIfAbsent(one.width(), w -> new ArrayList<>()).add(one.value()));
    double[] factors =
        networks.keySet().stream().mapToDouble(width -> weights.get(width)).toArray();
    return of(List.copyOf(networks.values()), factors);
  }

  private static Estimate of(List<List<Share>> widths, double[] factors) {
    double value = sum(widths, factors);
    List<List<Share>> more =
        widths.stream().map(own -> withUnknown(own, 1.0 / widths.size())).toList();
    double[] sorted = DRAWS.values(more, FEWER, drawn -> sum(drawn, factors));
    Interval interval = atEnds(value, factors, ClusterBootstrap.interval(sorted));
    return Arrays.stream(factors).allMatch(factor -> factor > 0)
        ? Estimate.share(value, interval, sorted, widths.stream().mapToInt(List::size).sum())
        : Estimate.difference(value, interval, sorted, dealt(widths, factors));
  }

  /** What the sum is if so many cells are counted, but which of all is chance. */
  private static double[] dealt(List<List<Share>> widths, double[] factors) {
    List<Share> sums = widths.stream().map(Share::sum).toList();
    int[] cells =
        IntStream.range(0, factors.length)
            .flatMap(i -> IntStream.generate(() -> i).limit(Math.round(sums.get(i).of())))
            .toArray();
    long counted = Math.round(sums.stream().mapToDouble(Share::count).sum());
    Random random = Seed.random(DRAWS.seed());
    double[] dealt = new double[DRAWS.resamples()];
    for (int draw = 0; draw < dealt.length; draw++) {
      for (int cell = 0; cell < counted; cell++) {
        int other = cell + random.nextInt(cells.length - cell);
        int width = cells[other];
        cells[other] = cells[cell];
        cells[cell] = width;
        dealt[draw] += factors[width] / sums.get(width).of();
      }
    }
    return dealt;
  }

  private static List<Share> withUnknown(List<Share> networks, double part) {
    double half = part * Share.sum(networks).of() / networks.size() / 2;
    List<Share> more = new ArrayList<>(networks);
    more.add(new Share(half, half));
    more.add(new Share(0, half));
    return more;
  }

  /**
   * A share that is all or none may be so: its interval goes to the end. So it does where the
   * network that nobody trained draws it away from the number itself.
   */
  private static Interval atEnds(double value, double[] factors, Interval drawn) {
    double least = 0;
    double most = 0;
    for (double factor : factors) {
      least += Math.min(0, factor);
      most += Math.max(0, factor);
    }
    return new Interval(
        value < least + ROUNDING || drawn.low() > value ? least : drawn.low(),
        value > most - ROUNDING || drawn.high() < value ? most : drawn.high());
  }

  private static double sum(List<List<Share>> widths, double[] factors) {
    double sum = 0;
    for (int i = 0; i < factors.length; i++) {
      sum += factors[i] * Share.sum(widths.get(i)).fraction();
    }
    return sum;
  }
}
