package org.opponency.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.opponency.attacks.CostPreview;
import org.opponency.io.Progress;
import org.opponency.study.analysis.Cifar10Study;
import org.opponency.study.analysis.ColourExperiment;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.analysis.NaturalAdversarialAnalysis;
import org.opponency.study.analysis.RobustnessStudy;
import org.opponency.study.analysis.Sensitivity;
import org.opponency.study.analysis.ShapeBiasAnalysis;
import org.opponency.study.analysis.StimulusProtocol;
import org.opponency.study.analysis.SuperStimuli;
import org.opponency.study.analysis.ValidationAnalysis;
import org.opponency.study.laboratory.ConeResults;
import org.opponency.study.laboratory.EffectiveFieldResults;
import org.opponency.study.laboratory.GratingResults;
import org.opponency.study.laboratory.HueResults;
import org.opponency.study.laboratory.HumanAnalysis;
import org.opponency.study.laboratory.HumanResults;
import org.opponency.study.laboratory.Laboratory;
import org.opponency.study.laboratory.LinearityResults;
import org.opponency.study.laboratory.SurgeryAnalysis;
import org.opponency.study.laboratory.SurgeryResults;
import org.opponency.study.networks.ModelEpoch;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Scale;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.networks.StudySettings;
import org.opponency.study.results.AccuracyResults;
import org.opponency.study.results.AdversarialPictures;
import org.opponency.study.results.CellResults;
import org.opponency.study.results.CensusResults;
import org.opponency.study.results.Cifar10Results;
import org.opponency.study.results.ColourResults;
import org.opponency.study.results.HardForTightResults;
import org.opponency.study.results.LiveRetina;
import org.opponency.study.results.NaturalAdversarialResults;
import org.opponency.study.results.OpponencyResults;
import org.opponency.study.results.ReceptiveFieldResults;
import org.opponency.study.results.RobustnessResults;
import org.opponency.study.results.ShapeBiasResults;
import org.opponency.study.results.SingleAttackResults;
import org.opponency.study.results.SuperStimulusResults;
import org.opponency.study.results.ThreeCueResults;
import org.opponency.study.results.TrainingResults;
import org.opponency.study.results.WeightOrigin;
import org.opponency.training.Execution;

/**
 * The reproduction at one scale. Each method without arguments is an analysis of all the networks
 * that it is about: these are trained when first needed, what was measured before is read back, and
 * the result says where it comes from.
 */
public final class Study extends StudyNetworks {
  /** Label of the class of Orchard or ImageNet whose first picture Figure 9 shows. */
  private static final int EXAMPLE = 1;

  private Study(StudySettings settings) {
    super(settings);
  }

  /**
   * The study that the environment describes: OPPONENCY_SCALE (smoke, laptop, paper),
   * OPPONENCY_HOME (the project's folder, else the one above the working directory), OPPONENCY_DATA
   * (a folder with {@code train} and {@code val}, or with CIFAR-10 for Figure 10, else Orchard) and
   * OPPONENCY_SIZE (pixels, with OPPONENCY_DATA). OPPONENCY_RUNS is the most networks of a width,
   * for a first look. OPPONENCY_NETWORKS=published takes the authors' networks in the place of
   * trained ones: see {@link org.opponency.study.networks.PublishedNetworks}.
   *
   * @throws IllegalArgumentException if one of them is not as expected
   * @throws org.opponency.images.ImageDataException if the data folder is not as expected
   */
  public static Study open() {
    return open(step -> {});
  }

  /** The same, telling {@code listener} how long its opening and its work go on. */
  public static Study open(Consumer<Progress> listener) {
    return new Study(StudySettings.ofEnvironment(listener));
  }

  /** The study of a scale; see {@link StudySettings#of}. */
  public static Study of(Scale scale, Path home, Optional<Path> folder, int size) {
    return new Study(StudySettings.of(scale, home, folder, size, step -> {}));
  }

  /** The same study, telling {@code listener} how long work goes on. */
  public Study reporting(Consumer<Progress> listener) {
    return new Study(settings().reporting(listener));
  }

  /**
   * The same study, telling {@code watcher} of every epoch of its {@link #models} while they are
   * trained; networks that serve another end, such as those for a single cue, are not among them.
   */
  public Study watching(Consumer<ModelEpoch> watcher) {
    return new Study(settings().watching(watcher));
  }

  /** The same study, its networks trained otherwise. */
  public Study computedBy(Execution other) {
    return new Study(settings().computedBy(other));
  }

  /** How training went, all widths and the references. */
  public TrainingResults training() {
    requireTraining();
    StudyNetworks own = afresh();
    return new TrainingResults(own.provenance(), own.modelsAndReferences());
  }

  /** Networks that learnt from one cue alone; none where the data are photographs. */
  public TrainingResults singleCues() {
    StudyNetworks own = afresh();
    return new TrainingResults(
        own.provenance(), data().root().isPresent() ? List.of() : own.singleCueModels());
  }

  /** Accuracy on the validation images (Figure 5). */
  public AccuracyResults accuracy() {
    return new ValidationAnalysis(this).of(modelsAndReferences());
  }

  /** What early layers do, for one network or with settings of one's own. */
  public EarlyVision earlyVision() {
    return new EarlyVision(this);
  }

  /** What every cell of Retina-2 and ResNet-1 responds to. */
  public CensusResults census() {
    return earlyVision().census(bottlenecks());
  }

  /** Colour and luminance opponency of Retina-2 and ResNet-1 (Figure 2). */
  public OpponencyResults opponency() {
    return earlyVision().opponency(WeightOrigin.TRAINED, bottlenecks(), EarlyVision.FIGURE_2);
  }

  /** The same of networks with random weights: the null. */
  public OpponencyResults randomOpponency() {
    return earlyVision().opponency(WeightOrigin.RANDOM, bottlenecks(), EarlyVision.FIGURE_2);
  }

  /** Both of hues of one luminance: trained networks, then random ones. */
  public OpponencyResults isoluminantOpponency() {
    EarlyVision early = earlyVision();
    return early
        .isoluminant(WeightOrigin.TRAINED, bottlenecks())
        .and(early.isoluminant(WeightOrigin.RANDOM, bottlenecks()));
  }

  /** Both of stimuli that are not normalised: trained networks, then random ones. */
  public OpponencyResults rawOpponency() {
    EarlyVision early = earlyVision();
    List<String> layers = EarlyVision.FIGURE_2;
    return early
        .rawOpponency(WeightOrigin.TRAINED, bottlenecks(), layers)
        .and(early.rawOpponency(WeightOrigin.RANDOM, bottlenecks(), layers));
  }

  /** Opponency of trained networks from the image to the last stage, all behind the ReLU. */
  public OpponencyResults opponencyByStage() {
    return earlyVision().stages(bottlenecks());
  }

  /** How shares of cells move with the protocol. */
  public List<Sensitivity> opponencySensitivity() {
    return earlyVision().sensitivity(bottlenecks());
  }

  /** Receptive fields in Retina-2 and its responses to an image (Figures 8 and 9). */
  public ReceptiveFieldResults receptiveFields() {
    return earlyVision().fields(bottlenecks(), EXAMPLE);
  }

  /** The same of networks with random weights: the null. */
  public ReceptiveFieldResults randomReceptiveFields() {
    return earlyVision().randomFields(bottlenecks(), EXAMPLE);
  }

  /** A network's retina with all that a page needs to run it. */
  public LiveRetina liveRetina(ModelRun model) {
    return earlyVision().liveRetina(model);
  }

  /** How super-stimuli are found, for one network or with objectives of one's own. */
  public SuperStimuli ascents() {
    return SuperStimuli.of(this);
  }

  /** The instruments of the laboratory, for some networks. */
  public Laboratory laboratory() {
    return new Laboratory(this);
  }

  /** What cells of Retina-2 and ResNet-1 make of the cones' signals. */
  public ConeResults cones() {
    return laboratory().cones(WeightOrigin.TRAINED, bottlenecks());
  }

  /** The same of networks with random weights: the null. */
  public ConeResults randomCones() {
    return laboratory().cones(WeightOrigin.RANDOM, bottlenecks());
  }

  /** How finely Retina-2 and ResNet-1 tell wavelengths apart. */
  public HueResults hueDiscrimination() {
    return laboratory().hueDiscrimination(WeightOrigin.TRAINED, bottlenecks());
  }

  /** The same of networks with random weights: the null. */
  public HueResults randomHueDiscrimination() {
    return laboratory().hueDiscrimination(WeightOrigin.RANDOM, bottlenecks());
  }

  /** What gratings tell of cells of Retina-2 and ResNet-1. */
  public GratingResults gratings() {
    return laboratory().gratings(WeightOrigin.TRAINED, bottlenecks());
  }

  /** The same of networks with random weights: the null. */
  public GratingResults randomGratings() {
    return laboratory().gratings(WeightOrigin.RANDOM, bottlenecks());
  }

  /** How linear cells of Retina-2 and ResNet-1 are in pictures, and how oriented. */
  public LinearityResults linearity() {
    return laboratory().linearity(WeightOrigin.TRAINED, bottlenecks());
  }

  /** The same of networks with random weights: the null. */
  public LinearityResults randomLinearity() {
    return laboratory().linearity(WeightOrigin.RANDOM, bottlenecks());
  }

  /** Which part of pictures moves cells, by stage, of the first networks of each width. */
  public EffectiveFieldResults effectiveFields() {
    return laboratory().effectiveFields(WeightOrigin.TRAINED, firstModels(retinas()));
  }

  /** The same of networks with random weights: the null. */
  public EffectiveFieldResults randomEffectiveFields() {
    return laboratory().effectiveFields(WeightOrigin.RANDOM, firstModels(retinas()));
  }

  /** Super-stimuli of the fruits (Figure 3). */
  public SuperStimulusResults superStimuli() {
    return ascents()
        .ofFruits(firstModels(SuperStimuli.FRUIT_WIDTHS.stream().mapToInt(w -> w).toArray()));
  }

  /** All that is measured on every cell of a layer, of the first networks of each width. */
  public CellResults cells(String layer) {
    return ascents().portraits(firstModels(retinas()), layer);
  }

  /** Shape bias (Figure 4) on stimuli shown as the paper's authors did. */
  public ShapeBiasResults shapeBias() {
    return shapeBias(StimulusProtocol.PAPER);
  }

  /** The same by either protocol. */
  public ShapeBiasResults shapeBias(StimulusProtocol protocol) {
    return new ShapeBiasAnalysis(this).of(modelsAndReferences(), protocol);
  }

  /** Which of shape, texture and colour decides where all three disagree; Orchard only. */
  public ThreeCueResults threeCues() {
    return new ShapeBiasAnalysis(this).threeCues(modelsAndReferences());
  }

  /** Whether pictures can be taken apart for {@link #threeCues()}: not photographs. */
  public boolean hasThreeCues() {
    return data().root().isEmpty();
  }

  /** Why a cell of width 1 codes luminance or colour: half an hour of its own; Orchard only. */
  public ColourResults colourExperiment() {
    return ColourExperiment.of(this).run();
  }

  /** Whether {@link #colourExperiment()} was run at laptop scale and its figure published. */
  public boolean hasSavedColourExperiment() {
    return ColourResults.areSaved(home().resolve("figures"));
  }

  /** The same as it was saved with its figure; trains nothing. */
  public ColourResults savedColourExperiment() {
    return ColourResults.saved(home().resolve("figures"));
  }

  /** How alike the networks are to the people who saw the same cue conflicts. */
  public HumanResults humans() {
    return new HumanAnalysis(this).of(modelsAndReferences());
  }

  /** Whether there are stimuli that people saw, and their decisions, for {@link #humans()}. */
  public boolean hasHumans() {
    return new HumanAnalysis(this).possible();
  }

  /** What {@link #humans()} lacks and where to get it; nothing if it lacks nothing. */
  public Optional<String> missingForHumans() {
    return new HumanAnalysis(this).missing();
  }

  /** What becomes of networks when cells of their bottleneck are operated on, class by class. */
  public SurgeryResults surgery() {
    SurgeryAnalysis analysis = new SurgeryAnalysis(this);
    return analysis.of(firstModels(analysis.widths()));
  }

  /** Whether there are the pictures and stimuli for {@link #surgery()}. */
  public boolean hasSurgery() {
    return hasValidation() && hasShapeBias();
  }

  /** Whether there are stimuli for {@link #shapeBias()}. */
  public boolean hasShapeBias() {
    return new ShapeBiasAnalysis(this).possible();
  }

  /** Natural adversarial examples (Figures 6 and 11), as the paper has them. */
  public NaturalAdversarialResults naturalAdversarial() {
    return new NaturalAdversarialAnalysis(this).of(modelsAndReferences());
  }

  /** Whether there are pictures for {@link #naturalAdversarial()}. */
  public boolean hasNaturalAdversarial() {
    return new NaturalAdversarialAnalysis(this).possible();
  }

  /**
   * The same of pictures that are hard for a network of width 1, instead of one without a retina.
   */
  public HardForTightResults hardForTight() {
    return new NaturalAdversarialAnalysis(this).hardForTight(modelsAndReferences());
  }

  /**
   * Whether there are pictures for {@link #hardForTight()}: a filter cannot choose published ones.
   */
  public boolean hasHardForTight() {
    return new NaturalAdversarialAnalysis(this).areFiltered();
  }

  /** The worst case of five attacks (Figure 7). */
  public RobustnessResults robustness() {
    return attacks().worstCase(attacked());
  }

  /** Each attack alone, on the networks of two widths. */
  public SingleAttackResults singleAttacks() {
    return attacks().singleAttacks(attacked());
  }

  /** What an attack on a network makes of the first pictures. */
  public AdversarialPictures adversarialPictures(ModelRun model, int count) {
    return attacks().adversarialPictures(model, count);
  }

  /** What {@link #robustness()} costs a network at most. */
  public CostPreview attackCost() {
    return attacks().preview(attacked().get(0));
  }

  private RobustnessStudy attacks() {
    return new RobustnessStudy(this);
  }

  private List<ModelRun> attacked() {
    return firstModels(attacks().widths());
  }

  /** The CIFAR-10 networks under attack (Figure 10). */
  public Cifar10Results cifar10() {
    Cifar10Study cifar10 = Cifar10Study.of(this);
    return cifar10.worstCase(cifar10.models(cifar10.depth()));
  }

  /** Whether there are pictures for {@link #cifar10()}. */
  public boolean hasCifar10() {
    return Cifar10Study.of(this).possible();
  }

  /** Whether they are CIFAR-10's own, so that the authors' networks learnt from the same. */
  public boolean hasCifar10Itself() {
    return Cifar10Study.of(this).isCifar10();
  }

  /** How the CIFAR-10 networks' training went; none where they are published. */
  public TrainingResults cifar10Training() {
    Cifar10Study cifar10 = Cifar10Study.of(this);
    return new TrainingResults(
        cifar10.provenance(), isPublished() ? List.of() : cifar10.models(cifar10.depth()));
  }

  /** Colour opponency of the CIFAR-10 networks, trained and random. */
  public OpponencyResults cifar10Opponency() {
    Cifar10Study cifar10 = Cifar10Study.of(this);
    return cifar10.opponency(cifar10.models(cifar10.depth()));
  }

  private List<ModelRun> bottlenecks() {
    return models(retinas());
  }

  private static int[] retinas() {
    return WIDTHS.stream().mapToInt(width -> width).toArray();
  }
}
