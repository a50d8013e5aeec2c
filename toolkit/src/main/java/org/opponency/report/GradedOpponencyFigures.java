package org.opponency.report;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.opponency.evaluation.Measured;
import org.opponency.physiology.CellOpponency;
import org.opponency.physiology.LuminanceTuning;
import org.opponency.physiology.OpponencyRule;
import org.opponency.physiology.Responses;
import org.opponency.report.chart.GreyCurve;
import org.opponency.report.chart.IndexChart;
import org.opponency.report.chart.LayerNames;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.HueWheel;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.report.table.ResultTable;
import org.opponency.stimuli.Grey;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.OpponencyResults;

/**
 * The figures of how far cells are opponent, beside whether: their degrees, and what greys show.
 */
public final class GradedOpponencyFigures {
  private static final int INDEX_WIDTH = 323;
  private static final int INDEX_HEIGHT = 240;
  private static final int CURVE = 150;
  private static final int CURVES_A_ROW = 4;

  private GradedOpponencyFigures() {}

  /**
   * How evenly one cell's responses lie about its baselines.
   *
   * @param layer PyTorch module path
   * @param cell its channel, counted from 0
   * @param colour index of its responses to hues; NaN if they are all alike
   * @param luminance index of its responses to greys, likewise
   * @param turns whether its curve over greys is V-shaped
   */
  public record GradedCell(String layer, int cell, double colour, double luminance, boolean turns) {
    static GradedCell of(CellOpponency cell) {
      return new GradedCell(
          cell.layer(),
          cell.cell(),
          cell.colour().index(),
          cell.luminance().index(),
          cell.luminance().turns());
    }
  }

  /** Degrees of opponency of all cells of a layer, dead networks left out. */
  public static Figure degrees(OpponencyResults results, String layer) {
    List<Measured<GradedCell>> cells =
        results.cells(layer).stream().map(one -> one.map(GradedCell::of)).toList();
    return new Figure(
            "opponency-degrees",
            "Degrees of opponency in " + LayerNames.of(layer),
            "2 min(u, d) / (u + d), where u and d are how far a cell's responses go above and below its"
                + " baseline: 0 on one side of it, 100 % evenly about it. A dot a cell, those of each"
                + " width in order; dots at 0 do not cross. Below the dashed line a cell crosses by"
                + " less than 5 % of its range.",
            new TileGrid(
                List.of(
                    new Tile("colour", degrees(cells, cell -> plain(cell.colour()))),
                    new Tile(
                        "luminance",
                        degrees(
                            cells, cell -> new IndexChart.Cell(cell.luminance(), cell.turns())))),
                2,
                IndexChart.legend()),
            ResultTable.measured(GradedCell.class, cells),
            results.provenance())
        .over(cells.size(), "cell");
  }

  private static IndexChart.Cell plain(double index) {
    return new IndexChart.Cell(index, false);
  }

  private static Drawing degrees(
      List<Measured<GradedCell>> cells, Function<GradedCell, IndexChart.Cell> index) {
    var widths = Measured.byWidth(cells);
    return new IndexChart(
        INDEX_WIDTH,
        INDEX_HEIGHT,
        widths.keySet().stream().map(String::valueOf).toList(),
        widths.values().stream().map(own -> own.stream().map(index).toList()).toList());
  }

  /**
   * One point of a cell's curve over greys.
   *
   * @param cell its channel, counted from 0
   * @param level 0 (black) to 1 (white)
   * @param response of the cell
   * @param baseline its response to the background
   */
  public record GreyPoint(int cell, double level, float response, float baseline) {}

  /**
   * Curves of a layer's cells from black to white.
   *
   * @param name of the network, for the title
   * @param cells at most so many, the first
   */
  public static Figure greyCurves(
      String name, Responses<Grey> responses, int cells, Provenance provenance) {
    int shown = Math.min(cells, responses.cells());
    List<GreyPoint> points = new ArrayList<>();
    for (int cell = 0; cell < shown; cell++) {
      for (int i = 0; i < responses.stimuli().size(); i++) {
        double level = responses.stimuli().get(i).level();
        points.add(
            new GreyPoint(cell, level, responses.curves()[cell][i], responses.baseline(cell)));
      }
    }
    return new Figure(
            "grey-curves",
            "Curves over greys of " + name,
            "Responses to full fields from black (left) to white. Dashed: the response to grey 0.5, the"
                + " baseline. Each curve has a scale of its own. The index says how evenly responses lie"
                + " about the baseline. V: the curve turns between black and white.",
            new TileGrid(
                IntStream.range(0, shown).mapToObj(cell -> greyCurve(responses, cell)).toList(),
                CURVES_A_ROW,
                HueWheel.legend("response, from black to white")),
            ResultTable.of(GreyPoint.class, points),
            provenance)
        .over(shown, "cell");
  }

  private static Tile greyCurve(Responses<Grey> responses, int cell) {
    LuminanceTuning tuning = LuminanceTuning.of(responses, cell, OpponencyRule.CROSSES);
    return new Tile(
        format("cell %d, index %.0f %%%s", cell, 100 * tuning.index(), tuning.turns() ? ", V" : ""),
        new GreyCurve(CURVE, responses.curve(cell), responses.baseline(cell)));
  }
}
