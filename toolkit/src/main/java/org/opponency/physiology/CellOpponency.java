package org.opponency.physiology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.opponency.models.VisionModel;
import org.opponency.stimuli.ConeField;
import org.opponency.stimuli.Grey;
import org.opponency.stimuli.Hue;
import org.opponency.stimuli.Stimulus;
import org.opponency.stimuli.StimulusSet;
import org.opponency.stimuli.UniformField;

/**
 * Colour and luminance opponency of a cell.
 *
 * @param layer PyTorch module path
 * @param cell its channel, counted from 0
 * @param colour its tuning to hues
 * @param luminance its tuning to greys
 */
public record CellOpponency(
    String layer, int cell, ColourTuning colour, LuminanceTuning luminance) {
  /**
   * All cells of some layers, shown full fields of the network's image size.
   *
   * @throws IllegalArgumentException if a layer does not exist; it lists those that do
   */
  public static List<CellOpponency> of(
      VisionModel vision, Collection<String> layers, OpponencyProtocol protocol) {
    int side = vision.architecture().imageSize();
    Map<String, Responses<Hue>> hues =
        responses(vision, layers, protocol, protocol.hues(side), protocol.colourBackground());
    Map<String, Responses<Grey>> greys =
        responses(vision, layers, protocol, protocol.greys(side), protocol.luminanceBackground());
    List<Hue> shown = protocol.hues(side).stimuli();
    return of(hues, i -> shown.get(i).degrees(), greys, protocol.rule());
  }

  /**
   * The same by hues of one luminance, where those of HSL differ in it 13-fold: before the ReLU,
   * hues and greys both against mid-grey, any response on each side.
   *
   * @param contrast root mean square of the cones' contrasts of each hue
   * @throws IllegalArgumentException if a layer does not exist, or a screen cannot show the hues
   */
  public static List<CellOpponency> isoluminant(
      VisionModel vision, Collection<String> layers, double contrast) {
    int side = vision.architecture().imageSize();
    return of(
        Responses.of(vision, layers, ConeField.isoluminant(side, contrast), Grey.MID),
        degrees -> degrees,
        Responses.of(vision, layers, StimulusSet.greys(side), Grey.MID),
        OpponencyRule.CROSSES);
  }

  private static <S extends Stimulus> List<CellOpponency> of(
      Map<String, Responses<S>> hues,
      IntToDoubleFunction degrees,
      Map<String, Responses<Grey>> greys,
      OpponencyRule rule) {
    List<CellOpponency> cells = new ArrayList<>();
    for (String layer : hues.keySet()) {
      for (int cell = 0; cell < hues.get(layer).cells(); cell++) {
        cells.add(
            new CellOpponency(
                layer,
                cell,
                ColourTuning.of(hues.get(layer), degrees, cell, rule),
                LuminanceTuning.of(greys.get(layer), cell, rule)));
      }
    }
    return cells;
  }

  private static <S extends Stimulus> Map<String, Responses<S>> responses(
      VisionModel vision,
      Collection<String> layers,
      OpponencyProtocol protocol,
      StimulusSet<S> stimuli,
      UniformField background) {
    return protocol.rectified()
        ? Responses.rectified(vision, layers, stimuli, background)
        : Responses.of(vision, layers, stimuli, background);
  }

  /** The same responses by another rule. */
  public CellOpponency by(OpponencyRule rule) {
    return new CellOpponency(layer, cell, colour.by(rule), luminance.by(rule));
  }

  /** Which of the classes of Figure 2 the cell belongs to. */
  public CellClass type() {
    return CellClass.of(colour.opponency(), luminance.opponency());
  }
}
