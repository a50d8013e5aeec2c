package org.opponency.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
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
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.results.CensusResults;
import org.opponency.study.results.ClassShare;
import org.opponency.study.results.OpponencyResults;
import org.opponency.study.results.SpatialOpponency;
import org.opponency.study.results.WeightOrigin;

/** The figures of opponency: which cells there are, and what each of them prefers. */
public final class OpponencyFigures {
  private static final int SHARES_WIDTH = 400;
  private static final int SHARES_HEIGHT = 260;
  private static final int STAGES_WIDTH = 300;
  private static final int STAGES_HEIGHT = 190;

  private OpponencyFigures() {}

  /** Figure 2a, of Retina-2: trained networks, and random ones for the null. */
  public static Figure retina2(OpponencyResults results) {
    return shares("figure-02a-opponency-retina-2", results, EarlyVision.RETINA_2);
  }

  /** Figure 2b, of ResNet-1. */
  public static Figure resNet1(OpponencyResults results) {
    return shares("figure-02b-opponency-resnet-1", results, EarlyVision.RESNET_1);
  }

  private static Figure shares(String stem, OpponencyResults results, String layer) {
    List<ClassShare> rows =
        results.byClass().stream().filter(row -> row.layer().equals(layer)).toList();
    List<Panel> panels =
        Stream.of(WeightOrigin.values())
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
        results.provenance());
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

  /** The same through networks of one kind, a panel a width; layers in the order they come in. */
  public static Figure stages(OpponencyResults results) {
    List<ClassShare> shares = results.byClass();
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
        results.provenance());
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

  /** Spatial and double opponency of a layer by width, a panel each. */
  public static Figure spatial(CensusResults census, String layer) {
    List<Measured<SpatialOpponency>> rows =
        census.rows().stream().filter(row -> row.value().layer().equals(layer)).toList();
    return new Figure(
        "spatial-opponency",
        "Spatial and double opponency in " + LayerNames.of(layer),
        "Share of cells that gratings both excite and inhibit (above), and of those that hues do,"
            + " too (below): mean and standard deviation over n runs.",
        TileGrid.of(
            List.of(
                new Tile("spatially opponent", chart(rows, SpatialOpponency::spatial)),
                new Tile("double opponent", chart(rows, SpatialOpponency::doubleOpponent))),
            1),
        ResultTable.measured(SpatialOpponency.class, rows).without("model", "redraws"),
        census.provenance());
  }

  private static Drawing chart(
      List<Measured<SpatialOpponency>> rows, ToDoubleFunction<SpatialOpponency> share) {
    ValueAxis axis = ValueAxis.percent("share of cells");
    return WidthChart.alone(ByWidth.of(axis.fullTitle(), rows, share), axis, List.of());
  }
}
