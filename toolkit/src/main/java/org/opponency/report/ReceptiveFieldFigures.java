package org.opponency.report;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.opponency.evaluation.Comparison;
import org.opponency.images.RgbImage;
import org.opponency.physiology.DifferenceOfGaussians;
import org.opponency.physiology.Linearity;
import org.opponency.physiology.ReceptiveField;
import org.opponency.physiology.ResponseMap;
import org.opponency.report.chart.WidthChart;
import org.opponency.report.draw.ContactSheet;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.report.draw.ValueAxis;
import org.opponency.report.table.ResultTable;
import org.opponency.study.Provenance;
import org.opponency.study.analysis.ModelFields;

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
   * @param models networks of the widths to show, by width
   */
  public static Figure fields(List<ModelFields> models, Provenance provenance) {
    List<Tile> tiles = new ArrayList<>();
    for (int width : widths(models)) {
      List<ReceptiveField> fields =
          alive(models, width).flatMap(model -> model.fields().stream()).toList();
      tiles.add(tile(format("width %d, colour", width), fields, ReceptiveField::colour));
      tiles.add(tile(format("width %d, grey", width), fields, ReceptiveField::grey));
    }
    return new Figure(
        "figure-08-receptive-fields",
        "Receptive fields in Retina-2",
        "Gradient of the centre cell's response before the ReLU at a field of zeros, between its"
            + " minimum and its maximum; the part of the image that a cell sees.",
        TileGrid.of(tiles, 1),
        ResultTable.of(rows(models)),
        provenance);
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

  /**
   * Figure 9: responses of the same cells to an example image.
   *
   * @param example the image, as large as it is good to look at
   */
  public static Figure responses(
      RgbImage example, List<ModelFields> models, Provenance provenance) {
    List<Tile> tiles = new ArrayList<>();
    tiles.add(new Tile("input", ContactSheet.of(List.of(example)).cell(EXAMPLE)));
    for (int width : widths(models)) {
      List<ResponseMap> maps =
          alive(models, width).flatMap(model -> model.maps().stream()).toList();
      tiles.add(tile("width " + width, maps, ResponseMap::image));
    }
    List<MapRow> rows = models.stream().flatMap(ReceptiveFieldFigures::mapRows).toList();
    return new Figure(
        "figure-09-responses",
        "Responses of Retina-2 to an image",
        "Response maps of the cells of Figure 8, in its order, before the ReLU, each between its"
            + " smallest and its largest response.",
        TileGrid.of(tiles, 1),
        ResultTable.of(rows),
        provenance);
  }

  /**
   * The range of a response map.
   *
   * @param model its network
   * @param width N_BN
   * @param run counted from 0
   * @param cell its channel, counted from 0
   * @param smallest response
   * @param largest response
   */
  public record MapRow(
      String model, int width, int run, int cell, double smallest, double largest) {}

  private static Stream<MapRow> mapRows(ModelFields fields) {
    return fields.maps().stream()
        .map(
            map -> {
              var range = new DoubleSummaryStatistics();
              for (float value : map.values()) {
                range.accept(value);
              }
              return new MapRow(
                  fields.model().name(),
                  fields.model().width(),
                  fields.model().run(),
                  map.cell(),
                  range.getMin(),
                  range.getMax());
            });
  }

  /** Share of centre-surround cells in Retina-2 by width. */
  public static Figure centreSurround(List<ModelFields> models, Provenance provenance) {
    return byWidth(
        "centre-surround",
        "Centre-surround cells in Retina-2",
        "Share of cells of whose receptive field a difference of Gaussians explains at least three"
            + " quarters of the variance, with a surround that takes back at least a quarter of the"
            + " centre: mean and standard deviation over n runs.",
        models,
        ModelFields::centreSurround,
        ValueAxis.percent("share of cells"),
        provenance);
  }

  /** Mean linearity score of Retina-2 by width. */
  public static Figure linearity(List<ModelFields> models, Provenance provenance) {
    return byWidth(
        "linearity",
        "How the gradients of Retina-2 vary with the input",
        "Standard deviation of the scaled gradient over five random inputs (0 for a linear cell),"
            + " mean over the cells of a network: mean and standard deviation over n runs.",
        models,
        ModelFields::meanLinearity,
        ValueAxis.number("linearity score"),
        provenance);
  }

  private static Figure byWidth(
      String stem,
      String title,
      String caption,
      List<ModelFields> models,
      ToDoubleFunction<ModelFields> measure,
      ValueAxis axis,
      Provenance provenance) {
    var runs =
        Comparison.of(
            axis.fullTitle(), models, m -> m.model().width(), measure, m -> m.model().dead());
    return new Figure(
        stem,
        title,
        caption,
        WidthChart.alone(runs, axis, Optional.empty()),
        ResultTable.of(rows(models)),
        provenance);
  }

  private static <T> Tile tile(String heading, List<T> cells, Function<T, RgbImage> image) {
    List<RgbImage> images = cells.stream().map(image).toList();
    return new Tile(heading, ContactSheet.of(images).columns(COLUMNS).cell(CELL));
  }

  /** Widths with at least one network that is alive. */
  private static List<Integer> widths(List<ModelFields> models) {
    return models.stream()
        .filter(fields -> !fields.model().dead())
        .map(fields -> fields.model().width())
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<ModelFields> alive(List<ModelFields> models, int width) {
    return models.stream()
        .filter(fields -> !fields.model().dead() && fields.model().width() == width);
  }

  private static List<ModelFields.Row> rows(List<ModelFields> models) {
    return models.stream().flatMap(fields -> fields.rows().stream()).toList();
  }
}
