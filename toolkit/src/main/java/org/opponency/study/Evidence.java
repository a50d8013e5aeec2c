package org.opponency.study;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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
   * Everything that the toolkit can measure on a study's networks with the data there are. Analyses
   * join the ledger here.
   */
  public static Evidence of(Study study, List<ModelRun> models) {
    return ofBehaviour(study, models)
        .and(ofCells(study, models.stream().filter(model -> model.width() > 0).toList()))
        .and(ofAttacks(study));
  }

  private static Evidence ofBehaviour(Study study, List<ModelRun> models) {
    Behaviour behaviour = new Behaviour(study);
    Evidence evidence =
        none(study.scale())
            .with(Measure.ACCURACY, ModelAccuracy.comparison(study.accuracy(models)));
    if (behaviour.hasCueConflict()) {
      var decisions = behaviour.decisions(models, StimulusProtocol.PAPER);
      var rows = behaviour.shapeBias(models, decisions);
      evidence = evidence.with(Measure.SHAPE_BIAS, ModelShapeBias.comparison(rows));
    }
    if (behaviour.hasNaturalAdversarial()) {
      var rows = Behaviour.calibration(behaviour.naturalAdversarial(models));
      evidence =
          evidence
              .with(Measure.NATURAL_ADVERSARIAL, ModelCalibration.accuracy(rows))
              .with(Measure.AURRA, ModelCalibration.aurra(rows));
    }
    return evidence;
  }

  private static Evidence ofCells(Study study, List<ModelRun> models) {
    EarlyVision early = new EarlyVision(study);
    var opponency = early.opponency(ModelShares.Weights.TRAINED, models, EarlyVision.FIGURE_2);
    var fruits =
        SuperStimuli.of(study)
            .ofFruits(
                models.stream()
                    .filter(m -> SuperStimuli.FRUIT_WIDTHS.contains(m.width()))
                    .toList());
    return CellEvidence.ofOpponency(study.scale(), opponency)
        .and(CellEvidence.ofFields(study.scale(), early.fields(models, early.example(0))))
        .and(CellEvidence.ofSuperStimuli(study.scale(), fruits));
  }

  private static Evidence ofAttacks(Study study) {
    var robustness = new RobustnessStudy(study);
    var cifar10 = Cifar10Study.of(study);
    var worst = robustness.worstCase(robustness.models());
    return none(study.scale())
        .with(Measure.ROBUST_ACCURACY, ModelRobustness.overBudgets(worst))
        .with(Measure.LARGEST_PERTURBATION, ModelRobustness.largestBudgets(worst))
        .with(
            Measure.CIFAR10_ROBUST_ACCURACY,
            ModelRobustness.at(
                Claims.CIFAR10_EPSILON, cifar10.worstCase(cifar10.models(cifar10.depth()))));
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

  /** The measures of both. */
  Evidence and(Evidence other) {
    Map<Measure, Comparison> both = new HashMap<>(measures);
    both.putAll(other.measures);
    return new Evidence(scale, both);
  }

  /** Some measures of these, as far as they are there. */
  Evidence only(Set<Measure> some) {
    Map<Measure, Comparison> few = new HashMap<>(measures);
    few.keySet().retainAll(some);
    return new Evidence(scale, few);
  }

  Optional<Comparison> runs(Measure measure) {
    return Optional.ofNullable(measures.get(measure));
  }

  /**
   * The trend over the widths of each measure of which the paper claims one, or that there is none;
   * corrected for their number (Holm 1979).
   */
  public Map<Measure, Trend> trends() {
    return trends(Trend::corrected);
  }

  /**
   * The same for a part of the ledger's measures: corrected for the number of all its trends
   * (Bonferroni), so that a verdict is never more lenient than the whole ledger's.
   */
  Map<Measure, Trend> trendsOfPart() {
    return trends(some -> Trend.corrected(some, Claims.TRENDS.size()));
  }

  private Map<Measure, Trend> trends(UnaryOperator<List<Trend>> correction) {
    List<Measure> order = measures.keySet().stream().filter(Claims.TRENDS::contains).toList();
    List<Trend> corrected =
        correction.apply(order.stream().map(m -> measures.get(m).withRetina().trend()).toList());
    Map<Measure, Trend> trends = new EnumMap<>(Measure.class);
    for (int i = 0; i < order.size(); i++) {
      trends.put(order.get(i), corrected.get(i));
    }
    return trends;
  }
}
