package org.opponency.claims;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Trend;
import org.opponency.study.Study;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.Results;

/**
 * What was measured, for claims to be held against. Immutable.
 *
 * @param scale at which it was measured
 * @param measures the runs of each measure there is
 */
public record Evidence(Scale scale, Map<Quantity, ByWidth> measures) {
  /** Copies the map. */
  public Evidence {
    Map<Quantity, ByWidth> copy = new EnumMap<>(Quantity.class);
    copy.putAll(measures);
    measures = Collections.unmodifiableMap(copy);
  }

  /** Every quantity that can be measured on a study's networks with the data there are. */
  public static Evidence of(Study study) {
    return of(study.scale(), results(study).values());
  }

  /** The quantities that come from one analysis. */
  public static Evidence of(Results<?> results) {
    return of(results.provenance().scale(), List.of(results));
  }

  /** Those that come from some analyses. */
  public static Evidence of(Scale scale, Collection<? extends Results<?>> analyses) {
    Evidence evidence = none(scale);
    for (Results<?> results : analyses) {
      for (Quantity quantity : Quantity.from(results)) {
        evidence = evidence.with(quantity, quantity.of(results));
      }
    }
    return evidence;
  }

  /** The results of each analysis that quantities come from, by its name. */
  public static Map<String, Results<?>> results(Study study) {
    Map<String, Results<?>> results = new LinkedHashMap<>();
    Quantity.all()
        .map(Quantity::source)
        .distinct()
        .filter(source -> source.possible().test(study))
        .forEach(source -> results.put(source.name(), source.analysis().apply(study)));
    return results;
  }

  /** Nothing measured yet. */
  public static Evidence none(Scale scale) {
    return new Evidence(scale, Map.of());
  }

  /** What the paper's authors published. */
  public static Evidence published() {
    Evidence evidence = none(Scale.PAPER);
    for (Quantity quantity : Quantity.values()) {
      Optional<ByWidth> runs = quantity.published();
      if (runs.isPresent()) {
        evidence = evidence.with(quantity, runs.get());
      }
    }
    return evidence;
  }

  /** The same with one more measure; fractions, networks without a retina as width 0. */
  public Evidence with(Quantity measure, ByWidth runs) {
    Map<Quantity, ByWidth> more = new EnumMap<>(Quantity.class);
    more.putAll(measures);
    more.put(measure, runs);
    return new Evidence(scale, more);
  }

  /** Some measures of these, as far as they are there. */
  Evidence only(Set<Quantity> some) {
    Map<Quantity, ByWidth> few = new HashMap<>(measures);
    few.keySet().retainAll(some);
    return new Evidence(scale, few);
  }

  /** Every number of every network, for a table. */
  public List<Measured<Value>> values() {
    List<Measured<Value>> values = new ArrayList<>();
    measures.forEach(
        (quantity, runs) ->
            runs.rows().forEach(row -> values.add(row.map(v -> new Value(quantity.title(), v)))));
    return values;
  }

  /** One quantity of one network. */
  public record Value(String quantity, double value) {}

  Optional<ByWidth> runs(Quantity measure) {
    return Optional.ofNullable(measures.get(measure));
  }

  /**
   * The trend over the widths of each measure of which the paper claims one, or that there is none;
   * corrected for their number (Holm 1979).
   */
  public Map<Quantity, Trend> trends() {
    return trends(Trend::corrected);
  }

  /**
   * The same for a part of the ledger's measures: corrected for the number of all its trends
   * (Bonferroni), so that a verdict is never more lenient than the whole ledger's.
   */
  Map<Quantity, Trend> trendsOfPart() {
    int tests = (int) Quantity.all().filter(Quantity::isTrendTested).count();
    return trends(some -> Trend.corrected(some, tests));
  }

  private Map<Quantity, Trend> trends(UnaryOperator<List<Trend>> correction) {
    List<Quantity> order = measures.keySet().stream().filter(Quantity::isTrendTested).toList();
    List<Trend> corrected =
        correction.apply(order.stream().map(m -> measures.get(m).withRetina().trend()).toList());
    Map<Quantity, Trend> trends = new EnumMap<>(Quantity.class);
    for (int i = 0; i < order.size(); i++) {
      trends.put(order.get(i), corrected.get(i));
    }
    return trends;
  }
}
