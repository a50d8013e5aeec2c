package org.opponency.study.results;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.ClusterBootstrap;
import org.opponency.evaluation.Interval;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Trend;
import org.opponency.io.Fraction;
import org.opponency.physiology.OpponencyCounts;

/**
 * What opponency by the authors' code is made of in the networks of one width: the share of cells
 * with a positive baseline, times the share of these that cross it.
 *
 * @param networks of which kind
 * @param stimuli what the cells were shown, hues or gratings
 * @param width N_BN
 * @param runs living networks that stand behind the numbers, dead ones left out
 * @param cells of all these runs
 * @param opponent share of opponent cells, the product of the next two
 * @param opponentInterval 95 %, from a bootstrap of whole networks
 * @param positive share whose baseline is positive
 * @param positiveInterval likewise
 * @param crossingIfPositive share that cross it among those; NaN without such cells
 * @param crossingIfPositiveInterval likewise
 * @param crossing share that cross their baseline, wherever it is
 */
public record OpponencyFactors(
    String networks,
    String stimuli,
    int width,
    int runs,
    int cells,
    @Fraction double opponent,
    @Fraction Interval opponentInterval,
    @Fraction double positive,
    @Fraction Interval positiveInterval,
    @Fraction double crossingIfPositive,
    @Fraction Interval crossingIfPositiveInterval,
    @Fraction double crossing) {
  private static final String HUES = "hues";

  /** Those of a layer in our networks, a row a kind and width. */
  public static List<OpponencyFactors> of(OpponencyResults results, String layer) {
    return Stream.of(WeightOrigin.values())
        .flatMap(weights -> of(results, layer, weights).stream())
        .toList();
  }

  private static List<OpponencyFactors> of(
      OpponencyResults results, String layer, WeightOrigin weights) {
    return of(name(weights), HUES, counts(results, layer, weights));
  }

  private static String name(WeightOrigin weights) {
    return "ours, " + weights.label();
  }

  private static List<Measured<OpponencyCounts>> counts(
      OpponencyResults results, String layer, WeightOrigin weights) {
    return results.of(weights).stream()
        .map(one -> one.map(cells -> OpponencyCounts.ofHues(cells.cells(layer))))
        .toList();
  }

  /**
   * Those of the authors' own networks, a row a width.
   *
   * @param layer a layer of {@link PublishedCensus}
   */
  public static List<OpponencyFactors> published(PublishedCondition condition, String layer) {
    return of(name(condition), condition.hues() ? HUES : "gratings", counts(condition, layer));
  }

  private static String name(PublishedCondition condition) {
    return "published, " + condition.label();
  }

  private static List<Measured<OpponencyCounts>> counts(
      PublishedCondition condition, String layer) {
    return PublishedCensus.of(condition, layer).stream()
        .map(one -> one.map(own -> condition.hues() ? own.hues() : own.gratings()))
        .toList();
  }

  /**
   * How opponency and its two factors go with the width, a network counted once: three rows a kind
   * of our networks.
   */
  public static List<Trend> trends(OpponencyResults results, String layer) {
    return Stream.of(WeightOrigin.values())
        .filter(weights -> !results.of(weights).isEmpty())
        .flatMap(weights -> trends(name(weights), counts(results, layer, weights)))
        .toList();
  }

  /** The same of all conditions that the authors trained networks on. */
  public static List<Trend> publishedTrends(String layer) {
    return Stream.of(PublishedCondition.values())
        .filter(PublishedCondition::trained)
        .flatMap(condition -> trends(name(condition), counts(condition, layer)))
        .toList();
  }

  private static Stream<Trend> trends(String networks, List<Measured<OpponencyCounts>> counts) {
    return Stream.of(
        trend(networks + ": opponent", counts, OpponencyCounts::opponentShare),
        trend(networks + ": baseline > 0", counts, OpponencyCounts::positiveShare),
        trend(networks + ": crosses, given that", counts, OpponencyCounts::crossingIfPositive));
  }

  private static Trend trend(
      String name,
      List<Measured<OpponencyCounts>> counts,
      ToDoubleFunction<OpponencyCounts> share) {
    List<Measured<OpponencyCounts>> defined =
        counts.stream().filter(one -> !Double.isNaN(share.applyAsDouble(one.value()))).toList();
    return ByWidth.of(name, defined, share).trend();
  }

  /** Those of all conditions. */
  public static List<OpponencyFactors> published(String layer) {
    return Stream.of(PublishedCondition.values())
        .flatMap(condition -> published(condition, layer).stream())
        .toList();
  }

  static List<OpponencyFactors> of(
      String networks, String stimuli, List<Measured<OpponencyCounts>> counts) {
    SortedMap<Integer, List<OpponencyCounts>> widths = Measured.byWidth(counts);
    List<OpponencyFactors> rows = new ArrayList<>();
    widths.forEach((width, living) -> rows.add(of(networks, stimuli, width, living)));
    return rows;
  }

  private static OpponencyFactors of(
      String networks, String stimuli, int width, List<OpponencyCounts> living) {
    OpponencyCounts all = OpponencyCounts.sum(living);
    return new OpponencyFactors(
        networks,
        stimuli,
        width,
        living.size(),
        all.cells(),
        all.opponentShare(),
        interval(living, OpponencyCounts::opponentShare),
        all.positiveShare(),
        interval(living, OpponencyCounts::positiveShare),
        all.crossingIfPositive(),
        interval(living, OpponencyCounts::crossingIfPositive),
        all.crossingShare());
  }

  /**
   * Where all networks say none or all, resamples do so too; then Wilson's interval tells what so
   * many networks leave open.
   */
  private static Interval interval(
      List<OpponencyCounts> networks, ToDoubleFunction<OpponencyCounts> share) {
    List<OpponencyCounts> defined =
        networks.stream().filter(one -> !Double.isNaN(share.applyAsDouble(one))).toList();
    double all = share.applyAsDouble(OpponencyCounts.sum(defined));
    if (all == 0 || all == 1) {
      return Interval.ofShare(all == 0 ? 0 : defined.size(), defined.size());
    }
    return ClusterBootstrap.STANDARD.interval(
        defined, some -> share.applyAsDouble(OpponencyCounts.sum(some)));
  }
}
