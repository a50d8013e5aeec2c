package org.opponency.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.opponency.evaluation.ByWidth;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.report.draw.ValueAxis;

/**
 * Two charts of widths: some runs at the left and others at the right, in another colour.
 *
 * @param heading stands above both where there are several pairs
 * @param axis of both
 * @param same whether both are on one scale; else their axes span as much, each about its own
 *     values, so that slopes can be compared
 */
public record WidthPair(String heading, Side ours, Side others, ValueAxis axis, boolean same) {
  private static final int WIDTH = 313;
  private static final int LOW = 180;

  /**
   * One of the two.
   *
   * @param heading stands above it
   * @param whose the runs are, for the legend
   * @param runs what it shows
   * @param references lines to compare with
   */
  public record Side(String heading, String whose, ByWidth runs, List<Reference> references) {}

  /** Trained networks, and the same with random weights beside them, on one scale. */
  public static WidthPair withRandom(
      String heading, ByWidth trained, ByWidth random, ValueAxis axis) {
    return new WidthPair(
        heading,
        new Side("trained", "trained", trained, List.of()),
        new Side("random weights", "random", random, List.of()),
        axis,
        true);
  }

  /** The pair by itself. */
  public PanelGrid grid() {
    return grid(WidthChart.HEIGHT);
  }

  /** Pairs below each other under one legend, the lower the more there are. */
  public static TileGrid below(List<WidthPair> pairs) {
    int height = pairs.size() > 2 ? LOW : WidthChart.HEIGHT;
    List<PanelGrid> grids = pairs.stream().map(pair -> pair.grid(height)).toList();
    List<Tile> tiles =
        IntStream.range(0, pairs.size())
            .mapToObj(i -> new Tile(pairs.get(i).heading(), grids.get(i).withoutLegend()))
            .toList();
    return new TileGrid(tiles, 1, grids.get(0).legend());
  }

  private PanelGrid grid(int height) {
    WidthChart left = chart(ours, 0, height);
    WidthChart right = chart(others, 1, height);
    double span = Math.max(left.range().span(), right.range().span());
    var both = axis.range(DoubleStream.concat(left.span(), right.span()));
    var one = left.footed(same ? both : axis.widened(left.range(), span));
    var other = right.footed(same ? both : axis.widened(right.range(), span));
    double most = Math.max(one.span(), other.span());
    var panels =
        List.of(
            new Panel(ours.heading(), left.chart(one.lowered(most))),
            new Panel(others.heading(), right.chart(other.lowered(most))));
    var entries = new ArrayList<>(left.entries(ours.whose() + ": "));
    entries.addAll(right.entries(others.whose() + ": "));
    return left.grid(panels, new Legend(entries));
  }

  private WidthChart chart(Side side, int place, int height) {
    return new WidthChart(side.runs(), axis, side.references(), place, WIDTH, height);
  }
}
