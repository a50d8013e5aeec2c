package org.opponency.study.census;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.stream.Stream;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.NetworkId;
import org.opponency.io.Csv;
import org.opponency.io.Fraction;
import org.opponency.physiology.OpponencyCounts;
import org.opponency.study.results.SpatialOpponency;

/**
 * The census of the authors' own cells: how many are opponent in each layer of the 2,490 networks
 * of Harris, Mihai and Hare (2019, 2020), of six widths, five ventral depths and three (ImageNet)
 * or ten runs. These are shallow networks with a 9 x 9 retina, <b>not</b> the ResNet-50s of "So
 * What?". The file names its source and carries its licence (MIT).
 */
public final class PublishedCensus {
  /** The second retinal layer, the bottleneck. */
  public static final String RETINA_2 = "retina_relu2";

  /** The first layer behind it; networks of ventral depth 0 have none. */
  public static final String VENTRAL_1 = "ventral_relu0";

  private static final String FILE = "published-census.csv";
  private static final List<Measured<Layer>> ALL = read();

  private PublishedCensus() {}

  /**
   * The cells of one layer of a network.
   *
   * @param condition what the network was trained on
   * @param layer as the file names it
   * @param depth convolutions behind the retina, 0 to 4
   * @param hues what hues say, before the ReLU; of no cells where none were shown
   * @param gratings what gratings say, behind the ReLU, where to cross is to be opponent; of no
   *     cells where none were shown
   * @param doubleOpponent cells opponent to both; 0 unless both were shown
   */
  public record Layer(
      PublishedCondition condition,
      String layer,
      int depth,
      OpponencyCounts hues,
      OpponencyCounts gratings,
      int doubleOpponent) {
    /** Share of the cells opponent to gratings and to both; NaN where these were not shown. */
    public SpatialOpponency spatial() {
      return new SpatialOpponency(
          layer,
          gratings.opponentShare(),
          (double) doubleOpponent / Math.min(hues.cells(), gratings.cells()));
    }
  }

  /**
   * How often a cell is spatially opponent by the authors' label just when black excites it.
   *
   * @param condition what the networks were trained on
   * @param cells of all layers that were shown gratings
   * @param opponent those labelled as spatially opponent
   * @param positive those whose baseline is positive
   * @param agreeing cells that are both or neither
   * @param share of these, a fraction
   */
  public record Agreement(
      PublishedCondition condition,
      int cells,
      int opponent,
      int positive,
      int agreeing,
      @Fraction double share) {}

  /** One a condition whose cells were shown gratings. */
  public static List<Agreement> spatialAgreement() {
    return Stream.of(PublishedCondition.values())
        .map(PublishedCensus::agreement)
        .filter(row -> row.cells() > 0)
        .toList();
  }

  private static Agreement agreement(PublishedCondition condition) {
    OpponencyCounts all =
        OpponencyCounts.sum(
            ALL.stream()
                .filter(one -> one.value().condition() == condition)
                .map(one -> one.value().gratings())
                .toList());
    // No cell is opponent to gratings without a positive baseline.
    int agreeing = all.cells() - (all.positive() - all.opponent());
    return new Agreement(
        condition,
        all.cells(),
        all.opponent(),
        all.positive(),
        agreeing,
        (double) agreeing / all.cells());
  }

  /** One layer of the networks of a condition, one a network. */
  public static List<Measured<Layer>> of(PublishedCondition condition, String layer) {
    return ALL.stream()
        .filter(one -> one.value().condition() == condition && one.value().layer().equals(layer))
        .toList();
  }

  private static List<Measured<Layer>> read() {
    Csv csv = Csv.beside(PublishedCensus.class, FILE);
    return csv.rows().stream().map(PublishedCensus::network).toList();
  }

  private static Measured<Layer> network(List<String> row) {
    PublishedCondition condition = PublishedCondition.of(row.get(0));
    int width = number(row, 2);
    int depth = number(row, 3);
    int run = number(row, 4);
    String model = format("%s, width %d, depth %d, run %d", row.get(0), width, depth, run);
    return new Measured<>(
        new NetworkId(model, width, run, 0, false),
        new Layer(condition, row.get(1), depth, hues(row), gratings(row), number(row, 10)));
  }

  private static OpponencyCounts hues(List<String> row) {
    return row.get(8).isEmpty()
        ? OpponencyCounts.NONE
        : new OpponencyCounts(number(row, 5), number(row, 6), number(row, 7), number(row, 8));
  }

  private static OpponencyCounts gratings(List<String> row) {
    int spatial = number(row, 9);
    return row.get(9).isEmpty()
        ? OpponencyCounts.NONE
        : new OpponencyCounts(number(row, 5), number(row, 6), spatial, spatial);
  }

  private static int number(List<String> row, int column) {
    return row.get(column).isEmpty() ? 0 : Integer.parseInt(row.get(column));
  }
}
