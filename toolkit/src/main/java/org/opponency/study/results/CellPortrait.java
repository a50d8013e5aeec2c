package org.opponency.study.results;

import org.opponency.models.LayerMaps;
import org.opponency.physiology.CensusCell;
import org.opponency.physiology.OrientationMap;
import org.opponency.physiology.ReceptiveField;
import org.opponency.superstimuli.SuperStimulus;

/**
 * All that is measured on one cell.
 *
 * @param census its classes and preferences
 * @param filters weights of its layer
 * @param field its linear receptive field
 * @param hues responses to hues, evenly around the wheel from red on; the baseline is the census's
 * @param greys responses to greys, evenly from black to white; the baseline is the census's
 * @param gratings peak responses to gratings, behind the ReLU
 * @param up the picture that drives it up
 * @param down the picture that drives it down; its value is minus the response
 */
public record CellPortrait(
    CensusCell census,
    LayerMaps filters,
    ReceptiveField field,
    float[] hues,
    float[] greys,
    OrientationMap gratings,
    SuperStimulus up,
    SuperStimulus down) {
  /** Its channel, counted from 0. */
  public int cell() {
    return census.cell();
  }
}
