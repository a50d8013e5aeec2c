package org.opponency.report;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.images.RgbImage;
import org.opponency.physiology.DifferenceOfGaussians;
import org.opponency.physiology.Linearity;
import org.opponency.physiology.ReceptiveField;
import org.opponency.physiology.ResponseMap;
import org.opponency.report.chart.WidthChart;
import org.opponency.report.chart.WidthWords;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.report.draw.ValueAxis;
import org.opponency.report.table.ResultTable;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.ReceptiveFieldResults;
import org.opponency.study.results.RetinalFields;

/** The figures of receptive fields: what they look like and how linear they are. */
public final class ReceptiveFieldFigures {
  private static final int COLUMNS = 11;
  private static final int CELL = 52;
  private static final int LARGE = 2 * CELL;
  private static final int MANY = 4;

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
        .forEach((width, cells) -> addFields(tiles, width, cells));
    long cells =
        results.networks().stream()
            .filter(n -> !n.dead())
            .flatMap(n -> n.each(RetinalFields::fields))
            .count();
    return new Figure(
            "figure-08-receptive-fields",
            "Receptive fields in Retina-2",
            "Gradient of the centre cell's response before the ReLU at a field of zeros; the part of"
                + " the image that a cell sees. Own scale: each between its minimum (black) and its"
                + " maximum (white), as in the paper. Common scale: mid-grey is zero, and all cells"
                + " of a width share the slope that is black or white.",
            TileGrid.of(tiles, 1),
            table(results),
            results.provenance())
        .over(results.networks().size(), "network")
        .over(cells, "cell")
        .finding(WidthWords.of(Quantity.RETINA2_CENTRE_SURROUND.of(results)));
  }

  private static void addFields(List<Tile> tiles, int width, List<Named<ReceptiveField>> cells) {
    double largest =
        cells.stream().mapToDouble(cell -> cell.value().largest()).max().orElse(Double.MIN_NORMAL);
    double scale = Math.max(largest, Double.MIN_NORMAL);
    tiles.add(tile(width, "colour, own scale", cells, ReceptiveField::colour));
    tiles.add(tile(width, "colour, common scale", cells, field -> field.signed(scale)));
    tiles.add(tile(width, "grey, own scale", cells, ReceptiveField::grey));
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
                new Tile("colour", sheet(fields, ReceptiveField::colour)),
                new Tile("grey", sheet(fields, ReceptiveField::grey))),
            1),
        ResultTable.of(rows),
        provenance);
  }

  /** Figure 9: responses of the same cells to an example image. */
  public static Figure responses(ReceptiveFieldResults results) {
    List<Tile> tiles = new ArrayList<>();
    tiles.add(
        new Tile(
            "input",
            ContactSheet.of(List.of(results.example()))
                .cell(results.example().width())
                .interpolated()));
    living(results, one -> one.maps().stream().map(map -> map.inner(border(one))).toList())
        .forEach((width, maps) -> tiles.add(tile(width, "responses", maps, ResponseMap::image)));
    List<Measured<MapRange>> rows =
        results.networks().stream()
            .flatMap(one -> one.each(RetinalFields::maps))
            .map(map -> map.map(MapRange::of))
            .toList();
    return new Figure(
            "figure-09-responses",
            "Responses of Retina-2 to an image",
            format(
                "Response maps of the cells of Figure 8 before the ReLU, each between its smallest and its largest response, to a picture of %d pixels a side, larger than those the networks learned from. The border, where cells see beyond the picture, is left out.",
                results.example().width()),
            TileGrid.of(tiles, 1),
            ResultTable.of(rows).without("redraws", "dead"),
            results.provenance())
        .over(results.networks().size(), "network")
        .over(rows.size(), "cell");
  }

  /** How far a cell sees to each side of its place. */
  private static int border(RetinalFields one) {
    return one.fields().get(0).shown().side() / 2;
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

  /** Share of centre-surround cells in Retina-2 by width, random weights beside it. */
  public static Figure centreSurround(ReceptiveFieldResults trained, ReceptiveFieldResults random) {
    return besideRandom(
        "centre-surround",
        "Centre-surround cells in Retina-2",
        "Share of cells of whose receptive field a difference of Gaussians explains at least three"
            + " quarters of the variance, with a surround that takes back at least a quarter of the"
            + " centre",
        trained,
        trained.centreSurround(),
        random.centreSurround(),
        ValueAxis.percent("share of cells"));
  }

  /** Mean non-linearity score of Retina-2 by width, random weights beside it. */
  public static Figure nonLinearity(ReceptiveFieldResults trained, ReceptiveFieldResults random) {
    return besideRandom(
        "non-linearity",
        "How the gradients of Retina-2 vary with the input",
        "Standard deviation of the scaled gradient over five random inputs (0 for a linear cell;"
            + " more is less linear), mean over the cells of a network",
        trained,
        trained.linearity(),
        random.linearity(),
        ValueAxis.positive("non-linearity score"));
  }

  private static Figure besideRandom(
      String stem,
      String title,
      String what,
      ReceptiveFieldResults results,
      ByWidth trained,
      ByWidth random,
      ValueAxis axis) {
    return new Figure(
            stem,
            title,
            what
                + ": mean (bar across) and standard deviation over n runs, each run as a dot. Right"
                + " the same networks with random weights, before any training, on one scale.",
            WidthChart.beside(
                new WidthChart.Side("trained", trained, List.of()),
                new WidthChart.Side("random weights", random, List.of()),
                "trained",
                "random",
                axis,
                true),
            table(results),
            results.provenance())
        .over(results.networks().size(), "network")
        .over(results.rows().size(), "cell")
        .finding(
            "Trained: " + WidthWords.of(trained) + " Random weights: " + WidthWords.of(random));
  }

  private static <T> Tile tile(
      int width, String what, List<Named<T>> cells, Function<T, RgbImage> image) {
    List<RgbImage> images = cells.stream().map(cell -> image.apply(cell.value())).toList();
    List<String> names = cells.stream().map(Named::name).toList();
    boolean large = cells.size() <= MANY;
    return new Tile(
        BottleneckWidth.name(width) + ", " + what,
        ContactSheet.of(images)
            .columns(large ? cells.size() : COLUMNS)
            .cell(large ? LARGE : CELL)
            .captions(names));
  }

  private static <T> ContactSheet sheet(List<T> cells, Function<T, RgbImage> image) {
    return ContactSheet.of(cells.stream().map(image).toList()).columns(COLUMNS).cell(CELL);
  }

  /**
   * Something of a cell with the cell's name.
   *
   * @param name its run where there are several, and its channel
   * @param value what of it
   */
  private record Named<T>(String name, T value) {}

  /** A list of something of all living networks of each width that has any. */
  private static <T> SortedMap<Integer, List<Named<T>>> living(
      ReceptiveFieldResults results, Function<RetinalFields, List<T>> parts) {
    SortedMap<Integer, List<Named<T>>> living = new TreeMap<>();
    for (Measured<RetinalFields> one : results.networks()) {
      if (!one.dead()) {
        List<T> own = parts.apply(one.value());
        List<Named<T>> named = living.computeIfAbsent(one.width(), width -> new ArrayList<>());
        for (int cell = 0; cell < own.size(); cell++) {
          named.add(new Named<>(format("run %d · %d", one.network().run(), cell), own.get(cell)));
        }
      }
    }
    return living;
  }

  private static ResultTable table(ReceptiveFieldResults results) {
    return ResultTable.of(results.rows()).without("redraws");
  }
}
