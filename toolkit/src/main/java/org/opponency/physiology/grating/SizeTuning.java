package org.opponency.physiology.grating;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.opponency.models.LayerField;
import org.opponency.stimuli.Grating;
import org.opponency.stimuli.GratingDisc;

/**
 * How a cell's response to its preferred grating grows with the disc that shows it (Cavanaugh, Bair
 * and Movshon 2002, as Marques et al. 2021 measure it).
 *
 * @param summationField diameter in pixels of the smallest disc that gives at least 95 % of the
 *     largest response
 * @param suppression {@code (largest - response to the largest disc) / largest}, 0 to 1: 0 for a
 *     cell without a surround that opposes
 */
record SizeTuning(double summationField, double suppression) {
  /** Of a cell that answers no disc. */
  static final SizeTuning NONE = new SizeTuning(Double.NaN, Double.NaN);

  private static final int SIZES = 12;
  private static final double SUMMED = 0.95;

  /** Diameters at equal distances; the largest disc covers the square that a cell sees. */
  static List<Double> diameters(LayerField field, int side) {
    double largest = Math.sqrt(2) * field.seen(side).side();
    return IntStream.rangeClosed(1, SIZES).mapToObj(i -> largest * i / SIZES).toList();
  }

  /** The grating in discs of these diameters about the middle of what the cell sees. */
  static List<GratingDisc> discs(Grating grating, LayerField field, int side) {
    double middle = field.seen(side).first() + (field.seen(side).side() - side) / 2.0;
    return diameters(field, side).stream()
        .map(diameter -> new GratingDisc(grating, middle, middle, diameter))
        .toList();
  }

  /**
   * From responses above that to the background.
   *
   * @param responses one a diameter, none of them negative
   */
  static SizeTuning of(double[] responses, List<Double> diameters) {
    double largest = DoubleStream.of(responses).max().orElseThrow();
    if (!(largest > 0)) {
      return NONE;
    }
    int summed =
        IntStream.range(0, responses.length)
            .filter(i -> responses[i] >= SUMMED * largest)
            .findFirst()
            .orElseThrow();
    return new SizeTuning(
        diameters.get(summed), (largest - responses[responses.length - 1]) / largest);
  }
}
