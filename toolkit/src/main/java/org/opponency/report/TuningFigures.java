package org.opponency.report;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opponency.physiology.OrientationMap;
import org.opponency.physiology.Responses;
import org.opponency.physiology.cone.ConeCell;
import org.opponency.report.chart.HueDifference;
import org.opponency.report.draw.ColourScale;
import org.opponency.report.draw.HeatMap;
import org.opponency.report.draw.HueWheel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.report.table.ResultTable;
import org.opponency.stimuli.Grating;
import org.opponency.stimuli.Hue;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.HueShare;
import org.opponency.study.results.OpponencyResults;

/** The figures of tuning: what single cells respond to, and what they prefer together. */
public final class TuningFigures {
  private static final int WHEEL = 150;
  private static final int TILES_A_ROW = 4;

  private TuningFigures() {}

  /**
   * One point of a cell's hue curve.
   *
   * @param cell its channel, counted from 0
   * @param hue in degrees
   * @param response of the cell
   * @param baseline its response to the background
   */
  public record HuePoint(int cell, double hue, float response, float baseline) {}

  /**
   * Hue curves of a layer's cells on the colour wheel.
   *
   * @param name of the network, for the title
   * @param cells at most so many, the first
   */
  public static Figure hueCurves(
      String name, Responses<Hue> responses, int cells, Provenance provenance) {
    int shown = Math.min(cells, responses.cells());
    List<HuePoint> points = new ArrayList<>();
    for (int cell = 0; cell < shown; cell++) {
      for (int i = 0; i < responses.stimuli().size(); i++) {
        double hue = responses.stimuli().get(i).degrees();
        points.add(new HuePoint(cell, hue, responses.curves()[cell][i], responses.baseline(cell)));
      }
    }
    List<Tile> wheels =
        IntStream.range(0, shown)
            .mapToObj(
                cell ->
                    new Tile(
                        "cell " + cell + (responses.baseline(cell) > 0 ? "" : ", baseline ≤ 0"),
                        HueWheel.of(WHEEL, responses.curve(cell), responses.baseline(cell))))
            .toList();
    return new Figure(
            "hue-curves",
            "Hue curves of " + name,
            "Responses to full fields of each hue around the colour wheel, red at the right. Dashed:"
                + " the response to black, the baseline. A curve that crosses it belongs to a cell"
                + " that is colour opponent by the paper's words; by the authors' code only if the"
                + " baseline is above zero. Each wheel has a scale of its own.",
            new TileGrid(wheels, TILES_A_ROW, HueWheel.legend("response to a hue")),
            ResultTable.of(HuePoint.class, points),
            provenance)
        .over(shown, "cell");
  }

  /**
   * How much more often hues excite and inhibit most than with random weights, a panel a layer: by
   * saturated hues, whose peaks at the corners of the RGB cube random weights have as well, and by
   * hues of one luminance.
   *
   * @param saturated trained networks and random ones, shown HSL hues
   * @param isoluminant the same, shown hues of one luminance
   * @throws IllegalArgumentException if trained or random networks are missing
   */
  public static Figure preferredHues(OpponencyResults saturated, OpponencyResults isoluminant) {
    List<HueShare> hsl = saturated.preferredHues("HSL");
    List<HueShare> even = isoluminant.preferredHues("isoluminant");
    PanelGrid above =
        HueDifference.grid(hsl, 60, "HSL hue: red at 0°, green at 120°, blue at 240°");
    PanelGrid below =
        HueDifference.grid(
            even, 90, "hue of one luminance: red (L) at 0°, violet (S) at 90°, green at 180°");
    return new Figure(
            "preferred-hues",
            "Most exciting and most inhibiting hues, trained minus random weights",
            "Share of the cells whose most exciting (or most inhibiting) hue falls into each of 45 bins,"
                + " less that of the same networks with random weights: mean over runs that have"
                + " every width, the cells of all widths of a run together; bands one standard"
                + " deviation of the trained runs. Above, saturated hues against black: they differ"
                + " in luminance 13-fold, which alone makes peaks at the corners of the RGB cube,"
                + " in random weights, too. Below, hues of one luminance about mid-grey, in the"
                + " plane of Derrington, Krauskopf and Lennie (1984), whose cone contrasts have a"
                + " root mean square of "
                + ConeCell.CONTRAST
                + ".",
            new TileGrid(
                List.of(
                    new Tile("saturated hues", above.withoutLegend()),
                    new Tile("hues of one luminance", below.withoutLegend())),
                1,
                above.legend()),
            ResultTable.of(HueShare.class, Stream.concat(hsl.stream(), even.stream()).toList()),
            saturated.provenance().and(isoluminant.provenance()))
        .over(hsl.get(0).runs(), "trained run");
  }

  /**
   * One place of a cell's map.
   *
   * @param cell its channel, counted from 0
   * @param orientation in degrees
   * @param frequency in periods a stimulus
   * @param peak response, the largest over phases
   */
  public record MapPoint(int cell, double orientation, double frequency, float peak) {}

  /**
   * Maps of orientation and frequency of a layer's cells.
   *
   * @param name of the network, for the title
   * @param responses behind the ReLU
   * @param cells at most so many, the first
   */
  public static Figure orientationMaps(
      String name, Responses<Grating> responses, int cells, Provenance provenance) {
    List<Tile> tiles = new ArrayList<>();
    List<MapPoint> points = new ArrayList<>();
    for (int cell = 0; cell < Math.min(cells, responses.cells()); cell++) {
      OrientationMap map = OrientationMap.of(responses, cell);
      HeatMap drawn = orientationMap(map);
      var range = drawn.range();
      String heading =
          range.span() == 0
              ? "cell " + cell
              : format("cell %d, %.3g to %.3g", cell, range.low(), range.high());
      tiles.add(new Tile(heading, drawn));
      for (int row = 0; row < map.orientations().size(); row++) {
        for (int column = 0; column < map.frequencies().size(); column++) {
          points.add(
              new MapPoint(
                  cell,
                  map.orientations().get(row),
                  map.frequencies().get(column),
                  map.peaks()[row][column]));
        }
      }
    }
    return new Figure(
            "orientation-maps",
            "Orientation and frequency tuning of " + name,
            "Largest response over phases to gratings, behind the ReLU, by the orientation of the bars"
                + " and their frequency. Each map has a scale of its own, from the cell's smallest"
                + " response to its largest, which stand above it. A silent cell responds to none.",
            TileGrid.of(
                List.of(
                    new Tile("", TileGrid.of(tiles, TILES_A_ROW)),
                    new Tile(
                        "", new ColourScale("smallest response", "largest response of the cell"))),
                1),
            ResultTable.of(MapPoint.class, points),
            provenance)
        .over(tiles.size(), "cell");
  }

  /** The map of one cell. */
  public static HeatMap orientationMap(OrientationMap map) {
    return new HeatMap(
        map.peaks(),
        map.orientations().stream().map(value -> format("%.0f°", value)).toList(),
        map.frequencies().stream().map(value -> format("%.0f", value)).toList(),
        "orientation",
        "periods a stimulus",
        "silent");
  }
}
