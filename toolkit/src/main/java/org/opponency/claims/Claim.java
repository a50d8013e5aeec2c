package org.opponency.claims;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.opponency.evaluation.ByWidth;
import org.opponency.study.networks.Scale;

/**
 * A quantitative sentence of the paper.
 *
 * @param text what it says, shortened
 * @param where it stands
 * @param stated the number that the paper itself gives, or empty
 * @param measure what it is about; none for what the toolkit will not measure
 * @param onlyAtPaperScale whether only ImageNet itself can tell
 * @param headline whether it stands in the README
 * @param criterion how it is held against networks
 * @param published what was published of other networks that this very claim is about, if so
 */
record Claim(
    String text,
    String where,
    String stated,
    Optional<Quantity> measure,
    boolean onlyAtPaperScale,
    boolean headline,
    Criterion criterion,
    Optional<Supplier<ByWidth>> published) {
  private static final Map<Claim, Finding> OF_PUBLISHED = new ConcurrentHashMap<>();

  /** A claim that networks and data of any scale can be held against. */
  static Claim of(Quantity measure, String text, String where, String stated, Criterion criterion) {
    return new Claim(
        text, where, stated, Optional.of(measure), false, false, criterion, Optional.empty());
  }

  /** A claim about what this toolkit does not make; it is listed for completeness. */
  static Claim untestable(String text, String where, String stated) {
    return new Claim(
        text,
        where,
        stated,
        Optional.empty(),
        true,
        false,
        runs -> Finding.NOT_TESTABLE,
        Optional.empty());
  }

  /** The same, about ImageNet's own numbers. */
  Claim ofImageNet() {
    return new Claim(text, where, stated, measure, true, headline, criterion, published);
  }

  /** The same, for the README. */
  Claim inReadme() {
    return new Claim(text, where, stated, measure, onlyAtPaperScale, true, criterion, published);
  }

  /** The same, about other networks whose numbers were published. */
  Claim ofPublished(Supplier<ByWidth> runs) {
    return new Claim(
        text, where, stated, measure, onlyAtPaperScale, headline, criterion, Optional.of(runs));
  }

  /** What published numbers say of it, which never change: they are asked once. */
  Finding judgePublished() {
    return OF_PUBLISHED.computeIfAbsent(this, Claim::judgedByPublished);
  }

  private Finding judgedByPublished() {
    return published
        .map(Supplier::get)
        .or(() -> measure.flatMap(Quantity::published))
        .map(criterion::judge)
        .orElse(measure.isEmpty() ? Finding.NOT_TESTABLE : Finding.NOT_MEASURED);
  }

  /** What there is to be said of it. */
  Finding judge(Evidence evidence) {
    if (measure.isEmpty() || onlyAtPaperScale && evidence.scale() != Scale.PAPER) {
      return Finding.NOT_TESTABLE;
    }
    return evidence.runs(measure.get()).map(criterion::judge).orElse(Finding.NOT_MEASURED);
  }
}
