package org.opponency.report;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.images.RgbImage;
import org.opponency.physiology.DifferenceOfGaussians;
import org.opponency.physiology.Linearity;
import org.opponency.physiology.ReceptiveField;
import org.opponency.physiology.ResponseMap;
import org.opponency.report.chart.WidthChart;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.report.draw.ValueAxis;
import org.opponency.report.table.ResultTable;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.ReceptiveFieldResults;
import org.opponency.study.results.RetinalFields;

/** The figures of receptive fields: what they look like and how linear they are. */
public final class ReceptiveFieldFigures {
  private static final int COLUMNS = 16;
  private static final int CELL = 46;
  private static final int EXAMPLE = 96;

  private ReceptiveFieldFigures() {}

  /**
   * Figure 8: receptive fields of Retina-2 in colour and in grey, the networks of each width
   * together; dead ones are left out.
   *
   * @param results of the networks to show
   */
  public static Figure fields(ReceptiveFieldResults results) {
    List<Tile> tiles = new ArrayList<>();
    living(results, RetinalFields::fields)
        .forEach(
            (width, fields) -> {
              tiles.add(
                  tile(BottleneckWidth.name(width) + ", colour", fields, ReceptiveField::colour));
              tiles.add(tile(BottleneckWidth.name(width) + ", grey", fields, ReceptiveField::grey));
            });
    return new Figure(
        "figure-08-receptive-fields",
        "Receptive fields in Retina-2",
        "Gradient of the centre cell's response before the ReLU at a field of zeros, between its"
            + " minimum and its maximum; the part of the image that a cell sees.",
        TileGrid.of(tiles, 1),
        table(results),
        results.provenance());
  }

  /**
   * One cell of a layer in a table.
   *
   * @param fit of a difference of Gaussians
   * @param centreSurround whether fit and surround are good enough to say so
   * @param linearity 0 for a linear cell
   */
  public record CellRow(DifferenceOfGaussians fit, boolean centreSurround, double linearity) {}

  /** Receptive fields of all cells of one layer, with their fits and scores. */
  public static Figure layer(
      List<ReceptiveField> fields,
      List<DifferenceOfGaussians> fits,
      List<Linearity> linearity,
      Provenance provenance) {
    List<CellRow> rows =
        fits.stream()
            .map(fit -> new CellRow(fit, fit.isCentreSurround(), linearity.get(fit.cell()).score()))
            .toList();
    return new Figure(
        "receptive-fields",
        "Receptive fields of " + fields.get(0).layer(),
        "Gradient of the centre cell's response; the part of the image that a cell sees.",
        TileGrid.of(
            List.of(
                tile("colour", fields, ReceptiveField::colour),
                tile("grey", fields, ReceptiveField::grey)),
            1),
        ResultTable.of(rows),
        provenance);
  }

  /** Figure 9: responses of the same cells to an example image. */
  public static Figure responses(ReceptiveFieldResults results) {
    List<Tile> tiles = new ArrayList<>();
    tiles.add(new Tile("input", ContactSheet.of(List.of(results.example())).cell(EXAMPLE)));
    living(results, RetinalFields::maps)
        .forEach(
            (width, maps) ->
                tiles.add(tile(BottleneckWidth.name(width), maps, ResponseMap::image)));
    List<Measured<MapRange>> rows =
        results.networks().stream()
            .flatMap(one -> one.each(RetinalFields::maps))
            .map(map -> map.map(MapRange::of))
            .toList();
    return new Figure(
        "figure-09-responses",
        "Responses of Retina-2 to an image",
        "Response maps of the cells of Figure 8, in its order, before the ReLU, each between its"
            + " smallest and its largest response.",
        TileGrid.of(tiles, 1),
        ResultTable.of(rows).without("redraws", "dead"),
        results.provenance());
  }

  /**
   * The range of a response map.
   *
   * @param cell its channel, counted from 0
   * @param smallest response
   * @param largest response
   */
  public record MapRange(int cell, double smallest, double largest) {
    private static MapRange of(ResponseMap map) {
      var range = new DoubleSummaryStatistics();
      for (float value : map.values()) {
        range.accept(value);
      }
      return new MapRange(map.cell(), range.getMin(), range.getMax());
    }
  }

  /** Share of centre-surround cells in Retina-2 by width. */
  public static Figure centreSurround(ReceptiveFieldResults results) {
    return byWidth(
        "centre-surround",
        "Centre-surround cells in Retina-2",
        "Share of cells of whose receptive field a difference of Gaussians explains at least three"
            + " quarters of the variance, with a surround that takes back at least a quarter of the"
            + " centre: mean and standard deviation over n runs.",
        results,
        results.centreSurround(),
        ValueAxis.percent("share of cells"));
  }

  /** Mean linearity score of Retina-2 by width. */
  public static Figure linearity(ReceptiveFieldResults results) {
    return byWidth(
        "linearity",
        "How the gradients of Retina-2 vary with the input",
        "Standard deviation of the scaled gradient over five random inputs (0 for a linear cell),"
            + " mean over the cells of a network: mean and standard deviation over n runs.",
        results,
        results.linearity(),
        ValueAxis.number("linearity score"));
  }

  private static Figure byWidth(
      String stem,
      String title,
      String caption,
      ReceptiveFieldResults results,
      ByWidth runs,
      ValueAxis axis) {
    return new Figure(
        stem,
        title,
        caption,
        WidthChart.alone(runs, axis, Optional.empty()),
        table(results),
        results.provenance());
  }

  private static <T> Tile tile(String heading, List<T> cells, Function<T, RgbImage> image) {
    List<RgbImage> images = cells.stream().map(image).toList();
    return new Tile(heading, ContactSheet.of(images).columns(COLUMNS).cell(CELL));
  }

  /** A list of something of all living networks of each width that has any. */
  private static <T> SortedMap<Integer, List<T>> living(
      ReceptiveFieldResults results, Function<RetinalFields, List<T>> parts) {
    SortedMap<Integer, List<T>> living = new TreeMap<>();
    Measured.byWidth(results.networks())
        .forEach(
            (width, runs) -> {
              if (!runs.isEmpty()) {
                living.put(width, runs.stream().map(parts).flatMap(List::stream).toList());
              }
            });
    return living;
  }

  private static ResultTable table(ReceptiveFieldResults results) {
    return ResultTable.of(results.rows()).without("redraws");
  }
}
