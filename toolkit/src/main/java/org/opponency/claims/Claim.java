package org.opponency.claims;

import java.util.Map;
import java.util.Optional;
import org.opponency.evaluation.Trend;
import org.opponency.study.networks.Scale;

/**
 * A quantitative sentence of the paper.
 *
 * @param text what it says, shortened
 * @param where it stands
 * @param stated the number that the paper itself gives, or empty
 * @param measure what it is about; none for what the toolkit will not measure
 * @param onlyAtPaperScale whether only ImageNet itself can tell
 * @param criterion how it is held against runs
 */
record Claim(
    String text,
    String where,
    String stated,
    Optional<Quantity> measure,
    boolean onlyAtPaperScale,
    Criterion criterion) {
  /** A claim that networks and data of any scale can be held against. */
  static Claim of(Quantity measure, String text, String where, String stated, Criterion criterion) {
    return new Claim(text, where, stated, Optional.of(measure), false, criterion);
  }

  /** A claim about ImageNet's own numbers. */
  static Claim ofImageNet(
      Quantity measure, String text, String where, String stated, Criterion criterion) {
    return new Claim(text, where, stated, Optional.of(measure), true, criterion);
  }

  /** A claim about what this toolkit does not make; it is listed for completeness. */
  static Claim untestable(String text, String where, String stated) {
    return new Claim(
        text,
        where,
        stated,
        Optional.empty(),
        true,
        (runs, trend) -> new Finding("", ClaimVerdict.NOT_TESTABLE));
  }

  /**
   * What there is to be said of it.
   *
   * @param trends of all measures of the evidence
   */
  Finding judge(Evidence evidence, Map<Quantity, Trend> trends) {
    if (measure.isEmpty() || onlyAtPaperScale && evidence.scale() != Scale.PAPER) {
      return new Finding("", ClaimVerdict.NOT_TESTABLE);
    }
    return evidence
        .runs(measure.get())
        .map(runs -> criterion.judge(runs, trends.get(measure.get())))
        .orElse(new Finding("", ClaimVerdict.NOT_MEASURED));
  }
}
