package org.opponency.physiology.cone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opponency.models.VisionModel;
import org.opponency.physiology.Instrument;
import org.opponency.physiology.Responses;
import org.opponency.stimuli.ConeField;
import org.opponency.stimuli.ConeGrating;
import org.opponency.stimuli.ConeSpace;
import org.opponency.stimuli.Grey;
import org.opponency.stimuli.Hue;
import org.opponency.stimuli.StimulusSet;

/**
 * What a cell makes of the cones' signals, before the ReLU.
 *
 * @param layer PyTorch module path
 * @param cell its channel, counted from 0
 * @param type by the signs of its weights for full fields
 * @param fields its cone weights for full fields around mid-grey
 * @param gratings its cone weights for the gratings that drive it most; their common sign is open
 * @param preference colour against luminance
 * @param hues what HSL hues say of it
 */
public record ConeCell(
    String layer,
    int cell,
    ConeClass type,
    ConeWeights fields,
    ConeWeights gratings,
    ColourPreference preference,
    HueReading hues) {
  /** Version of the numbers: raise it when the same network gives other rows. */
  public static final int VERSION = 1;

  /**
   * Root mean square of the cones' contrasts of all fields and gratings: half of what a screen
   * shows in every direction (0.084 in the poorest, L against M), so that its levels, which are no
   * linear light, bend little.
   */
  public static final double CONTRAST = 0.04;

  /** As passports use it. */
  public static final Instrument<ConeCell> INSTRUMENT =
      new Instrument<>(
          "cones",
          "Full fields and gratings about mid-grey whose cones' contrasts have one root mean square"
              + " (0.04): weights of L, M and S, and the best response to red and green of one"
              + " luminance over the best to light and dark (Johnson, Hawken and Shapley 2001)."
              + " Cells with random weights on red, green and blue set L against M in 91.5 % of"
              + " cases.",
          ConeCell.class,
          ConeCell::of);

  private static final int PAIRS = 64;
  private static final int ORIENTATIONS = 6;
  private static final int PHASES = 8;

  /** Fields must move a cell by so much of what gratings do, or it is silent to them. */
  private static final double LEAST = 1e-3;

  /**
   * All cells of some layers.
   *
   * @throws IllegalArgumentException if a layer does not exist; it lists those that do
   * @throws IllegalStateException if a response is not finite; it names the cells
   */
  public static List<ConeCell> of(VisionModel vision, List<String> layers) {
    int side = vision.architecture().imageSize();
    Map<String, Responses<ConeField>> fields =
        Responses.of(vision, layers, ConeField.around(side, PAIRS, CONTRAST), ConeSpace.BACKGROUND);
    Map<String, Responses<ConeGrating>> gratings =
        Responses.of(
            vision,
            layers,
            ConeGrating.all(side, ORIENTATIONS, PHASES, CONTRAST),
            ConeSpace.BACKGROUND);
    Map<String, Responses<Hue>> hues =
        Responses.of(vision, layers, StimulusSet.hues(side), Grey.BLACK);
    List<ConeCell> cells = new ArrayList<>();
    for (String layer : layers) {
      GratingTable table = new GratingTable(gratings.get(layer));
      for (int cell = 0; cell < hues.get(layer).cells(); cell++) {
        cells.add(of(fields.get(layer), table, hues.get(layer), cell));
      }
    }
    return cells;
  }

  private static ConeCell of(
      Responses<ConeField> fields, GratingTable gratings, Responses<Hue> hues, int cell) {
    ColourPreference preference = gratings.preference(cell);
    double best =
        Math.max(preference.blue(), Math.max(preference.colour(), preference.luminance()));
    ConeWeights weights =
        best > 0 && deviation(fields, cell) > LEAST * best
            ? ConeWeights.ofFields(fields.stimuli(), fields.curve(cell))
            : ConeWeights.NONE;
    return new ConeCell(
        fields.layer(),
        cell,
        weights.type(),
        weights,
        gratings.weights(cell),
        preference,
        HueReading.of(hues, cell));
  }

  /** Largest deviation from the response to mid-grey. */
  private static double deviation(Responses<ConeField> fields, int cell) {
    double largest = 0;
    for (float response : fields.curves()[cell]) {
      largest = Math.max(largest, Math.abs(response - fields.baseline(cell)));
    }
    return largest;
  }
}
