package org.opponency.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.report.chart.FactorChart;
import org.opponency.report.chart.LayerNames;
import org.opponency.report.chart.WidthPair;
import org.opponency.report.draw.ValueAxis;
import org.opponency.report.table.ResultTable;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.census.OpponencyFactors;
import org.opponency.study.census.PublishedCensus;
import org.opponency.study.census.PublishedCondition;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.CensusResults;
import org.opponency.study.results.SpatialOpponency;

/** The figures of what opponency measures: its factors, and its spatial kinds. */
public final class OpponencyMeasureFigures {
  private OpponencyMeasureFigures() {}

  /**
   * Opponency by the authors' code and its two factors, a panel a kind of networks.
   *
   * @param layer as the title names it
   * @param rows in the order of the panels, widths within each
   */
  public static Figure factors(String layer, List<OpponencyFactors> rows, Provenance provenance) {
    return new Figure(
            "figure-11-opponency-factors",
            "What opponency is made of in " + layer,
            "Share of cells that are opponent by the authors' code, by bottleneck width, and the two"
                + " shares whose product it is: baseline above zero, and responses on both sides of it"
                + " among those, a point that is missing where no baseline is positive. Bars: 95 %"
                + " intervals from a bootstrap of whole networks (Wilson's where all agree), none"
                + format(" of fewer than %d networks. Networks of each width: ", FactorChart.FEW)
                + networks(rows)
                + ". Published: the shallow networks of Harris et al. (2019, 2020), not this"
                + " paper's ResNet-50s; those in grey were shown gratings, all others hues."
                + " Shuffled: the channels of each image in an order of its own.",
            FactorChart.grid(rows),
            ResultTable.of(OpponencyFactors.class, rows),
            provenance)
        .over(rows.stream().mapToLong(OpponencyFactors::cells).sum(), "cell");
  }

  /** Such as {@code 50 (a, b); 8, 6, 3 (c)}: one number where a panel's widths have as many. */
  private static String networks(List<OpponencyFactors> rows) {
    Map<String, List<Integer>> panels =
        rows.stream()
            .collect(
                groupingBy(
                    OpponencyFactors::networks,
                    LinkedHashMap::new,
                    mapping(OpponencyFactors::runs, toList())));
    Map<String, List<String>> letters = new LinkedHashMap<>();
    char letter = 'a';
    for (List<Integer> runs : panels.values()) {
      List<Integer> shown = Set.copyOf(runs).size() == 1 ? runs.subList(0, 1) : runs;
      String numbers = shown.stream().map(String::valueOf).collect(joining(", "));
      letters.computeIfAbsent(numbers, key -> new ArrayList<>()).add(String.valueOf(letter++));
    }
    return letters.entrySet().stream()
        .map(entry -> format("%s (%s)", entry.getKey(), String.join(", ", entry.getValue())))
        .collect(joining("; "));
  }

  /**
   * Spatial and double opponency of a layer by width, a row each: ours, and the authors' networks
   * on CIFAR-10.
   */
  public static Figure spatial(CensusResults census, String layer) {
    List<Measured<SpatialOpponency>> ours =
        census.rows().stream().filter(row -> row.value().layer().equals(layer)).toList();
    List<Measured<SpatialOpponency>> published = published(layer);
    return new Figure(
            "spatial-opponency",
            "Spatial and double opponency in " + LayerNames.of(layer),
            "Share of cells that gratings both excite and inhibit (above), and of those that hues do,"
                + " too (below): mean and standard deviation over n runs. Right: the authors' shallow"
                + " networks on CIFAR-10 (Harris et al. 2019, 2020), by the labels that they published.",
            WidthPair.below(
                List.of(
                    pair("spatially opponent", ours, published, SpatialOpponency::spatial),
                    pair("double opponent", ours, published, SpatialOpponency::doubleOpponent))),
            table(ours).beside("published", table(published)),
            census.provenance())
        .over(ours.size(), "network");
  }

  private static ResultTable table(List<Measured<SpatialOpponency>> rows) {
    return ResultTable.measured(SpatialOpponency.class, rows).without("model", "redraws");
  }

  private static List<Measured<SpatialOpponency>> published(String layer) {
    String theirs =
        layer.equals(EarlyVision.RETINA_2) ? PublishedCensus.RETINA_2 : PublishedCensus.VENTRAL_1;
    return PublishedCensus.of(PublishedCondition.CIFAR10_COLOUR, theirs).stream()
        .map(one -> one.map(PublishedCensus.Layer::spatial))
        .toList();
  }

  private static WidthPair pair(
      String heading,
      List<Measured<SpatialOpponency>> ours,
      List<Measured<SpatialOpponency>> published,
      ToDoubleFunction<SpatialOpponency> share) {
    ValueAxis axis = ValueAxis.percent("share of cells");
    return new WidthPair(
        heading,
        new WidthPair.Side("ours", "ours", ByWidth.of(axis.title(), ours, share), List.of()),
        new WidthPair.Side(
            "published, CIFAR-10",
            "published",
            ByWidth.of(axis.title(), published, share),
            List.of()),
        axis,
        true);
  }
}
