package org.opponency.study.analysis;

import java.util.List;
import java.util.stream.IntStream;
import org.opponency.models.LayerMaps;
import org.opponency.models.VisionModel;
import org.opponency.physiology.CellCensus;
import org.opponency.physiology.CensusCell;
import org.opponency.physiology.FieldProtocol;
import org.opponency.physiology.OpponencyProtocol;
import org.opponency.physiology.OrientationMap;
import org.opponency.physiology.ReceptiveField;
import org.opponency.physiology.Responses;
import org.opponency.stimuli.Grating;
import org.opponency.stimuli.Grey;
import org.opponency.stimuli.Hue;
import org.opponency.stimuli.StimulusSet;
import org.opponency.study.results.CellPortrait;
import org.opponency.superstimuli.SuperStimulus;

/** Measures every cell of a layer in every way there is, by the paper's protocols. */
final class CellPortraits {
  private final List<CensusCell> census;
  private final LayerMaps filters;
  private final List<ReceptiveField> fields;
  private final Responses<Hue> hues;
  private final Responses<Grey> greys;
  private final Responses<Grating> gratings;

  CellPortraits(VisionModel vision, String layer) {
    int side = vision.architecture().imageSize();
    census = CellCensus.of(vision, List.of(layer), OpponencyProtocol.PAPER).cells();
    filters = vision.filters(layer);
    fields = ReceptiveField.of(vision, layer, FieldProtocol.PAPER);
    hues = Responses.of(vision, layer, StimulusSet.hues(side), Grey.BLACK);
    greys = Responses.of(vision, layer, StimulusSet.greys(side), Grey.MID);
    gratings =
        Responses.rectified(vision, List.of(layer), StimulusSet.gratings(side), Grey.BLACK)
            .get(layer);
  }

  int cells() {
    return census.size();
  }

  /**
   * One a cell.
   *
   * @param stimuli what drives each cell up, then what drives each down
   */
  List<CellPortrait> with(List<SuperStimulus> stimuli) {
    return IntStream.range(0, cells())
        .mapToObj(cell -> portrait(cell, stimuli.get(cell), stimuli.get(cells() + cell)))
        .toList();
  }

  private CellPortrait portrait(int cell, SuperStimulus up, SuperStimulus down) {
    return new CellPortrait(
        census.get(cell),
        filters,
        fields.get(cell),
        hues.curve(cell),
        greys.curve(cell),
        OrientationMap.of(gratings, cell),
        up,
        down);
  }
}
