package org.opponency.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opponency.evaluation.Comparison;
import org.opponency.evaluation.Trend;

/**
 * What was measured, for claims to be held against. Immutable.
 *
 * @param scale at which it was measured
 * @param measures the runs of each measure there is
 */
public record Evidence(Scale scale, Map<Measure, Comparison> measures) {
  /** Copies the map. */
  public Evidence {
    Map<Measure, Comparison> copy = new EnumMap<>(Measure.class);
    copy.putAll(measures);
    measures = Collections.unmodifiableMap(copy);
  }

  /**
   * Everything that the toolkit can measure on a study's networks. Analyses join the ledger here,
   * each with one line.
   */
  public static Evidence of(Study study, List<ModelRun> models) {
    Behaviour behaviour = new Behaviour(study);
    var decisions = behaviour.decisions(models, StimulusProtocol.PAPER);
    var natural = Behaviour.calibration(behaviour.naturalAdversarial(models));
    return none(study.scale())
        .with(Measure.ACCURACY, ModelAccuracy.comparison(study.accuracy(models)))
        .with(Measure.SHAPE_BIAS, ModelShapeBias.comparison(behaviour.shapeBias(models, decisions)))
        .with(Measure.NATURAL_ADVERSARIAL, ModelCalibration.accuracy(natural))
        .with(Measure.AURRA, ModelCalibration.aurra(natural));
  }

  /** Nothing measured yet. */
  public static Evidence none(Scale scale) {
    return new Evidence(scale, Map.of());
  }

  /** What the paper's authors published. */
  public static Evidence published() {
    return none(Scale.PAPER)
        .with(Measure.SHAPE_BIAS, Published.shapeBias())
        .with(Measure.NATURAL_ADVERSARIAL, Published.imageNetA())
        .with(Measure.AURRA, Published.aurra())
        .with(Measure.CIFAR10_ROBUST_ACCURACY, Published.cifar10Robustness(Claims.CIFAR10_EPSILON));
  }

  /** The same with one more measure; fractions, networks without a retina as width 0. */
  public Evidence with(Measure measure, Comparison runs) {
    Map<Measure, Comparison> more = new EnumMap<>(Measure.class);
    more.putAll(measures);
    more.put(measure, runs);
    return new Evidence(scale, more);
  }

  Optional<Comparison> runs(Measure measure) {
    return Optional.ofNullable(measures.get(measure));
  }

  /** The trend of each measure over the widths, corrected for the number of all of them. */
  public Map<Measure, Trend> trends() {
    List<Measure> order = new ArrayList<>(measures.keySet());
    List<Trend> corrected =
        Trend.corrected(order.stream().map(m -> measures.get(m).withRetina().trend()).toList());
    Map<Measure, Trend> trends = new EnumMap<>(Measure.class);
    for (int i = 0; i < order.size(); i++) {
      trends.put(order.get(i), corrected.get(i));
    }
    return trends;
  }
}
