package org.opponency.claims;

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
import org.opponency.study.ModelRun;
import org.opponency.study.Scale;
import org.opponency.study.Study;
import org.opponency.study.analysis.Behaviour;
import org.opponency.study.analysis.Cifar10Study;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.analysis.ModelAccuracy;
import org.opponency.study.analysis.ModelCalibration;
import org.opponency.study.analysis.ModelRobustness;
import org.opponency.study.analysis.ModelShapeBias;
import org.opponency.study.analysis.ModelShares;
import org.opponency.study.analysis.RobustnessStudy;
import org.opponency.study.analysis.StimulusProtocol;
import org.opponency.study.analysis.SuperStimuli;

/**
 * What was measured, for claims to be held against. Immutable.
 *
 * @param scale at which it was measured
 * @param measures the runs of each measure there is
 */
public record Evidence(Scale scale, Map<Quantity, Comparison> measures) {
  /** Copies the map. */
  public Evidence {
    Map<Quantity, Comparison> copy = new EnumMap<>(Quantity.class);
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
            .with(Quantity.ACCURACY, ModelAccuracy.comparison(study.accuracy(models)));
    if (behaviour.hasCueConflict()) {
      var decisions = behaviour.decisions(models, StimulusProtocol.PAPER);
      var rows = behaviour.shapeBias(models, decisions);
      evidence = evidence.with(Quantity.SHAPE_BIAS, ModelShapeBias.comparison(rows));
    }
    if (behaviour.hasNaturalAdversarial()) {
      var rows = Behaviour.calibration(behaviour.naturalAdversarial(models));
      evidence =
          evidence
              .with(Quantity.NATURAL_ADVERSARIAL, ModelCalibration.accuracy(rows))
              .with(Quantity.AURRA, ModelCalibration.aurra(rows));
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
        .with(Quantity.ROBUST_ACCURACY, ModelRobustness.overBudgets(worst))
        .with(Quantity.LARGEST_PERTURBATION, ModelRobustness.largestBudgets(worst))
        .with(
            Quantity.CIFAR10_ROBUST_ACCURACY,
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
        .with(Quantity.SHAPE_BIAS, Published.shapeBias())
        .with(Quantity.NATURAL_ADVERSARIAL, Published.imageNetA())
        .with(Quantity.AURRA, Published.aurra())
        .with(
            Quantity.CIFAR10_ROBUST_ACCURACY, Published.cifar10Robustness(Claims.CIFAR10_EPSILON));
  }

  /** The same with one more measure; fractions, networks without a retina as width 0. */
  public Evidence with(Quantity measure, Comparison runs) {
    Map<Quantity, Comparison> more = new EnumMap<>(Quantity.class);
    more.putAll(measures);
    more.put(measure, runs);
    return new Evidence(scale, more);
  }

  /** The measures of both. */
  Evidence and(Evidence other) {
    Map<Quantity, Comparison> both = new HashMap<>(measures);
    both.putAll(other.measures);
    return new Evidence(scale, both);
  }

  /** Some measures of these, as far as they are there. */
  Evidence only(Set<Quantity> some) {
    Map<Quantity, Comparison> few = new HashMap<>(measures);
    few.keySet().retainAll(some);
    return new Evidence(scale, few);
  }

  Optional<Comparison> runs(Quantity measure) {
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
    return trends(some -> Trend.corrected(some, Claims.TRENDS.size()));
  }

  private Map<Quantity, Trend> trends(UnaryOperator<List<Trend>> correction) {
    List<Quantity> order = measures.keySet().stream().filter(Claims.TRENDS::contains).toList();
    List<Trend> corrected =
        correction.apply(order.stream().map(m -> measures.get(m).withRetina().trend()).toList());
    Map<Quantity, Trend> trends = new EnumMap<>(Quantity.class);
    for (int i = 0; i < order.size(); i++) {
      trends.put(order.get(i), corrected.get(i));
    }
    return trends;
  }
}
