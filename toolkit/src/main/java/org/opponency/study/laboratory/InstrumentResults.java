package org.opponency.study.laboratory;

import java.util.List;
import java.util.stream.Stream;
import org.opponency.evaluation.Measured;
import org.opponency.study.results.Results;
import org.opponency.study.results.WeightOrigin;

/** What an instrument says of the cells of networks, of trained ones and of random weights. */
public interface InstrumentResults<R extends Record> extends Results<CellRecords<R>> {
  /** The networks of one kind. */
  default List<Measured<CellRecords<R>>> of(WeightOrigin weights) {
    return networks().stream().filter(one -> one.value().weights() == weights).toList();
  }

  /** The cells of one layer of all living networks of one kind. */
  default List<Measured<R>> cells(WeightOrigin weights, String layer) {
    return of(weights).stream()
        .filter(one -> !one.dead())
        .flatMap(one -> one.each(cells -> cells.of(layer)))
        .toList();
  }

  /** The layers that cells are in, in the order in which they come. */
  default List<String> layers() {
    return networks().stream().flatMap(one -> one.value().layers().stream()).distinct().toList();
  }

  /** These networks, then others. */
  default List<Measured<CellRecords<R>>> with(InstrumentResults<R> others) {
    return Stream.concat(networks().stream(), others.networks().stream()).toList();
  }
}
