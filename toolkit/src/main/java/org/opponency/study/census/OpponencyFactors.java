package org.opponency.study.census;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opponency.evaluation.ClusterBootstrap;
import org.opponency.evaluation.Interval;
import org.opponency.evaluation.Measured;
import org.opponency.io.Fraction;
import org.opponency.physiology.OpponencyCounts;
import org.opponency.study.results.OpponencyResults;
import org.opponency.study.results.WeightOrigin;

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
   * How opponency and its factors change from the narrowest to the widest networks of a kind.
   *
   * @param networks of which kind
   * @param narrow the smallest width
   * @param wide the largest
   * @param opponent share of opponent cells at the largest width over that at the smallest
   * @param positive the same of positive baselines
   * @param crossingIfPositive the same of cells that cross those; its product with that before is
   *     the change of opponency
   * @param byBaseline how much of that change the baseline carries, ln(positive) / ln(opponent): 1
   *     all of it, above 1 where the other factor goes against it; NaN unless there are opponent
   *     cells at both ends
   */
  public record Change(
      String networks,
      int narrow,
      int wide,
      double opponent,
      double positive,
      double crossingIfPositive,
      @Fraction double byBaseline) {
    private static Change of(OpponencyFactors narrow, OpponencyFactors wide) {
      double opponent = wide.opponent / narrow.opponent;
      double positive = wide.positive / narrow.positive;
      return new Change(
          narrow.networks,
          narrow.width,
          wide.width,
          opponent,
          positive,
          wide.crossingIfPositive / narrow.crossingIfPositive,
          opponent > 0 && Double.isFinite(opponent)
              ? Math.log(positive) / Math.log(opponent)
              : Double.NaN);
    }
  }

  /**
   * One a kind of networks.
   *
   * @param rows widths of each kind in increasing order
   */
  public static List<Change> changes(List<OpponencyFactors> rows) {
    Map<String, List<OpponencyFactors>> kinds =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    OpponencyFactors::networks, LinkedHashMap::new, Collectors.toList()));
    return kinds.values().stream()
        .map(own -> Change.of(own.get(0), own.get(own.size() - 1)))
        .toList();
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
        interval(living, OpponencyCounts::opponentShare, OpponencyCounts::cells),
        all.positiveShare(),
        interval(living, OpponencyCounts::positiveShare, OpponencyCounts::cells),
        all.crossingIfPositive(),
        interval(living, OpponencyCounts::crossingIfPositive, OpponencyCounts::positive),
        all.crossingShare());
  }

  /**
   * Where all networks say the same, resamples do so too. Then Wilson's interval tells what is left
   * open: by so many networks if they say none or all, else by so many cells.
   */
  private static Interval interval(
      List<OpponencyCounts> networks,
      ToDoubleFunction<OpponencyCounts> share,
      ToIntFunction<OpponencyCounts> among) {
    List<OpponencyCounts> defined =
        networks.stream().filter(one -> !Double.isNaN(share.applyAsDouble(one))).toList();
    OpponencyCounts all = OpponencyCounts.sum(defined);
    double shared = share.applyAsDouble(all);
    if (defined.stream().anyMatch(one -> share.applyAsDouble(one) != shared)) {
      return ClusterBootstrap.STANDARD.interval(
          defined, some -> share.applyAsDouble(OpponencyCounts.sum(some)));
    }
    int trials = shared == 0 || shared == 1 ? defined.size() : among.applyAsInt(all);
    return Interval.ofShare(Math.round(shared * trials), trials);
  }
}
