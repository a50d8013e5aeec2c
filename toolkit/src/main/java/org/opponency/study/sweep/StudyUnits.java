package org.opponency.study.sweep;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.opponency.study.Study;
import org.opponency.study.analysis.Cifar10Study;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.analysis.NaturalAdversarialAnalysis;
import org.opponency.study.analysis.RobustnessStudy;
import org.opponency.study.analysis.ShapeBiasAnalysis;
import org.opponency.study.analysis.StimulusProtocol;
import org.opponency.study.analysis.SuperStimuli;
import org.opponency.study.analysis.ValidationAnalysis;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.WeightOrigin;

/**
 * The long work behind the notebooks, a unit a network and kind of work: training, CIFAR-10,
 * measuring, attacks. Each unit calls what the notebooks call, for one network instead of all, so
 * that they find its results under the same keys.
 */
final class StudyUnits {
  private final Study study;
  private final List<Unit> units = new ArrayList<>();
  private final List<Integer> auxiliaries = new ArrayList<>();
  private final Map<String, Integer> trained = new HashMap<>();

  private StudyUnits(Study study) {
    this.study = study;
  }

  /** Those of a study, at its scale and with its data. */
  static List<Unit> of(Study study) {
    study.requireTraining();
    StudyUnits list = new StudyUnits(study);
    list.training();
    list.cifar10();
    list.measuring();
    list.attacks();
    return List.copyOf(list.units);
  }

  private void training() {
    if (hasAuxiliaries()) {
      auxiliaries.add(add("train auxiliary networks", List.of(), StudyUnits::trainAuxiliaries));
    }
    for (int width : Study.widthsAndReference()) {
      for (int run = 0; run < study.runs(width); run++) {
        int of = run;
        String name = Study.name(width, run);
        trained.put(name, add("train " + name, List.of(), s -> s.model(width, of)));
      }
    }
  }

  /** Photographs at paper scale come with their natural adversarial examples. */
  private boolean hasAuxiliaries() {
    return study.data().root().isEmpty() || study.scale() != Scale.PAPER;
  }

  /** The networks of one cue alone, and the filter that chooses hard pictures. */
  private static void trainAuxiliaries(Study study) {
    if (study.data().root().isEmpty()) {
      study.singleCueModels();
    }
    NaturalAdversarialAnalysis natural = new NaturalAdversarialAnalysis(study);
    natural.images();
    if (natural.areFiltered()) {
      study.hardPictureFilter(1);
    }
  }

  private void cifar10() {
    Cifar10Study cifar10 = Cifar10Study.of(study);
    if (!cifar10.possible()) {
      return;
    }
    int depth = cifar10.depth();
    for (int width : cifar10.size().widths()) {
      for (int run = 0; run < cifar10.size().runs(); run++) {
        int of = run;
        String name = "train and attack CIFAR-10 width %d, depth %d, run %d";
        add(format(name, width, depth, run), List.of(), s -> cifar10(s, width, depth, of));
      }
    }
  }

  private static void cifar10(Study study, int width, int depth, int run) {
    Cifar10Study cifar10 = Cifar10Study.of(study);
    cifar10.worstCase(List.of(cifar10.model(width, depth, run)));
  }

  private void measuring() {
    perNetwork(
        "measure", Study.widthsAndReference(), run -> true, auxiliaries, StudyUnits::measure);
  }

  private static void measure(Study study, ModelRun model) {
    List<ModelRun> models = List.of(model);
    new ValidationAnalysis(study).of(models);
    ShapeBiasAnalysis shapeBias = new ShapeBiasAnalysis(study);
    if (shapeBias.possible()) {
      shapeBias.of(models, StimulusProtocol.PAPER);
      shapeBias.of(models, StimulusProtocol.AS_IS);
    }
    NaturalAdversarialAnalysis natural = new NaturalAdversarialAnalysis(study);
    if (natural.possible()) {
      natural.of(models);
    }
    if (natural.areFiltered()) {
      natural.hardForTight(models);
    }
    if (model.width() > 0) {
      measureCells(study, models);
    }
  }

  private static void measureCells(Study study, List<ModelRun> models) {
    EarlyVision early = new EarlyVision(study);
    early.census(models);
    early.opponency(WeightOrigin.RANDOM, models, EarlyVision.FIGURE_2);
    early.opponency(WeightOrigin.TRAINED, models, EarlyVision.FIGURE_2);
    early.stages(models);
    if (study.settings().runs().isFirst(models.get(0).run())) {
      superStimuli(study, models);
    }
  }

  private static void superStimuli(Study study, List<ModelRun> models) {
    SuperStimuli stimuli = SuperStimuli.of(study);
    stimuli.portraits(models, EarlyVision.RETINA_2);
    if (SuperStimuli.FRUIT_WIDTHS.contains(models.get(0).width())) {
      stimuli.ofFruits(models);
    }
  }

  private void attacks() {
    perNetwork(
        "attack",
        new RobustnessStudy(study).widths(),
        study.settings().runs()::isFirst,
        List.of(),
        StudyUnits::attack);
  }

  private static void attack(Study study, ModelRun model) {
    RobustnessStudy robustness = new RobustnessStudy(study);
    robustness.worstCase(List.of(model));
    robustness.singleAttacks(List.of(model)); // of the few networks that it chooses
  }

  private void perNetwork(
      String verb, int[] widths, IntPredicate runs, List<Integer> alsoNeeds, Work work) {
    for (int width : widths) {
      for (int of : IntStream.range(0, study.runs(width)).filter(runs).toArray()) {
        String name = Study.name(width, of);
        List<Integer> needs = new ArrayList<>(alsoNeeds);
        needs.add(trained.get(name));
        add(verb + " " + name, needs, s -> work.on(s, s.model(width, of)));
      }
    }
  }

  private int add(String name, List<Integer> needs, Consumer<Study> work) {
    units.add(new Unit(units.size(), name, needs, work));
    return units.size() - 1;
  }

  /** What is done with a trained network. */
  @FunctionalInterface
  private interface Work {
    void on(Study study, ModelRun model);
  }
}
