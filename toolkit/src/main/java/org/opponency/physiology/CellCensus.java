package org.opponency.physiology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.opponency.models.VisionModel;
import org.opponency.stimuli.Grating;
import org.opponency.stimuli.Grey;
import org.opponency.stimuli.StimulusSet;

/**
 * The opponency and tuning of every cell of some layers of a network.
 *
 * @param cells layer by layer
 * @param warnings what to tell the user of layers whose cells see more than a stimulus
 */
public record CellCensus(List<CensusCell> cells, List<String> warnings) {
  /** Version of the numbers: raise it when the same network and protocol give other rows. */
  public static final int VERSION = 1;

  /** Copies the lists. */
  public CellCensus {
    cells = List.copyOf(cells);
    warnings = List.copyOf(warnings);
  }

  /**
   * Shows all stimuli at the network's image size. Gratings are the published ones, measured behind
   * the ReLU against black, on either side and without a condition on the baseline, whatever the
   * protocol says of full fields (Harris et al. 2019, 2020).
   *
   * @throws IllegalArgumentException if a layer does not exist; it lists those that do
   * @throws IllegalStateException if a response is not finite; it names the cells
   */
  public static CellCensus of(
      VisionModel vision, Collection<String> layers, OpponencyProtocol protocol) {
    List<CellOpponency> fullFields = CellOpponency.of(vision, layers, protocol);
    StimulusSet<Grating> gratings =
        StimulusSet.publishedGratings(vision.architecture().imageSize());
    Map<String, Responses<Grating>> spatial =
        Responses.rectified(vision, layers, gratings, Grey.BLACK);
    List<CensusCell> cells = new ArrayList<>();
    for (CellOpponency cell : fullFields) {
      Responses<Grating> responses = spatial.get(cell.layer());
      cells.add(
          new CensusCell(cell, SpatialTuning.of(responses, cell.cell(), OpponencyRule.CROSSES)));
    }
    return new CellCensus(
        cells, spatial.values().stream().flatMap(r -> r.warning().stream()).toList());
  }

  /** One row a layer, in their order. */
  public List<CensusShares> shares() {
    return cells.stream().map(CensusCell::layer).distinct().map(this::shares).toList();
  }

  private CensusShares shares(String layer) {
    List<CensusCell> members = cells.stream().filter(c -> c.layer().equals(layer)).toList();
    return new CensusShares(
        layer,
        OpponencyShares.of(members.stream().map(CensusCell::type).toList()),
        share(members, c -> c.spatial().opponency() == Opponency.OPPONENT),
        share(members, CensusCell::doubleOpponent));
  }

  private static double share(List<CensusCell> cells, Predicate<CensusCell> predicate) {
    return (double) cells.stream().filter(predicate).count() / cells.size();
  }
}
