package org.opponency.report;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.Comparison;
import org.opponency.report.chart.LayerNames;
import org.opponency.report.chart.SharesChart;
import org.opponency.report.chart.WidthChart;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.report.draw.ValueAxis;
import org.opponency.report.table.ResultTable;
import org.opponency.study.Provenance;
import org.opponency.study.analysis.ClassShare;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.analysis.ModelCensus;
import org.opponency.study.analysis.ModelShares;

/** The figures of opponency: which cells there are, and what each of them prefers. */
public final class OpponencyFigures {
  private static final int SHARES_WIDTH = 400;
  private static final int SHARES_HEIGHT = 260;
  private static final int STAGES_WIDTH = 300;
  private static final int STAGES_HEIGHT = 190;

  private OpponencyFigures() {}

  /**
   * Figure 2a, of Retina-2.
   *
   * @param shares rows of trained networks, and of random ones for the null; of any layers
   */
  public static Figure retina2(List<ClassShare> shares, Provenance provenance) {
    return shares("figure-02a-opponency-retina-2", shares, EarlyVision.RETINA_2, provenance);
  }

  /** Figure 2b, of ResNet-1. */
  public static Figure resNet1(List<ClassShare> shares, Provenance provenance) {
    return shares("figure-02b-opponency-resnet-1", shares, EarlyVision.RESNET_1, provenance);
  }

  private static Figure shares(
      String stem, List<ClassShare> shares, String layer, Provenance provenance) {
    List<ClassShare> rows = shares.stream().filter(row -> row.layer().equals(layer)).toList();
    List<Panel> panels =
        Stream.of(ModelShares.Weights.values())
            .map(weights -> rows.stream().filter(row -> row.network() == weights).toList())
            .filter(members -> !members.isEmpty())
            .map(OpponencyFigures::widths)
            .toList();
    return new Figure(
        stem,
        "Opponent cells in " + LayerNames.of(layer),
        "Shares of cells by the opponency of their responses to hues and greys: mean and standard"
            + " deviation over runs, by bottleneck width. Random weights are those of the same"
            + " networks before training.",
        new PanelGrid(
            panels,
            panels.size(),
            "bottleneck width (channels)",
            SharesChart.axisTitle(),
            SharesChart.legend()),
        ResultTable.of(ClassShare.class, rows),
        provenance);
  }

  private static Panel widths(List<ClassShare> rows) {
    List<Integer> widths = rows.stream().map(ClassShare::width).distinct().toList();
    return new Panel(
        rows.get(0).network().label(),
        SharesChart.of(
            SHARES_WIDTH,
            SHARES_HEIGHT,
            widths.stream().map(String::valueOf).toList(),
            widths.stream()
                .map(width -> rows.stream().filter(row -> row.width() == width).toList())
                .toList()));
  }

  /**
   * The same through the network, a panel a width.
   *
   * @param shares rows of networks of one kind; layers are drawn in the order in which they come
   */
  public static Figure stages(List<ClassShare> shares, Provenance provenance) {
    List<Integer> widths = shares.stream().map(ClassShare::width).distinct().toList();
    List<Panel> panels =
        widths.stream()
            .map(width -> shares.stream().filter(row -> row.width() == width).toList())
            .map(OpponencyFigures::layers)
            .toList();
    return new Figure(
        "figure-02-opponency-by-stage",
        "Opponent cells from the image to the last stage",
        "Shares of cells through the network, a panel a bottleneck width: mean and standard"
            + " deviation over runs. R1, R2: retinal convolutions; C1: first convolution of the"
            + " ResNet; S1 to S4: outputs of its stages, which lie behind a ReLU.",
        new PanelGrid(
            panels,
            Math.min(3, panels.size()),
            "layer",
            SharesChart.axisTitle(),
            SharesChart.legend()),
        ResultTable.of(ClassShare.class, shares),
        provenance);
  }

  private static Panel layers(List<ClassShare> rows) {
    List<String> layers = rows.stream().map(ClassShare::layer).distinct().toList();
    return new Panel(
        BottleneckWidth.name(rows.get(0).width()),
        SharesChart.of(
            STAGES_WIDTH,
            STAGES_HEIGHT,
            layers.stream().map(LayerNames::brief).toList(),
            layers.stream()
                .map(layer -> rows.stream().filter(row -> row.layer().equals(layer)).toList())
                .toList()));
  }

  /**
   * Spatial and double opponency of a layer by width, a panel each.
   *
   * @param rows of all layers
   */
  public static Figure spatial(List<ModelCensus.Row> rows, String layer, Provenance provenance) {
    List<ModelCensus.Row> members = rows.stream().filter(r -> r.layer().equals(layer)).toList();
    return new Figure(
        "spatial-opponency",
        "Spatial and double opponency in " + LayerNames.of(layer),
        "Share of cells that gratings both excite and inhibit (above), and of those that hues do,"
            + " too (below): mean and standard deviation over n runs.",
        TileGrid.of(
            List.of(
                new Tile("spatially opponent", chart(members, ModelCensus.Row::spatial)),
                new Tile("double opponent", chart(members, ModelCensus.Row::doubleOpponent))),
            1),
        ResultTable.of(ModelCensus.Row.class, members),
        provenance);
  }

  private static Drawing chart(
      List<ModelCensus.Row> rows, ToDoubleFunction<ModelCensus.Row> share) {
    ValueAxis axis = ValueAxis.percent("share of cells");
    var runs =
        Comparison.of(axis.fullTitle(), rows, ModelCensus.Row::width, share, ModelCensus.Row::dead);
    return WidthChart.alone(runs, axis, Optional.empty());
  }
}
