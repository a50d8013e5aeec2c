package org.opponency.study.analysis;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import org.opponency.images.Normalisation;
import org.opponency.images.PixelVariance;
import org.opponency.models.Architecture;
import org.opponency.models.VisionModel;
import org.opponency.orchard.Orchard;
import org.opponency.orchard.Overlap;
import org.opponency.physiology.CellOpponency;
import org.opponency.physiology.ColourTuning;
import org.opponency.physiology.FieldProtocol;
import org.opponency.physiology.Opponency;
import org.opponency.physiology.OpponencyProtocol;
import org.opponency.physiology.ReceptiveField;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.Scale;
import org.opponency.study.networks.StudyData;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.networks.TrainingPlan;
import org.opponency.study.results.ColourResults;
import org.opponency.study.results.ColourTrial;
import org.opponency.training.Recipe;

/**
 * Why is a cell of width 1 opponent to luminance, or to colour? Only a generator can vary the
 * colours of the world alone: networks of width 1 learn Orchard at steps between colours that tell
 * the fruits apart and colours that hardly do and hardly vary. All else, seeds included, is the
 * same at every step. Half an hour of two quiet cores; what was trained is kept and read back.
 *
 * @param study its scale and where things are kept
 * @param size how many networks, and how long they are trained
 */
public record ColourExperiment(StudyNetworks study, Size size) {
  /** Its provenance is that of its own results alone. */
  public ColourExperiment {
    study = study.afresh();
  }

  /**
   * What a scale changes.
   *
   * @param runs seeds a step and form of the pixels
   * @param training pictures a fruit to train on
   * @param validation pictures a fruit to validate on
   * @param epochs passes over the training pictures
   */
  public record Size(int runs, int training, int validation, int epochs) {
    static Size of(Scale scale) {
      return scale == Scale.SMOKE ? new Size(1, 20, 5, 1) : new Size(8, 320, 20, 3);
    }
  }

  /**
   * The colours of one step.
   *
   * @param hueSpread most that a fruit's hue is turned, in turns
   * @param saturation what is left of all colour
   */
  public record Step(double hueSpread, double saturation) {
    Overlap overlap() {
      return Overlap.USUAL.withColour(VAGUE, hueSpread, saturation);
    }
  }

  /** Share of pictures with the colours of unripe fruit, the same at every step. */
  private static final double VAGUE = 0.4;

  /** Pictures whose pixels tell how much of their variance is luminance. */
  private static final int COUNTED = 500;

  /** Pixels normalised, and in [0, 1]. */
  private static final int FORMS = 2;

  /** From telling colours to dull ones: 70 to 96 % of the pixels' variance is luminance. */
  public static final List<Step> STEPS =
      List.of(
          new Step(0.035, 1),
          new Step(0.1, 0.8),
          new Step(0.2, 0.65),
          new Step(0.5, 0.5),
          new Step(1, 0.35));

  /** At the study's scale. */
  public static ColourExperiment of(StudyNetworks study) {
    return new ColourExperiment(study, Size.of(study.scale()));
  }

  /**
   * Trains what is not trained yet and measures every cell. Orchard only.
   *
   * @throws IllegalStateException if the study's data are photographs, whose colours stay
   */
  public ColourResults run() {
    study.requireOrchard("Worlds of other colours");
    List<StudyData> worlds = STEPS.stream().map(this::world).toList();
    List<ModelRun> runs = study.train(plans(worlds));
    List<Double> shares =
        worlds.stream().map(w -> PixelVariance.of(w.train(), COUNTED).luminanceShare()).toList();
    List<ColourTrial> trials =
        study.each(
            runs,
            (run, vision) -> trial(runs.indexOf(run) / FORMS % STEPS.size(), shares, run, vision));
    return new ColourResults(provenance(worlds.get(0)), trials);
  }

  private StudyData world(Step step) {
    Orchard orchard = StudyData.orchard().with(step.overlap());
    return StudyData.orchard(
        "Orchard",
        orchard.train(size.training()),
        orchard.validation(size.validation()),
        orchard.validation(size.validation()));
  }

  /** The first run of every step in both forms, then the second: all steps grow together. */
  private List<TrainingPlan> plans(List<StudyData> worlds) {
    List<TrainingPlan> plans = new ArrayList<>();
    Architecture normalised = study.architecture(1);
    Architecture raw = normalised.withNormalisation(Normalisation.NONE);
    for (int run = 0; run < size.runs(); run++) {
      for (int step = 0; step < STEPS.size(); step++) {
        plans.add(plan(step, normalised, run, worlds.get(step)));
        plans.add(plan(step, raw, run, worlds.get(step)));
      }
    }
    return plans;
  }

  private TrainingPlan plan(int step, Architecture architecture, int run, StudyData world) {
    String form = isNormalised(architecture) ? "normalised" : "raw";
    String name = format("colour step %d, %s, run %d", step + 1, form, run);
    String folder = format("colour-experiment/step-%d-%s-run-%d", step + 1, form, run);
    return new TrainingPlan(
        name,
        architecture,
        run,
        world,
        recipe(),
        study.results().resolve("models").resolve(folder));
  }

  private Recipe recipe() {
    StudyData data = study.data();
    return Recipe.laptop(data.preprocessing(), data.augmentation(), size.epochs());
  }

  private static boolean isNormalised(Architecture architecture) {
    return !architecture.normalisation().equals(Normalisation.NONE);
  }

  private static ColourTrial trial(
      int step, List<Double> shares, ModelRun run, VisionModel vision) {
    List<String> layer = List.of(EarlyVision.RETINA_2);
    ColourTuning hues = CellOpponency.of(vision, layer, OpponencyProtocol.PAPER).get(0).colour();
    ReceptiveField field = ReceptiveField.of(vision, EarlyVision.RETINA_2, 0, FieldProtocol.PAPER);
    return new ColourTrial(
        step + 1,
        STEPS.get(step).hueSpread(),
        STEPS.get(step).saturation(),
        shares.get(step),
        isNormalised(run.architecture()),
        run.run(),
        run.dead(),
        run.last().validationAccuracy(),
        hues.opponency() == Opponency.OPPONENT,
        hues.baseline() > 0,
        field.luminanceWeight());
  }

  private Provenance provenance(StudyData first) {
    return study.provenance(
        new Provenance.Data(
            format("%s, %d worlds of colour", first.name(), STEPS.size()), first.train().digest()),
        format("%s; %s; %s", size, STEPS, recipe()));
  }
}
