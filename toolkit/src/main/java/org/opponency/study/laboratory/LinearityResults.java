package org.opponency.study.laboratory;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.study.networks.Provenance;

/**
 * Lindsey's measures of the cells of networks of one kind.
 *
 * @param provenance where the numbers come from
 * @param networks their cells
 */
public record LinearityResults(
    Provenance provenance, List<Measured<CellRecords<LinearityCell>>> networks)
    implements InstrumentResults<LinearityCell> {
  @Override
  public List<Measured<LinearityCell>> rows() {
    return networks.stream().flatMap(one -> one.each(CellRecords::rows)).toList();
  }

  /** Those of one layer. */
  public List<Measured<LinearityCell>> cells(String layer) {
    return networks.stream().flatMap(one -> one.each(cells -> cells.of(layer))).toList();
  }

  /** R^2 on held-out pictures before the ReLU, mean over the cells of each network. */
  public ByWidth goodness(String layer) {
    return mean("R² on held-out pictures", layer, LinearityCell::goodness);
  }

  /** The same behind the ReLU. */
  public ByWidth rectified(String layer) {
    return mean("R² behind the ReLU", layer, LinearityCell::rectified);
  }

  /** Fit of the orthogonal bar over that of the best, mean over the cells of each network. */
  public ByWidth orthogonal(String layer) {
    return mean("orthogonal over best bar", layer, LinearityCell::orthogonal);
  }

  /** Networks all of whose cells are silent have none and are left out. */
  private ByWidth mean(String measure, String layer, ToDoubleFunction<LinearityCell> number) {
    return ByWidth.of(measure, networks, cells -> cells.mean(layer, number)).known();
  }

  /** How many cells of a layer are silent over all networks that are alive. */
  public long silent(String layer) {
    return cells(layer).stream().filter(one -> !one.dead() && one.value().silent()).count();
  }
}
