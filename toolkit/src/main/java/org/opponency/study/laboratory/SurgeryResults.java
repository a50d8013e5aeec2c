package org.opponency.study.laboratory;

import java.util.List;
import org.opponency.evaluation.Measured;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.Results;
import org.opponency.surgery.CellGroup;
import org.opponency.surgery.Operation;
import org.opponency.surgery.SurgeryEffect;
import org.opponency.surgery.SurgeryReport;

/**
 * What operations on networks' bottlenecks change.
 *
 * @param provenance where the numbers come from
 * @param networks what was done to each
 * @param shams so many draws of random cells stand beside each class
 */
public record SurgeryResults(
    Provenance provenance, List<Measured<SurgeryReport>> networks, int shams)
    implements Results<SurgeryReport> {
  @Override
  public List<Measured<SurgeryEffect>> rows() {
    return networks.stream().flatMap(one -> one.each(SurgeryReport::effects)).toList();
  }

  /** The effects of one operation on one class, a network each. */
  public List<Measured<SurgeryEffect>> of(CellGroup group, Operation operation) {
    return rows().stream()
        .filter(
            row ->
                row.value().group().equals(group.label())
                    && row.value().operation().equals(operation.label()))
        .toList();
  }

  /** The largest change of any class probability by the rotation that is undone: rounding. */
  public double rotation() {
    return networks.stream().mapToDouble(one -> one.value().rotation()).max().orElse(Double.NaN);
  }

  /** Means over living networks, class by class, operation by operation, width by width. */
  public List<SurgeryMean> means() {
    return SurgeryMean.of(this);
  }
}
