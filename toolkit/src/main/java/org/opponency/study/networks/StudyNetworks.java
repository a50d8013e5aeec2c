package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.NetworkId;
import org.opponency.evaluation.Predictions;
import org.opponency.images.ImageSet;
import org.opponency.images.LabelMap;
import org.opponency.images.MissingDataException;
import org.opponency.images.Preprocessing;
import org.opponency.images.Unreadable;
import org.opponency.images.source.ImageNetTree;
import org.opponency.io.Progress;
import org.opponency.io.Seed;
import org.opponency.io.StoppedException;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.VisionModel;
import org.opponency.orchard.Cue;
import org.opponency.orchard.Orchard;
import org.opponency.study.store.Origin;
import org.opponency.study.store.PredictionCache;
import org.opponency.study.store.ResultStore;
import org.opponency.study.store.RobustnessCache;
import org.opponency.training.Execution;
import org.opponency.training.Recipe;

/**
 * The networks of a study: planned by width and run, trained when first asked for, read back after
 * that, opened to be measured. Everything is kept below {@code results/<scale>}.
 */
public class StudyNetworks {
  /**
   * What the randomness of photographs' networks and of every measurement derives from; Orchard has
   * its own, {@link StudyData#seed}.
   */
  public static final long SEED = 2026;

  /** What {@link #each} reports after every model, whether it computed or read back. */
  public static final String MEASURING = "measuring";

  /** What the names of networks with random weights begin with. */
  public static final String RANDOM = "random ";

  /** The number of the run that filters hard pictures, far from those under test. */
  private static final int FILTER_RUN = 1000;

  /** Passes over photographs. */
  private static final int PHOTOGRAPH_EPOCHS = 4;

  /** Passes over the pictures of a single cue, until accuracy rises no more. */
  private static final int CUE_EPOCHS = 20;

  /** The bottleneck widths of the paper. */
  public static final List<Integer> WIDTHS = List.of(1, 2, 4, 8, 16, 32);

  private final StudySettings settings;
  private final ResultStore store;

  /** The networks of a study with these settings. */
  public StudyNetworks(StudySettings settings) {
    this.settings = settings;
    store = new ResultStore(results().resolve("kept"));
  }

  /** The same study, whose provenance is of what it gives from now on alone. */
  public StudyNetworks afresh() {
    return new StudyNetworks(settings);
  }

  /** The same study about other data, kept in the same place, as those behind Figure 10 are. */
  public StudyNetworks on(StudyData other) {
    return new StudyNetworks(settings.on(other));
  }

  /** What the study was told. */
  public StudySettings settings() {
    return settings;
  }

  /** What its networks are trained by. */
  public Execution execution() {
    return settings.execution();
  }

  /** Tells the study's listener, of one thing at a time, whichever threads have to tell. */
  public synchronized void report(Progress step) {
    settings.progress().accept(step);
  }

  /** The study's scale. */
  public Scale scale() {
    return settings.scale();
  }

  /** What it trains and tests on. */
  public StudyData data() {
    return settings.data();
  }

  /** How many runs there are of a width; 0 stands for no retina. */
  public int runs(int width) {
    return settings.runs().of(width);
  }

  /**
   * The networks of some widths that are measured where it takes long: of each width its first
   * runs. Trains what is not trained yet.
   */
  public List<ModelRun> firstModels(int... widths) {
    return models(widths).stream().filter(model -> settings.runs().isFirst(model.run())).toList();
  }

  /** Whether its networks are the authors' own, of which none is trained here. */
  public boolean isPublished() {
    return settings.published().isPresent();
  }

  /** Whether there are {@link #validation} images. */
  public boolean hasValidation() {
    return !isPublished() || ImageNetTree.hasValidation(data().root().orElseThrow());
  }

  /**
   * The validation images, for analyses that are about them.
   *
   * @throws MissingDataException if the networks are published and their data are not here
   */
  public ImageSet validation() {
    if (!hasValidation()) {
      throw new MissingDataException(
          format(
              "Missing for the published networks: ImageNet's validation pictures. Expected"
                  + " val/<wnid>/*, val.pack or ILSVRC2012_img_val.tar with its labels in %s, or"
                  + " let OPPONENCY_DATA name their folder; environment/opponency data list says"
                  + " where to get them",
              data().root().orElseThrow().toAbsolutePath()));
    }
    return data().validation();
  }

  /** The project's folder, below which everything is kept. */
  public Path home() {
    return settings.home();
  }

  /** Where figures go. */
  public Path figures() {
    Path folder = scale() == Scale.SMOKE ? results() : home();
    return folder.resolve("figures").resolve(settings.collection());
  }

  /** What was computed once and is kept. */
  public ResultStore store() {
    return store;
  }

  /** Predicts, or reads back what was predicted. */
  public PredictionCache predictionCache() {
    return new PredictionCache(store(), settings.progress());
  }

  /** Attacks networks, or reads back how they did. */
  public RobustnessCache robustnessCache() {
    return new RobustnessCache(store(), settings.progress());
  }

  /** Where everything is kept. */
  public Path results() {
    String collection = settings.collection();
    String folder = collection.isEmpty() ? "" : collection + "-";
    return home().resolve("results").resolve(folder + scale().label());
  }

  /**
   * The network of a width; without a retina for width 0.
   *
   * @throws IllegalArgumentException if the width is negative
   */
  public Architecture architecture(int width) {
    int cells = width == 0 ? 1 : width;
    Architecture architecture =
        scale() == Scale.PAPER || isPublished()
            ? Architecture.resNet50(cells, data().classes(), data().imageSize())
            : Architecture.small(cells, data().classes(), data().imageSize());
    return width == 0 ? architecture.withoutRetina() : architecture;
  }

  /** How its networks are trained. */
  public Recipe recipe() {
    return switch (scale()) {
      case SMOKE -> laptop(2);
      case LAPTOP -> laptop(data().root().isPresent() ? PHOTOGRAPH_EPOCHS : 6);
      case PAPER -> Recipe.imageNet(data().imageSize());
    };
  }

  private Recipe laptop(int epochs) {
    return Recipe.laptop(data().preprocessing(), data().augmentation(), epochs);
  }

  /** The networks of some widths, of each width once. Trains what is not trained yet. */
  public List<ModelRun> models(int... widths) {
    if (isPublished()) {
      return settings.published().orElseThrow().resNets(widths, settings.progress());
    }
    List<TrainingPlan> plans = new ArrayList<>();
    Arrays.stream(widths).distinct().forEach(width -> plans.addAll(plans(width)));
    return noted(crew(settings.epochs()).train(plans));
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
    for (int run = 0; run < runs(width); run++) {
      plans.add(plan(width, run));
    }
    return plans;
  }

  private TrainingPlan plan(int width, int run) {
    return plan(name(width, run), width, run, data());
  }

  /** How the network of a width, 0 for no retina, and a run is called. */
  public static String name(int width, int run) {
    return BottleneckWidth.name(width) + ", run " + run;
  }

  /** The network of a width, 0 for none, and a run. Trains it if that is not done yet. */
  public ModelRun model(int width, int run) {
    return settings
        .published()
        .map(networks -> networks.resNet(width, run, settings.progress()))
        .orElseGet(() -> train(List.of(plan(width, run))).get(0));
  }

  /**
   * Networks without a retina that learn from one cue alone, until they have learnt what there is,
   * and are tested on it alone, one for each cue: what shape, surface or colour can give by itself.
   * Orchard only.
   *
   * @throws IllegalStateException if the study's data are photographs, which cannot be taken apart
   */
  public List<ModelRun> singleCueModels() {
    requireOrchard("Single cues");
    Orchard orchard = StudyData.orchard();
    int perClass = data().train().size() / data().classes();
    int validationPerClass = data().validation().size() / data().classes();
    List<TrainingPlan> plans = new ArrayList<>();
    for (Cue cue : Cue.values()) {
      String name = cue.name().toLowerCase(Locale.ROOT) + " only";
      ImageSet validation = orchard.validation(validationPerClass, cue);
      StudyData alone =
          StudyData.orchard(
              "Orchard " + name, orchard.train(perClass, cue), validation, validation);
      plans.add(plan(name, 0, 0, alone).with(laptop(cueEpochs())));
    }
    return train(plans);
  }

  private int cueEpochs() {
    return scale() == Scale.SMOKE ? 2 : CUE_EPOCHS;
  }

  /**
   * Refuses photographs, which cannot be taken apart.
   *
   * @param what is asked for, such as {@code Single cues}
   */
  public void requireOrchard(String what) {
    if (data().root().isPresent()) {
      throw new IllegalStateException(what + " exist for Orchard only, not for " + data().name());
    }
  }

  /**
   * A network whose mistakes make pictures hard; it is trained for this alone and never under test.
   *
   * @param width N_BN; 0 without a retina
   */
  public ModelRun hardPictureFilter(int width) {
    String name = "hard picture filter" + (width == 0 ? "" : ", " + BottleneckWidth.name(width));
    return train(List.of(plan(name, width, FILTER_RUN, data()))).get(0);
  }

  private TrainingPlan plan(String name, int width, int run, StudyData on) {
    String folder =
        (on.name() + "/" + name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9/]+", "-");
    return new TrainingPlan(
        name, architecture(width), run, on, recipe(), results().resolve("models").resolve(folder));
  }

  /**
   * Trained networks, in the order of their plans.
   *
   * @throws MissingDataException if the study is of published networks
   */
  public List<ModelRun> train(List<TrainingPlan> plans) {
    requireTraining();
    return noted(crew(epoch -> {}).train(plans));
  }

  private List<ModelRun> noted(List<ModelRun> trained) {
    trained.forEach(model -> store.origins().add(Origin.beside(model.weights())));
    return trained;
  }

  /**
   * Refuses a study of published networks, for which nothing is trained.
   *
   * @throws MissingDataException if it is one
   */
  public void requireTraining() {
    if (isPublished()) {
      throw new MissingDataException(
          format(
              "Missing for the published networks: how they were trained, of which nothing is"
                  + " published. Leave %s unset to train networks here",
              PublishedNetworks.VARIABLE));
    }
  }

  private TrainingCrew crew(Consumer<ModelEpoch> watcher) {
    return new TrainingCrew(workers(), execution(), settings.progress(), watcher);
  }

  /** Networks that fill the devices are trained one after the other. */
  public int workers() {
    boolean one = scale() == Scale.PAPER || isPublished() || !execution().isOneProcessor();
    return one ? 1 : Runtime.getRuntime().availableProcessors();
  }

  /**
   * Opens trained networks, measures each and closes it; on one processor so many side by side as
   * it has cores, one thread each, so that numbers do not depend on how many it has.
   *
   * @param measure of several networks at once
   * @return what was measured on each, in their order
   */
  public <R> List<R> each(List<ModelRun> models, Measurement<R> measure) {
    return each(models, this::open, measure);
  }

  /** The same on networks that are opened as far as the last of some layers, and read so far. */
  public <R> List<R> eachFront(List<ModelRun> models, List<String> layers, Measurement<R> measure) {
    return each(models, model -> open(model, layers), measure);
  }

  private <R> List<R> each(
      List<ModelRun> models, Function<ModelRun, VisionModel> opening, Measurement<R> measure) {
    return new MeasuringCrew(workers(), this::report, models)
        .each(opening, (model, vision, progress) -> measure.of(model, vision));
  }

  /** The same, each value with the network that it was measured on. */
  public <R> List<Measured<R>> measured(List<ModelRun> models, Measurement<R> measure) {
    return each(models, (model, vision) -> model.measured(measure.of(model, vision)));
  }

  /** The same of what reports its steps, of which the study's listener hears as of one work. */
  public <R> List<Measured<R>> measured(List<ModelRun> models, LongMeasurement<R> measure) {
    return new MeasuringCrew(workers(), this::report, models)
        .each(
            this::open,
            (model, vision, progress) -> model.measured(measure.of(model, vision, progress)));
  }

  /** What each of some networks says of images, which is kept. */
  public List<Measured<Predictions>> predictions(
      List<ModelRun> models,
      ImageSet images,
      Preprocessing preprocessing,
      Unreadable unreadable,
      LabelMap answers) {
    return measured(
        models,
        (model, vision, progress) ->
            new PredictionCache(store(), progress)
                .of(model.name(), vision, images, preprocessing, unreadable, answers));
  }

  /** The same on networks as {@link #eachFront} opens them. */
  public <R> List<Measured<R>> measuredFront(
      List<ModelRun> models, List<String> layers, Measurement<R> measure) {
    return eachFront(models, layers, (model, vision) -> model.measured(measure.of(model, vision)));
  }

  /** The same of these networks with the weights that random numbers gave them: a null. */
  public <R> List<Measured<R>> measuredRandom(List<ModelRun> models, Measurement<R> measure) {
    return each(
        models,
        this::openRandom,
        (model, vision) ->
            new Measured<>(
                new NetworkId(RANDOM + model.name(), model.width(), model.run(), 0, false),
                measure.of(model, vision)));
  }

  /** What is measured on a model. */
  @FunctionalInterface
  public interface Measurement<R> {
    /** The value of one model; {@code vision} is closed afterwards. */
    R of(ModelRun model, VisionModel vision);
  }

  /** What is measured on a model step by step. */
  @FunctionalInterface
  public interface LongMeasurement<R> {
    /** The value of one model, which tells of its steps; {@code vision} is closed afterwards. */
    R of(ModelRun model, VisionModel vision, Consumer<Progress> progress);
  }

  /** A trained network, ready for analysis; close it. What its file gives notice of is told. */
  public VisionModel open(ModelRun model) {
    try {
      Checkpoint checkpoint = Checkpoint.read(model.weights());
      checkpoint
          .notices()
          .forEach(
              notice -> report(new Progress("opening", 0, 1, "", model.name() + ": " + notice)));
      store.origins().add(Origin.beside(model.weights()));
      return VisionModel.of(checkpoint.network(), StudyNetworks::goOn);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** Its layers as far as the last of some, which is all that is read of it; close it. */
  public VisionModel open(ModelRun model, List<String> layers) {
    try {
      store.origins().add(Origin.beside(model.weights()));
      return VisionModel.of(Checkpoint.front(model.weights(), layers), StudyNetworks::goOn);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** The same network with random weights, the null that training is held against; close it. */
  public VisionModel openRandom(ModelRun model) {
    long seed = Seed.of(data().seed(), model.width(), model.run());
    return VisionModel.of(Network.initialise(model.architecture(), seed), StudyNetworks::goOn);
  }

  /** Asked before every pass, so that a measurement that is interrupted ends. */
  private static void goOn() {
    if (Thread.currentThread().isInterrupted()) {
      throw new StoppedException("Measuring was interrupted; the next run goes on from here");
    }
  }

  /** Where numbers of this study come from. */
  public Provenance provenance() {
    return provenance(new Provenance.Data(data().name(), data().validation().digest()), training());
  }

  /**
   * Where those come from that were measured on other pictures.
   *
   * @param networks which of them, at the end of the data's name; empty for all
   * @param how in which way, beside how they were trained
   */
  public Provenance provenance(String networks, ImageSet pictures, Object how) {
    return provenance(
        new Provenance.Data(data().name() + networks, pictures.digest()), training() + "; " + how);
  }

  private String training() {
    return settings
        .published()
        .map(PublishedNetworks::protocol)
        .orElseGet(() -> recipe().toString());
  }

  /** Where those come from that were measured on other data, or by a protocol of their own. */
  public Provenance provenance(Provenance.Data seen, String protocol) {
    return Provenance.of(scale(), seen.seed(), seen, protocol, Origin.here().engine(), figures())
        .with(store.origins());
  }
}
