package org.opponency.study.results;

import java.util.List;
import org.opponency.evaluation.Measured;
import org.opponency.study.networks.Provenance;

/**
 * What one analysis found on the networks of a study, with where it comes from.
 *
 * @param <R> what it finds on one network
 */
public interface Results<R> {
  /** Where the numbers come from. */
  Provenance provenance();

  /** What was found, one a network, in the study's order. */
  List<Measured<R>> networks();

  /** The same as rows of a table: several a network where there is more than one of a kind. */
  List<? extends Measured<? extends Record>> rows();

  /**
   * Of which each network has one row, the record that was found.
   *
   * @param <R> that record
   */
  interface OfOneRow<R extends Record> extends Results<R> {
    @Override
    default List<Measured<R>> rows() {
      return networks();
    }
  }
}
