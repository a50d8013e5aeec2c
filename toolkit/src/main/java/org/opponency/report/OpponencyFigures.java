package org.opponency.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.physiology.OpponencyReading;
import org.opponency.report.chart.LayerNames;
import org.opponency.report.chart.SharesChart;
import org.opponency.report.chart.WidthStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.report.table.ResultTable;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.census.OpponencyBar;
import org.opponency.study.census.PublishedCensus;
import org.opponency.study.census.PublishedCondition;
import org.opponency.study.census.WidthShares;
import org.opponency.study.results.OpponencyResults;
import org.opponency.study.results.WeightOrigin;

/** Figure 2: which opponent cells there are. */
public final class OpponencyFigures {
  private static final int LARGE_WIDTH = 838;
  private static final int LARGE_HEIGHT = 320;
  private static final int SMALL_WIDTH = 270;
  private static final int SMALL_HEIGHT = 215;
  private static final int COLUMNS = 3;

  private OpponencyFigures() {}

  /**
   * Figure 2a, of Retina-2, under each reading: trained networks, random ones for the null, and the
   * authors' own.
   *
   * @param normalised trained and random networks, shown stimuli normalised as pictures are
   * @param raw the same, shown stimuli as they are
   */
  public static Figure retina2(OpponencyResults normalised, OpponencyResults raw) {
    return figure2(
        "figure-02a-opponency-retina-2",
        normalised,
        raw,
        EarlyVision.RETINA_2,
        PublishedCensus.RETINA_2);
  }

  /** Figure 2b, of ResNet-1; beside it the first layer behind the retina of the authors' own. */
  public static Figure resNet1(OpponencyResults normalised, OpponencyResults raw) {
    return figure2(
        "figure-02b-opponency-resnet-1",
        normalised,
        raw,
        EarlyVision.RESNET_1,
        PublishedCensus.VENTRAL_1);
  }

  private static Figure figure2(
      String stem,
      OpponencyResults normalised,
      OpponencyResults raw,
      String layer,
      String published) {
    List<Tile> tiles = new ArrayList<>();
    List<SharesChart.Bar> all = new ArrayList<>();
    for (OpponencyReading reading : OpponencyReading.values()) {
      List<SharesChart.Bar> bars =
          bars(reading, reading.normalised() ? normalised : raw, layer, published);
      all.addAll(bars);
      tiles.add(new Tile(heading(reading), chart(bars, reading == OpponencyReading.AUTHORS_CODE)));
    }
    return new Figure(
            stem,
            "Opponent cells in " + LayerNames.of(layer),
            "Cells by the opponency of their responses to hues and greys, all of a width together,"
                + " bars of a width in the order T, R, C, I. T: trained networks, R: the same"
                + " before training, C and I: the authors' own shallow networks on CIFAR-10 and on"
                + " ImageNet (Harris et al. 2019, 2020; not this paper's ResNet-50s), which were"
                + " shown no greys. Linear cells with random signs: the share among cells that only"
                + " weigh red, green and blue, each with a random sign and no bias. Below: cells,"
                + " the same in all panels. Large: the default, since its rule gives every label"
                + " that the authors published.",
            large(tiles, SharesChart.legend(all)),
            table(all),
            normalised.provenance().and(raw.provenance()))
        .over(trained(normalised), "network");
  }

  private static long trained(OpponencyResults results) {
    return results.networks().stream()
        .filter(one -> one.value().weights() == WeightOrigin.TRAINED)
        .count();
  }

  private static String heading(OpponencyReading reading) {
    return reading.label()
        + (reading == OpponencyReading.AUTHORS_CODE ? " (authors' code; the default)" : "");
  }

  /** The first above all the others. */
  private static Drawing large(List<Tile> tiles, Legend legend) {
    TileGrid others = TileGrid.of(tiles.subList(1, tiles.size()), COLUMNS);
    return new TileGrid(List.of(tiles.get(0), new Tile("", others)), 1, legend);
  }

  private static ResultTable table(List<SharesChart.Bar> bars) {
    return ResultTable.of(WidthShares.class, bars.stream().map(SharesChart.Bar::shares).toList());
  }

  private static List<SharesChart.Bar> bars(
      OpponencyReading reading, OpponencyResults results, String layer, String published) {
    List<SharesChart.Bar> bars =
        own(reading, results, layer, OptionalDouble.of(reading.linearNull()));
    bars.addAll(published("C", reading, PublishedCondition.CIFAR10_COLOUR, published));
    bars.addAll(published("I", reading, PublishedCondition.IMAGENET, published));
    return bars;
  }

  private static List<SharesChart.Bar> own(
      OpponencyReading reading, OpponencyResults results, String layer, OptionalDouble expected) {
    List<SharesChart.Bar> bars = new ArrayList<>();
    for (OpponencyBar bar : OpponencyBar.of(reading.label(), results.by(reading.rule()))) {
      if (bar.shares().layer().equals(layer)) {
        boolean random = bar.shares().networks().equals(WeightOrigin.RANDOM.label());
        bars.add(bar(random ? "R" : "T", bar, random ? expected : OptionalDouble.empty()));
      }
    }
    return bars;
  }

  private static List<SharesChart.Bar> published(
      String name, OpponencyReading reading, PublishedCondition condition, String layer) {
    return OpponencyBar.published(reading, condition, layer).stream()
        .map(bar -> bar(name, bar, OptionalDouble.empty()))
        .toList();
  }

  /**
   * The CIFAR-10 networks beside the authors' own of the same widths, by the authors' code.
   *
   * @param results of Retina-2 and of the first layer behind it, not normalised
   */
  public static Figure cifar10(OpponencyResults results) {
    List<String> published = List.of(PublishedCensus.RETINA_2, PublishedCensus.VENTRAL_1);
    List<Tile> tiles = new ArrayList<>();
    List<SharesChart.Bar> all = new ArrayList<>();
    for (int i = 0; i < published.size(); i++) {
      String layer = results.layers().get(i);
      List<SharesChart.Bar> bars = cifar10(results, layer, published.get(i));
      all.addAll(bars);
      tiles.add(new Tile(LayerNames.of(layer), chart(bars, true)));
    }
    return new Figure(
            "figure-10-cifar10-opponency",
            "Opponent cells of the CIFAR-10 networks",
            "Cells by the opponency of their responses to hues and greys, all of a width together, by"
                + " the authors' code. T: trained networks, R: the same before training, whose biases"
                + " are zero, so that the response to black is zero and no cell is colour opponent;"
                + " C: the authors' own (Harris et al. 2019, 2020), ventral depths 0 to 4, ten"
                + " networks of each, which were shown no greys. Below: cells.",
            new TileGrid(tiles, 1, SharesChart.legend(all)),
            table(all),
            results.provenance())
        .over(trained(results), "network");
  }

  private static List<SharesChart.Bar> cifar10(
      OpponencyResults results, String layer, String published) {
    OpponencyReading reading = OpponencyReading.AUTHORS_CODE_RAW;
    List<SharesChart.Bar> bars = own(reading, results, layer, OptionalDouble.empty());
    Set<Integer> widths =
        bars.stream().map(bar -> bar.shares().width()).collect(Collectors.toSet());
    published("C", reading, PublishedCondition.CIFAR10_COLOUR, published).stream()
        .filter(bar -> widths.contains(bar.shares().width()))
        .forEach(bars::add);
    return bars;
  }

  private static SharesChart.Bar bar(String name, OpponencyBar bar, OptionalDouble expected) {
    return new SharesChart.Bar(name, bar.shares(), bar.runs(), expected);
  }

  private static Drawing chart(List<SharesChart.Bar> bars, boolean large) {
    List<Integer> widths =
        bars.stream().map(bar -> bar.shares().width()).distinct().sorted().toList();
    return new SharesChart(
        large ? LARGE_WIDTH : SMALL_WIDTH,
        large ? LARGE_HEIGHT : SMALL_HEIGHT,
        large,
        widths.stream().map(large ? BottleneckWidth::name : String::valueOf).toList(),
        large ? "" : WidthStyle.AXIS,
        widths.stream()
            .map(width -> bars.stream().filter(bar -> bar.shares().width() == width).toList())
            .toList());
  }

  /**
   * The same through networks of one kind, a panel a width; layers in the order they come in.
   *
   * @param results measured behind the ReLU in all layers
   */
  public static Figure stages(OpponencyResults results) {
    List<SharesChart.Bar> bars =
        OpponencyBar.of("behind the ReLU", results).stream()
            .map(bar -> bar("", bar, OptionalDouble.empty()))
            .toList();
    List<Tile> tiles =
        bars.stream()
            .map(bar -> bar.shares().width())
            .distinct()
            .map(width -> stages(width, bars))
            .toList();
    return new Figure(
            "figure-02-opponency-by-stage",
            "Opponent cells from the image to the last stage",
            "Cells through the network, a panel a bottleneck width, all behind their ReLU, where to"
                + " cross the baseline is the authors' rule. R1, R2: retinal convolutions; C1: first"
                + " convolution of the ResNet, behind its batch norm; S1 to S4: outputs of its stages."
                + " Below: cells.",
            new TileGrid(tiles, Math.min(COLUMNS, tiles.size()), SharesChart.legend(bars)),
            table(bars),
            results.provenance())
        .over(trained(results), "network");
  }

  private static Tile stages(int width, List<SharesChart.Bar> all) {
    List<SharesChart.Bar> own = all.stream().filter(bar -> bar.shares().width() == width).toList();
    Stream<String> layers = own.stream().map(bar -> LayerNames.brief(bar.shares().layer()));
    return new Tile(
        BottleneckWidth.name(width),
        new SharesChart(
            SMALL_WIDTH,
            SMALL_HEIGHT,
            true,
            layers.toList(),
            "stage",
            own.stream().map(List::of).toList()));
  }
}
