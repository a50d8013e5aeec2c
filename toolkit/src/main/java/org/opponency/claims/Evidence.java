package org.opponency.claims;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Trend;
import org.opponency.io.Csv;
import org.opponency.study.Study;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.Results;

/**
 * What was measured, for claims to be held against. Immutable.
 *
 * @param scale at which it was measured
 * @param orchard whether on drawn pictures, not on photographs
 * @param measures the runs of each measure there is
 */
public record Evidence(Scale scale, boolean orchard, Map<Quantity, ByWidth> measures) {
  /** Its file among the figures: every number of every network. */
  public static final String FILE = "quantities.csv";

  /** Folders of the figures of photographs that the ledger looks into; the first there counts. */
  private static final List<String> PHOTOGRAPHS = List.of("tiny-imagenet", "tiny-imagenet-200");

  private static final String EXPLORATORY = "exploratory-orchard.csv";
  private static final String EARLIER = "earlier-orchard.csv";

  /** Copies the map. */
  public Evidence {
    Map<Quantity, ByWidth> copy = new EnumMap<>(Quantity.class);
    copy.putAll(measures);
    measures = Collections.unmodifiableMap(copy);
  }

  /** Every quantity that can be measured on a study's networks with the data there are. */
  public static Evidence of(Study study) {
    return none(study.scale(), study.data().root().isEmpty()).with(results(study).values());
  }

  /** The quantities that come from one analysis. */
  public static Evidence of(Results<?> results) {
    Provenance provenance = results.provenance();
    return none(provenance.scale(), provenance.data().isDrawn()).with(List.of(results));
  }

  /** The same with the quantities that come from some analyses. */
  public Evidence with(Collection<? extends Results<?>> analyses) {
    Evidence evidence = this;
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

  /** Nothing measured yet on drawn pictures. */
  public static Evidence none(Scale scale) {
    return none(scale, true);
  }

  private static Evidence none(Scale scale, boolean orchard) {
    return new Evidence(scale, orchard, Map.of());
  }

  /** What the paper's authors published. */
  public static Evidence published() {
    Evidence evidence = none(Scale.PAPER, false);
    for (Quantity quantity : Quantity.values()) {
      Optional<ByWidth> runs = quantity.published();
      if (runs.isPresent()) {
        evidence = evidence.with(quantity, runs.get());
      }
    }
    return evidence;
  }

  /**
   * What the first networks gave, trained on Orchard at laptop scale before the criteria were
   * fixed, which were found by looking at them: a record, as those networks are not trained any
   * more.
   */
  public static Evidence exploratory() {
    return new Evidence(Scale.LAPTOP, true, Recorded.read(EXPLORATORY));
  }

  /**
   * What the next networks gave, trained on Orchard after the criteria were fixed; but some rules
   * were mended once these had been looked at, and so these do not confirm them. A record, too.
   */
  public static Evidence earlier() {
    return new Evidence(Scale.LAPTOP, true, Recorded.read(EARLIER));
  }

  /**
   * What networks gave that were trained on photographs, as their own study kept it among the
   * figures; nothing where there is none.
   *
   * @param figures the folder of the figures
   */
  public static Evidence photographs(Path figures) {
    return PHOTOGRAPHS.stream()
        .map(folder -> figures.resolve(folder).resolve(FILE))
        .filter(Files::exists)
        .findFirst()
        .map(kept -> new Evidence(Scale.LAPTOP, false, Recorded.read(Csv.read(kept))))
        .orElseGet(() -> none(Scale.LAPTOP, false));
  }

  /** The same with one more measure; fractions, networks without a retina as width 0. */
  public Evidence with(Quantity measure, ByWidth runs) {
    Map<Quantity, ByWidth> more = new EnumMap<>(Quantity.class);
    more.putAll(measures);
    more.put(measure, runs);
    return new Evidence(scale, orchard, more);
  }

  /** Every number of every network, for a table. */
  public List<Measured<Recorded>> values() {
    return measures.entrySet().stream()
        .flatMap(one -> Recorded.of(one.getKey(), one.getValue()).stream())
        .toList();
  }

  Optional<ByWidth> runs(Quantity measure) {
    return Optional.ofNullable(measures.get(measure));
  }

  /** The trend of each measure over the widths; p as it is, whatever else is tested. */
  public List<Trend> trends() {
    return measures.values().stream().map(runs -> runs.withRetina().trend()).toList();
  }
}
