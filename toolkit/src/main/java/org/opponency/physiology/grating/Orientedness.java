package org.opponency.physiology.grating;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.opponency.io.Fraction;
import org.opponency.io.InUnits;
import org.opponency.models.VisionModel;
import org.opponency.physiology.Extremes;
import org.opponency.physiology.FieldProtocol;
import org.opponency.physiology.Instrument;
import org.opponency.physiology.ReceptiveField;

/**
 * How oriented a receptive field is, by the bars that fit it (Lindsey et al. 2019, whose published
 * code lays bars of all orientations, widths and places over the field for grey light and takes the
 * size of their covariance). At the width of the best bar, each orientation has the score of its
 * best place, as a share of the best. Bars here have edges a pixel soft, so that scores need no
 * smoothing, and lie in a circle, so that a square's diagonals are no orientation.
 *
 * <p>A field that looks alike from all sides has a ratio of 1 and a deviation of 0; one that is a
 * slope in one direction 0 and 0.31. The null is the same network with random weights.
 *
 * @param layer PyTorch module path
 * @param cell its channel, counted from 0
 * @param orientation of the best bar in degrees, [0, 180): 0 is horizontal; NaN, as all else, for a
 *     field of one level
 * @param width of the best bar in pixels
 * @param orthogonal score of the orthogonal orientation over that of the best, 0 to 1
 * @param deviation s.d. of the scores over the orientations
 */
public record Orientedness(
    String layer,
    int cell,
    @InUnits("degrees") double orientation,
    @InUnits("pixels") double width,
    @Fraction double orthogonal,
    double deviation) {
  /** As passports use it. */
  public static final Instrument<Orientedness> INSTRUMENT =
      new Instrument<>(
          "bars",
          "Bars of all orientations, widths and places laid over the receptive field for grey"
              + " light, as Lindsey et al. (2019) do: how well the orientation orthogonal to the"
              + " best fits beside it, and the s.d. of the fits over orientations. A field that"
              + " looks alike from all sides has 100 % and 0.",
          Orientedness.class,
          Orientedness::of);

  private static final int ORIENTATIONS = 24;
  private static final double PLACES_A_PIXEL = 2;
  private static final double NARROWEST = 1;

  /** Shares of the field's side that widths go up to. */
  private static final double WIDEST = 0.5;

  private static final double TINY = 1e-12;

  /**
   * Those of all cells of some layers.
   *
   * @throws IllegalArgumentException if a layer does not exist; it lists those that do
   */
  public static List<Orientedness> of(VisionModel vision, List<String> layers) {
    return layers.stream()
        .flatMap(layer -> ReceptiveField.of(vision, layer, FieldProtocol.PAPER).stream())
        .map(Orientedness::of)
        .toList();
  }

  /** That of a field's grey plane, the part that the cell sees. */
  public static Orientedness of(ReceptiveField field) {
    return of(field.layer(), field.cell(), field.shownGreyPlane(), field.shown().side());
  }

  /** That of a square field, (side, side). */
  static Orientedness of(String layer, int cell, double[] field, int side) {
    int[] circle = circle(side);
    double mean = IntStream.of(circle).mapToDouble(i -> field[i]).average().orElseThrow();
    double[] values = IntStream.of(circle).mapToDouble(i -> field[i] - mean).toArray();
    double size = DoubleStream.of(values).map(Math::abs).max().orElseThrow();
    if (!(size > TINY * Math.abs(mean))) {
      double none = Double.NaN;
      return new Orientedness(layer, cell, none, none, none, none);
    }
    double[] best = new double[ORIENTATIONS];
    double width = NARROWEST;
    for (double wide = NARROWEST; wide <= Math.max(NARROWEST, WIDEST * side); wide += 1) {
      double[] scores = scores(values, circle, side, wide);
      if (largest(scores) > largest(best)) {
        best = scores;
        width = wide;
      }
    }
    return of(layer, cell, best, width);
  }

  private static Orientedness of(String layer, int cell, double[] scores, double width) {
    int best = Extremes.largest(scores);
    double most = scores[best];
    double mean = DoubleStream.of(scores).average().orElseThrow() / most;
    double variance =
        DoubleStream.of(scores).map(s -> s / most - mean).map(d -> d * d).average().orElseThrow();
    return new Orientedness(
        layer,
        cell,
        180.0 * best / ORIENTATIONS,
        width,
        scores[(best + ORIENTATIONS / 2) % ORIENTATIONS] / most,
        Math.sqrt(variance));
  }

  private static double largest(double[] scores) {
    return DoubleStream.of(scores).max().orElseThrow();
  }

  private static int[] circle(int side) {
    double middle = (side - 1) / 2.0;
    return IntStream.range(0, side * side)
        .filter(i -> Math.hypot(i % side - middle, i / side - middle) <= side / 2.0)
        .toArray();
  }

  /** The score of each orientation at its best place. */
  private static double[] scores(double[] values, int[] circle, int side, double width) {
    return IntStream.range(0, ORIENTATIONS)
        .mapToDouble(o -> score(values, circle, side, width, Math.PI * o / ORIENTATIONS))
        .toArray();
  }

  private static double score(
      double[] values, int[] circle, int side, double width, double orientation) {
    double[] across = across(circle, side, orientation);
    double best = 0;
    for (int place = 0; place <= PLACES_A_PIXEL * side; place++) {
      double offset = place / PLACES_A_PIXEL - side / 2.0;
      double sum = 0;
      for (int i = 0; i < across.length; i++) {
        double inside = width / 2 + 0.5 - Math.abs(across[i] - offset);
        sum += values[i] * Math.max(0, Math.min(1, inside));
      }
      best = Math.max(best, Math.abs(sum));
    }
    return best;
  }

  /** How far each pixel lies from the middle, across bars of an orientation. */
  private static double[] across(int[] circle, int side, double orientation) {
    double middle = (side - 1) / 2.0;
    double sine = Math.sin(orientation);
    double cosine = Math.cos(orientation);
    return IntStream.of(circle)
        .mapToDouble(i -> sine * (i % side - middle) + cosine * (i / side - middle))
        .toArray();
  }
}
