package org.opponency.study.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opponency.study.ModelRun;
import org.opponency.study.Study;
import org.opponency.study.TrainingSummary;
import org.opponency.study.analysis.Behaviour;
import org.opponency.study.analysis.Cifar10Study;
import org.opponency.study.analysis.RobustnessStudy;
import org.opponency.study.analysis.StimulusProtocol;

/** The results of a sweep as tables, a row a network or a network and epsilon. */
public final class SweepTables {
  private final Study study;
  private final List<ModelRun> models;
  private final Map<String, List<? extends Record>> tables = new LinkedHashMap<>();

  private SweepTables(Study study) {
    this.study = study;
    models = study.modelsAndReferences();
  }

  /** The rows of each table by its name, such as {@code accuracy}. */
  public static Map<String, List<? extends Record>> of(Study study) {
    SweepTables of = new SweepTables(study);
    of.training();
    of.behaviour();
    of.attacks();
    return of.tables;
  }

  private void training() {
    tables.put("training", models.stream().map(TrainingSummary::of).toList());
    tables.put("accuracy", study.accuracy(models));
  }

  private void behaviour() {
    Behaviour behaviour = new Behaviour(study);
    if (behaviour.hasCueConflict()) {
      var decisions = behaviour.decisions(models, StimulusProtocol.PAPER);
      tables.put("shape-bias", behaviour.shapeBias(models, decisions));
    }
    if (behaviour.hasNaturalAdversarial()) {
      var predictions = behaviour.naturalAdversarial(models);
      tables.put("natural-adversarial", Behaviour.calibration(predictions));
    }
  }

  private void attacks() {
    RobustnessStudy robustness = new RobustnessStudy(study);
    List<ModelRun> attacked = robustness.models();
    tables.put("robustness", robustness.worstCase(attacked));
    tables.put("single-attacks", robustness.singleAttacks(attacked).curves());
    Cifar10Study cifar10 = Cifar10Study.of(study);
    tables.put("cifar10-robustness", cifar10.worstCase(cifar10.models(cifar10.depth())));
  }
}
