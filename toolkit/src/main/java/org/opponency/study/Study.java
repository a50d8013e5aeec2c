package org.opponency.study;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.opponency.engine.Compute;
import org.opponency.evaluation.Predictions;
import org.opponency.images.ImageSet;
import org.opponency.images.LabelSpace;
import org.opponency.images.Unreadable;
import org.opponency.io.Progress;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.VisionModel;
import org.opponency.orchard.Cue;
import org.opponency.orchard.Orchard;
import org.opponency.study.analysis.AttackCrew;
import org.opponency.study.analysis.HardPictures;
import org.opponency.study.analysis.ModelAccuracy;
import org.opponency.study.analysis.ModelPredictions;
import org.opponency.study.store.PredictionCache;
import org.opponency.study.store.ResultStore;
import org.opponency.study.store.RobustnessCache;
import org.opponency.training.Execution;
import org.opponency.training.Recipe;

/**
 * The reproduction at one scale: its data, its networks (trained when first asked for, read back
 * after that) and what is measured on them. Everything is kept below {@code results/<scale>}.
 */
public final class Study {
  /** What all randomness of the study derives from. */
  public static final long SEED = 2020;

  /** What {@link #each} reports after every model, whether it computed or read back. */
  public static final String MEASURING = "measuring";

  /** The number of the run that filters hard pictures, far from those under test. */
  private static final int FILTER_RUN = 1000;

  /** The bottleneck widths of the paper. */
  public static final List<Integer> WIDTHS = List.of(1, 2, 4, 8, 16, 32);

  private final Scale scale;
  private final Path home;
  private final StudyData data;
  private final Optional<Path> folder;
  private final Consumer<Progress> progress;
  private final Consumer<ModelEpoch> epochs;
  private final Execution execution;

  private Study(
      Scale scale,
      Path home,
      StudyData data,
      Optional<Path> folder,
      Consumer<Progress> progress,
      Consumer<ModelEpoch> epochs,
      Execution execution) {
    this.scale = scale;
    this.home = home;
    this.data = data;
    this.folder = folder;
    this.progress = progress;
    this.epochs = epochs;
    this.execution = execution;
  }

  /**
   * The study that the environment describes: OPPONENCY_SCALE (smoke, laptop, paper),
   * OPPONENCY_HOME (the project's folder, else the one above the working directory), OPPONENCY_DATA
   * (a folder with {@code train} and {@code val}, or with CIFAR-10 for Figure 10, else Orchard) and
   * OPPONENCY_SIZE (pixels, with OPPONENCY_DATA).
   *
   * @throws IllegalArgumentException if one of them is not as expected
   * @throws org.opponency.images.ImageDataException if the data folder is not as expected
   */
  public static Study open() {
    return open(step -> {});
  }

  /** The same, telling {@code listener} how long its opening and its work go on. */
  public static Study open(Consumer<Progress> listener) {
    return StudyEnvironment.ofProcess().open(listener);
  }

  public static Study of(Scale scale, Path home, Optional<Path> folder, int size) {
    return of(scale, home, folder, size, step -> {});
  }

  public static Study of(
      Scale scale, Path home, Optional<Path> folder, int size, Consumer<Progress> listener) {
    Path cache = home.resolve("results").resolve("cache");
    StudyData data =
        folder
            .filter(root -> !Cifar10Data.isAllThereIs(root))
            .map(root -> StudyData.folder(root, cache, size, listener))
            .orElseGet(() -> orchard(scale));
    return new Study(scale, home, data, folder, listener, epoch -> {}, Execution.automatic());
  }

  private static StudyData orchard(Scale scale) {
    return switch (scale) {
      case SMOKE -> StudyData.orchard(20, 10);
      case LAPTOP -> StudyData.orchard(480, 100);
      case PAPER ->
          throw new IllegalArgumentException(
              "Paper scale needs ImageNet: let OPPONENCY_DATA name a folder with train and val");
    };
  }

  /** The same study, telling {@code listener} how long work goes on. */
  public Study reporting(Consumer<Progress> listener) {
    return new Study(scale, home, data, folder, listener, epochs, execution);
  }

  /**
   * The same study, telling {@code watcher} of every epoch of its {@link #models} while they are
   * trained; networks that serve another end, such as those for a single cue, are not among them.
   */
  public Study watching(Consumer<ModelEpoch> watcher) {
    return new Study(scale, home, data, folder, progress, watcher, execution);
  }

  /** The same study, its networks trained otherwise. */
  public Study computedBy(Execution other) {
    return new Study(scale, home, data, folder, progress, epochs, other);
  }

  /** What its networks are trained by. */
  public Execution execution() {
    return execution;
  }

  /** Tells the listener of {@link #reporting}. */
  public void report(Progress step) {
    progress.accept(step);
  }

  /** The study's scale. */
  public Scale scale() {
    return scale;
  }

  /** What it trains and tests on. */
  public StudyData data() {
    return data;
  }

  /** Runs a width: the paper's three, one at smoke scale. */
  public int runs() {
    return scale == Scale.SMOKE ? 1 : 3;
  }

  /** The project's folder, below which everything is kept. */
  public Path home() {
    return home;
  }

  /** Where figures go. */
  public Path figures() {
    return scale == Scale.SMOKE ? results().resolve("figures") : home.resolve("figures");
  }

  /** What was computed once and is kept. */
  public ResultStore store() {
    return new ResultStore(results().resolve("kept"));
  }

  /** Predicts, or reads back what was predicted. */
  public PredictionCache inference() {
    return new PredictionCache(store(), progress);
  }

  /** Attacks networks, or reads back how they did. */
  public RobustnessCache robustness() {
    return new RobustnessCache(store(), progress);
  }

  /** The same as a step of {@link #each}, which says itself when it is finished. */
  public PredictionCache inferenceOfOne() {
    return new PredictionCache(
        store(),
        step -> {
          if (!step.finished()) {
            progress.accept(step);
          }
        });
  }

  /** Attacks several networks at once. */
  public AttackCrew attackCrew() {
    return new AttackCrew(workers(), store(), progress);
  }

  /** The folder that OPPONENCY_DATA names, if it does. */
  public Optional<Path> folder() {
    return folder;
  }

  /** Where everything is kept. */
  public Path results() {
    return home.resolve("results").resolve(scale.label());
  }

  /**
   * The network of a width; without a retina for width 0.
   *
   * @throws IllegalArgumentException if the width is negative
   */
  public Architecture architecture(int width) {
    int cells = width == 0 ? 1 : width;
    Architecture architecture =
        scale == Scale.PAPER
            ? Architecture.resNet50(cells, data.classes(), data.imageSize())
            : Architecture.thin(cells, data.classes(), data.imageSize());
    return width == 0 ? architecture.withoutRetina() : architecture;
  }

  /** How its networks are trained. */
  public Recipe recipe() {
    return switch (scale) {
      case SMOKE -> Recipe.laptop(data.preprocessing(), data.augmentation(), 2);
      case LAPTOP -> Recipe.laptop(data.preprocessing(), data.augmentation(), 6);
      case PAPER -> Recipe.imageNet(data.imageSize());
    };
  }

  /** The networks of some widths, of each width once. Trains what is not trained yet. */
  public List<ModelRun> models(int... widths) {
    List<TrainingPlan> plans = new ArrayList<>();
    Arrays.stream(widths).distinct().forEach(width -> plans.addAll(plans(width)));
    return crew(epochs).train(plans);
  }

  /**
   * All networks behind a bottleneck, every width and run, then those without a retina, which are
   * the reference of Figures 4 to 7. Trains what is not trained yet.
   */
  public List<ModelRun> modelsAndReferences() {
    return models(widthsAndReference());
  }

  /** {@link #WIDTHS}, then 0, which stands for no retina. */
  public static int[] widthsAndReference() {
    IntStream widths = WIDTHS.stream().mapToInt(width -> width);
    return IntStream.concat(widths, IntStream.of(0)).toArray();
  }

  private List<TrainingPlan> plans(int width) {
    List<TrainingPlan> plans = new ArrayList<>();
    for (int run = 0; run < runs(); run++) {
      plans.add(plan(width, run));
    }
    return plans;
  }

  private TrainingPlan plan(int width, int run) {
    return plan(name(width, run), width, run, data);
  }

  /** How the network of a width, 0 for no retina, and a run is called. */
  public static String name(int width, int run) {
    return width == 0 ? "no retina, run " + run : format("width %d, run %d", width, run);
  }

  /** The network of a width, 0 for none, and a run. Trains it if that is not done yet. */
  public ModelRun model(int width, int run) {
    return train(List.of(plan(width, run))).get(0);
  }

  /**
   * Networks of width 32 that learn from one cue alone and are tested on it alone, one for each
   * cue: what shape, surface or colour can give by itself. Orchard only.
   *
   * @throws IllegalStateException if the study's data are photographs, which cannot be taken apart
   */
  public List<ModelRun> singleCueModels() {
    if (data.root().isPresent()) {
      throw new IllegalStateException("Single cues exist for Orchard only, not for " + data.name());
    }
    Orchard orchard = Orchard.ofSize(StudyData.ORCHARD_SIZE);
    int perClass = data.train().size() / data.classes();
    int validationPerClass = data.validation().size() / data.classes();
    List<TrainingPlan> plans = new ArrayList<>();
    for (Cue cue : Cue.values()) {
      String name = cue.name().toLowerCase(Locale.ROOT) + " only";
      ImageSet validation = orchard.validation(validationPerClass, cue);
      StudyData alone =
          StudyData.orchard(
              "Orchard " + name, orchard.train(perClass, cue), validation, validation);
      plans.add(plan(name, 32, 0, alone));
    }
    return train(plans);
  }

  /**
   * Hard pictures: those that a network without a retina gets wrong, which is trained for this
   * alone and never under test. Candidates are Orchard's (unusual colour, light, view), four times
   * as many as wanted, or the validation photographs.
   *
   * @param perClass at most so many of a class
   */
  public ImageSet hardPictures(int perClass) {
    ImageSet candidates =
        data.root().isPresent()
            ? data.validation()
            : Orchard.ofSize(StudyData.ORCHARD_SIZE).hardCandidates(4 * perClass);
    List<ModelRun> filter = train(List.of(plan("hard picture filter", 0, FILTER_RUN, data)));
    return each(
            filter,
            (model, vision) ->
                inferenceOfOne()
                    .of(
                        model.name(),
                        vision,
                        candidates,
                        data.preprocessing(),
                        Unreadable.REFUSE,
                        LabelSpace.of(candidates).identity()))
        .stream()
        .map(predictions -> HardPictures.select(candidates, predictions.rows(), perClass))
        .findFirst()
        .orElseThrow();
  }

  private TrainingPlan plan(String name, int width, int run, StudyData on) {
    String folder =
        (on.name() + "/" + name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9/]+", "-");
    return new TrainingPlan(
        name, architecture(width), run, on, recipe(), results().resolve("models").resolve(folder));
  }

  /** Trained networks, in the order of their plans. */
  public List<ModelRun> train(List<TrainingPlan> plans) {
    return crew(epoch -> {}).train(plans);
  }

  private TrainingCrew crew(Consumer<ModelEpoch> watcher) {
    return new TrainingCrew(workers(), execution, progress, watcher);
  }

  /** Networks that fill the devices are trained one after the other. */
  private int workers() {
    boolean one = scale == Scale.PAPER || !execution.isOneProcessor();
    return one ? 1 : Runtime.getRuntime().availableProcessors();
  }

  /**
   * Opens trained networks one after the other, measures each and closes it.
   *
   * @param measure from a model and its network to a record
   * @return one record a model, in their order
   */
  public <R> List<R> each(List<ModelRun> models, Measure<R> measure) {
    List<R> results = new ArrayList<>();
    for (ModelRun model : models) {
      try (VisionModel vision = open(model)) {
        results.add(measure.of(model, vision));
      }
      progress.accept(new Progress(MEASURING, results.size(), models.size(), model.name()));
    }
    return results;
  }

  /** What is measured on a model. */
  @FunctionalInterface
  public interface Measure<R> {
    /** The record of one model; {@code vision} is closed afterwards. */
    R of(ModelRun model, VisionModel vision);
  }

  /** A trained network, ready for analysis; close it. */
  public static VisionModel open(ModelRun model) {
    try {
      return VisionModel.of(Checkpoint.read(model.weights()).network());
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** Accuracy of trained networks on the validation images. */
  public List<ModelAccuracy> accuracy(List<ModelRun> models) {
    return each(models, (model, vision) -> ModelAccuracy.of(model, validate(model, vision)));
  }

  /** What trained networks say of the validation images. */
  public List<ModelPredictions> validation(List<ModelRun> models) {
    return each(
        models, (model, vision) -> new ModelPredictions(model, validate(model, vision).rows()));
  }

  private Predictions validate(ModelRun model, VisionModel vision) {
    return inferenceOfOne()
        .of(
            model.name(),
            vision,
            data.validation(),
            data.preprocessing(),
            Unreadable.SKIP,
            LabelSpace.of(data.validation()).identity());
  }

  /** Where numbers of this study come from. */
  public Provenance provenance() {
    return Provenance.of(
        scale,
        SEED,
        new Provenance.Data(data.name(), data.validation().digest()),
        recipe().toString(),
        new Provenance.Engine(Compute.djlVersion(), Compute.libtorchVersion()));
  }
}
