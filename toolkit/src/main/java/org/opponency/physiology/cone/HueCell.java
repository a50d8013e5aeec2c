package org.opponency.physiology.cone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.opponency.io.InUnits;
import org.opponency.models.VisionModel;
import org.opponency.physiology.Extremes;
import org.opponency.physiology.Instrument;
import org.opponency.physiology.Responses;
import org.opponency.stimuli.Wavelength;

/**
 * How finely a cell tells wavelengths apart, behind the ReLU.
 *
 * @param layer PyTorch module path
 * @param cell its channel, counted from 0
 * @param finest wavelength at which its response changes fastest; NaN where it never does
 * @param likeHuman Spearman's rank correlation of the size of its slope with people's sensitivity
 *     over the wavelengths (Bedford and Wyszecki 1958); NaN likewise
 */
public record HueCell(String layer, int cell, @InUnits("nm") double finest, double likeHuman) {
  /** As passports use it. */
  public static final Instrument<HueCell> INSTRUMENT =
      new Instrument<>(
          "hues",
          "Full fields of about the colours of the spectrum, 399 to 639 nm: where the response"
              + " behind the ReLU changes fastest, and the rank correlation of its slopes with how"
              + " finely people tell wavelengths apart (Bedford and Wyszecki 1958). Red, green and"
              + " blue themselves have one, too: the stimulus goes in straight pieces.",
          HueCell.class,
          HueCell::of);

  /** All cells of some layers. */
  public static List<HueCell> of(VisionModel vision, List<String> layers) {
    Map<String, Responses<Wavelength>> responses = HueCurves.responses(vision, layers);
    List<HueCell> cells = new ArrayList<>();
    for (String layer : layers) {
      float[][] curves = responses.get(layer).curves();
      for (int cell = 0; cell < curves.length; cell++) {
        cells.add(of(layer, cell, curves[cell]));
      }
    }
    return cells;
  }

  private static HueCell of(String layer, int cell, float[] curve) {
    double[] slopes =
        IntStream.range(0, HumanHues.ALL.size())
            .mapToDouble(i -> Math.abs(HueCurves.slope(curve, i)))
            .toArray();
    int finest = Extremes.largest(slopes);
    return slopes[finest] == 0
        ? new HueCell(layer, cell, Double.NaN, Double.NaN)
        : new HueCell(
            layer, cell, HumanHues.ALL.get(finest).wavelength(), HumanHues.likeness(slopes));
  }
}
