package org.opponency.study.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opponency.evaluation.Measured;
import org.opponency.physiology.CellClass;
import org.opponency.physiology.CellOpponency;
import org.opponency.physiology.OpponencyCounts;
import org.opponency.physiology.OpponencyReading;
import org.opponency.physiology.OpponencyShares;
import org.opponency.study.results.OpponencyResults;
import org.opponency.study.results.OpponentCells;
import org.opponency.study.results.WeightOrigin;

/**
 * One bar of Figure 2: the cells of all living networks of a kind and width together, and what
 * single networks say.
 *
 * @param shares of the cells
 * @param runs share of colour-opponent cells in each living network, a fraction
 */
public record OpponencyBar(WidthShares shares, List<Double> runs) {
  /** Copies the list. */
  public OpponencyBar {
    runs = List.copyOf(runs);
  }

  /**
   * One a kind of network, layer and width, in this order; layers in that in which they come.
   *
   * @param reading how opponency is told in these results, in words
   */
  public static List<OpponencyBar> of(String reading, OpponencyResults results) {
    List<OpponencyBar> bars = new ArrayList<>();
    for (WeightOrigin weights : WeightOrigin.values()) {
      Map<Integer, List<Measured<OpponentCells>>> widths = widths(results.of(weights));
      for (String layer : results.layers()) {
        widths.forEach((width, own) -> bars.add(of(reading, weights, layer, width, own)));
      }
    }
    return bars;
  }

  private static Map<Integer, List<Measured<OpponentCells>>> widths(
      List<Measured<OpponentCells>> networks) {
    return networks.stream()
        .collect(Collectors.groupingBy(Measured::width, TreeMap::new, Collectors.toList()));
  }

  private static OpponencyBar of(
      String reading,
      WeightOrigin weights,
      String layer,
      int width,
      List<Measured<OpponentCells>> networks) {
    List<List<CellOpponency>> living =
        networks.stream().filter(one -> !one.dead()).map(one -> one.value().cells(layer)).toList();
    OpponencyShares all = shares(living.stream().flatMap(List::stream).toList());
    WidthShares shares =
        new WidthShares(
            reading,
            weights.label(),
            layer,
            width,
            living.size(),
            networks.size() - living.size(),
            all.cells(),
            all.colour(),
            all.colourOnly(),
            all.colourAndLuminance(),
            all.luminanceOnly(),
            all.neither());
    return new OpponencyBar(shares, living.stream().map(own -> shares(own).colour()).toList());
  }

  private static OpponencyShares shares(List<CellOpponency> cells) {
    List<CellClass> types = cells.stream().map(CellOpponency::type).toList();
    return OpponencyShares.of(types);
  }

  /** One a width of the authors' own networks, which were shown hues, not greys. */
  public static List<OpponencyBar> published(
      OpponencyReading reading, PublishedCondition condition, String layer) {
    Map<Integer, List<OpponencyCounts>> widths =
        PublishedCensus.of(condition, layer).stream()
            .collect(
                Collectors.groupingBy(
                    Measured::width,
                    TreeMap::new,
                    Collectors.mapping(one -> one.value().hues(), Collectors.toList())));
    List<OpponencyBar> bars = new ArrayList<>();
    widths.forEach((width, own) -> bars.add(published(reading, condition, layer, width, own)));
    return bars;
  }

  private static OpponencyBar published(
      OpponencyReading reading,
      PublishedCondition condition,
      String layer,
      int width,
      List<OpponencyCounts> networks) {
    OpponencyCounts all = OpponencyCounts.sum(networks);
    double unknown = Double.NaN;
    WidthShares shares =
        new WidthShares(
            reading.label(),
            "published, " + condition.label(),
            layer,
            width,
            networks.size(),
            0,
            all.cells(),
            reading.share(all),
            unknown,
            unknown,
            unknown,
            unknown);
    return new OpponencyBar(shares, networks.stream().map(reading::share).toList());
  }
}
