package org.opponency.study.laboratory;

import java.util.ArrayList;
import java.util.List;
import org.opponency.evaluation.Measured;
import org.opponency.io.Fraction;
import org.opponency.surgery.CellGroup;
import org.opponency.surgery.Operation;
import org.opponency.surgery.SurgeryEffect;
import org.opponency.surgery.Vitals;

/**
 * What an operation on a class changes at one width, mean over the living networks that have cells
 * of it, beside the same of random cells. NaN where no network has a value.
 *
 * @param group the class
 * @param operation what was done
 * @param width N_BN
 * @param networks that have cells of the class
 * @param without living networks that have none, which are left out
 * @param withoutSham those of the first whose cells are all of the class, so that no sham differs
 * @param cells of the class, mean over the first
 * @param accuracy change of top-1 on validation pictures
 * @param accuracySham the same of the shams
 * @param probability change of the mean probability of the true class
 * @param probabilitySham the same of the shams
 * @param moved total variation of class probabilities from those before
 * @param movedSham the same of the shams
 * @param shapeBias change of the shape bias
 * @param shapeBiasSham the same of the shams
 * @param robust change of top-1 under attack
 * @param robustSham the same of the shams
 */
public record SurgeryMean(
    String group,
    String operation,
    int width,
    int networks,
    int without,
    int withoutSham,
    double cells,
    @Fraction double accuracy,
    @Fraction double accuracySham,
    @Fraction double probability,
    @Fraction double probabilitySham,
    @Fraction double moved,
    @Fraction double movedSham,
    @Fraction double shapeBias,
    @Fraction double shapeBiasSham,
    @Fraction double robust,
    @Fraction double robustSham) {
  static List<SurgeryMean> of(SurgeryResults results) {
    List<SurgeryMean> means = new ArrayList<>();
    for (CellGroup group : CellGroup.values()) {
      for (Operation operation : Operation.values()) {
        Measured.byWidth(results.of(group, operation))
            .forEach((width, all) -> means.add(of(group, operation, width, all)));
      }
    }
    return means;
  }

  private static SurgeryMean of(
      CellGroup group, Operation operation, int width, List<SurgeryEffect> all) {
    List<SurgeryEffect> own = all.stream().filter(effect -> effect.cells() > 0).toList();
    Vitals effect = Vitals.mean(own.stream().map(SurgeryEffect::effect).toList());
    Vitals sham = Vitals.mean(own.stream().map(SurgeryEffect::sham).toList());
    return new SurgeryMean(
        group.label(),
        operation.label(),
        width,
        own.size(),
        all.size() - own.size(),
        (int) own.stream().filter(one -> one.cells() == one.width()).count(),
        own.stream().mapToInt(SurgeryEffect::cells).average().orElse(Double.NaN),
        effect.accuracy(),
        sham.accuracy(),
        effect.probability(),
        sham.probability(),
        effect.moved(),
        sham.moved(),
        effect.shapeBias(),
        sham.shapeBias(),
        effect.robust(),
        sham.robust());
  }
}
