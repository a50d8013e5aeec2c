package org.opponency.report;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.images.RgbImage;
import org.opponency.physiology.DifferenceOfGaussians;
import org.opponency.physiology.Linearity;
import org.opponency.physiology.ReceptiveField;
import org.opponency.physiology.ResponseMap;
import org.opponency.report.chart.WidthPair;
import org.opponency.report.chart.WidthWords;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.report.draw.ValueAxis;
import org.opponency.report.table.ResultTable;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.ReceptiveFieldResults;
import org.opponency.study.results.RetinalFields;
import org.opponency.study.results.WeightOrigin;

/** The figures of receptive fields: what they look like and how linear they are. */
public final class ReceptiveFieldFigures {
  private static final int COLUMNS = 11;
  private static final int PAGE = 660;
  private static final int CELL = 46;
  private static final int LARGE = 2 * CELL;

  /** The cells that a common scale does not clip. */
  private static final double SHOWN = 0.9;

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
                + " the image that a cell sees. Own: in colour, each between its minimum (black) and its"
                + " maximum (white), as in the paper; grey: the same for grey light. Common: mid-grey is"
                + " zero, and black and white are the same slope for all cells of a width, the steepest"
                + " of any but for the steepest tenth of the cells. These are clipped and marked: ×"
                + " says how many times that slope their own is. Below each cell: run · cell.",
            TileGrid.of(tiles, 1),
            table(results),
            results.provenance())
        .over(results.networks().size(), "network")
        .over(cells, "cell")
        .finding(WidthWords.of(Quantity.RETINA2_CENTRE_SURROUND.of(results)));
  }

  /** Blocks of as many cells as stand side by side, each cell three times below each other. */
  private static void addFields(List<Tile> tiles, int width, List<Named<ReceptiveField>> cells) {
    double end = commonEnd(cells.stream().map(Named::value));
    for (int from = 0; from < cells.size(); from += COLUMNS) {
      var block = cells.subList(from, Math.min(cells.size(), from + COLUMNS));
      List<RgbImage> images = new ArrayList<>();
      block.forEach(cell -> images.add(cell.value().colour()));
      block.forEach(cell -> images.add(cell.value().grey()));
      block.forEach(cell -> images.add(cell.value().signed(end)));
      List<String> captions = new ArrayList<>(Collections.nCopies(2 * block.size(), ""));
      block.forEach(cell -> captions.add(cell.name() + clipped(cell.value().largest() / end)));
      tiles.add(
          new Tile(
              from == 0 ? BottleneckWidth.name(width) : "",
              ContactSheet.of(images)
                  .columns(block.size())
                  .captions(captions)
                  .rowLabels(List.of("own", "grey", "common"))
                  .filling(PAGE, side(cells.size()))));
    }
  }

  /** Those that are few may be large; the last of many blocks is no larger than those before it. */
  private static int side(int cells) {
    return cells > COLUMNS ? CELL : LARGE;
  }

  /** The slope that is black or white: the largest of any cell but for the steepest tenth. */
  static double commonEnd(Stream<ReceptiveField> cells) {
    double[] largest = cells.mapToDouble(ReceptiveField::largest).sorted().toArray();
    return Math.max(largest[Math.max(0, (int) (SHOWN * largest.length) - 1)], Double.MIN_NORMAL);
  }

  /** What stands below a cell that is so many times as steep as the end of the scale. */
  static String clipped(double times) {
    return times > 1 ? format(times < 10 ? " ×\u00a0%.2f" : " ×\u00a0%.0f", times) : "";
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
            provenance)
        .over(fields.size(), "cell");
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
                "Response maps of the cells of Figure 8 before the ReLU, each between its smallest"
                    + " and its largest response, to a picture of %d pixels a side, larger than"
                    + " those the networks learned from. The border, where cells see beyond the"
                    + " picture, is left out. Below each: run · cell.",
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
        random,
        ReceptiveFieldResults::centreSurround,
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
        random,
        ReceptiveFieldResults::linearity,
        ValueAxis.positive("non-linearity score"));
  }

  private static Figure besideRandom(
      String stem,
      String title,
      String what,
      ReceptiveFieldResults results,
      ReceptiveFieldResults untrained,
      Function<ReceptiveFieldResults, ByWidth> measure,
      ValueAxis axis) {
    ByWidth trained = measure.apply(results);
    ByWidth random = measure.apply(untrained);
    return new Figure(
            stem,
            title,
            what
                + ": mean (bar across) and standard deviation over n runs, each run as a dot. Right"
                + " the same networks with random weights, before any training, on one scale.",
            WidthPair.withRandom("", trained, random, axis).grid(),
            table(results).beside(WeightOrigin.RANDOM.label(), table(untrained)),
            results.provenance().and(untrained.provenance()))
        .over(results.networks().size(), "network")
        .over(results.rows().size(), "cell")
        .finding(
            "Trained: " + WidthWords.of(trained) + " Random weights: " + WidthWords.of(random));
  }

  private static <T> Tile tile(
      int width, String what, List<Named<T>> cells, Function<T, RgbImage> image) {
    List<RgbImage> images = cells.stream().map(cell -> image.apply(cell.value())).toList();
    List<String> names = cells.stream().map(Named::name).toList();
    return new Tile(
        BottleneckWidth.name(width) + ", " + what,
        ContactSheet.of(images)
            .columns(Math.min(COLUMNS, cells.size()))
            .captions(names)
            .filling(PAGE, LARGE));
  }

  private static <T> ContactSheet sheet(List<T> cells, Function<T, RgbImage> image) {
    return ContactSheet.of(cells.stream().map(image).toList())
        .columns(COLUMNS)
        .filling(PAGE, LARGE);
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
