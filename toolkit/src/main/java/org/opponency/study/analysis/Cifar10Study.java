package org.opponency.study.analysis;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.opponency.attacks.Mode;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.io.Progress;
import org.opponency.models.Architecture;
import org.opponency.study.networks.Cifar10Data;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.PublishedNetworks;
import org.opponency.study.networks.Scale;
import org.opponency.study.networks.StudyData;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.networks.TrainingPlan;
import org.opponency.study.results.Cifar10Results;
import org.opponency.study.results.OpponencyResults;
import org.opponency.study.results.WeightOrigin;
import org.opponency.training.Recipe;

/**
 * The CIFAR-10 networks of Harris et al. (2019, 2020) under attack (Figure 10): 9x9 kernels, a
 * retina, a shallow ventral stream, RMSprop.
 *
 * @param study its scale and where things are kept
 * @param size how many networks, how large and how long they are trained
 */
public record Cifar10Study(StudyNetworks study, Size size) {
  /** Passes over all of CIFAR-10: half an hour a network, a fifth of the published twenty. */
  private static final int EPOCHS = 4;

  /** Test images of all of CIFAR-10 that are attacked. */
  private static final int ATTACKED = 200;

  private static final int WIDEST = 32;

  /** The bottleneck and the first layer behind it, where there is one. */
  private static final List<String> LAYERS = List.of(EarlyVision.RETINA_2, "ventral.ventral_conv0");

  /** Its provenance is that of its own results alone. */
  public Cifar10Study {
    study = study.afresh();
  }

  /**
   * What a scale changes.
   *
   * @param depths ventral convolutions
   * @param widths N_BN
   * @param runs of each
   * @param units of the hidden fully connected layer; 1,024 in the paper
   * @param training images to train on, at most
   * @param epochs passes over them
   * @param testing images to validate on after an epoch, at most
   * @param pictures images to attack, at most
   */
  public record Size(
      List<Integer> depths,
      List<Integer> widths,
      int runs,
      int units,
      int training,
      int epochs,
      int testing,
      int pictures) {
    /** The same of the authors' networks, which are as large as they are. */
    Size published(int chosen) {
      return new Size(
          List.of(4), StudyNetworks.WIDTHS, chosen, 1024, training, epochs, testing, pictures);
    }

    /** All of CIFAR-10 and the published network, for as long as two cores allow. */
    Size whole(int runsOfEach) {
      return new Size(depths, widths, runsOfEach, 1024, 50_000, EPOCHS, 10_000, ATTACKED);
    }

    /** No more of each than so many. */
    Size atMost(int most) {
      return new Size(
          depths, widths, Math.min(runs, most), units, training, epochs, testing, pictures);
    }

    static Size of(Scale scale) {
      return switch (scale) {
        case SMOKE -> new Size(List.of(2), List.of(4), 1, 128, 320, 1, 50, 8);
        case LAPTOP -> new Size(List.of(2), List.of(1, 4, 32), 1, 128, 4800, 2, 500, 50);
        case PAPER ->
            new Size(
                List.of(0, 1, 2, 3, 4), StudyNetworks.WIDTHS, 10, 1024, 50_000, 20, 10_000, 10_000);
      };
    }
  }

  /** At the study's scale; CIFAR-10 itself is learnt whole, save at smoke scale. */
  public static Cifar10Study of(StudyNetworks study) {
    Cifar10Study plain = new Cifar10Study(study, Size.of(study.scale()));
    if (study.isPublished()) {
      return new Cifar10Study(study, plain.size.published(study.runs(1)));
    }
    boolean whole = study.scale() == Scale.LAPTOP && plain.isCifar10();
    return new Cifar10Study(
        study,
        whole
            ? plain.size.whole(study.runs(WIDEST))
            : plain.size.atMost(study.settings().runs().most()));
  }

  /** Whether there are pictures for its networks: Orchard's only where all is about Orchard. */
  public boolean possible() {
    return study.data().root().isEmpty() || isCifar10();
  }

  /** Whether these are CIFAR-10's own pictures. */
  public boolean isCifar10() {
    return Cifar10Data.isAround(study.settings().folder());
  }

  private Cifar10Data data() {
    if (!possible()) {
      throw PublishedFolder.missing(
          study.settings().folder().orElseThrow(), "CIFAR-10", "cifar-10");
    }
    return Cifar10Data.of(study.settings().folder()).first(size.training(), size.testing());
  }

  /** The pictures that are attacked. */
  public ImageSet pictures() {
    return data().test().first(size.pictures());
  }

  /** The network of a width and depth. */
  public Architecture architecture(int width, int depth) {
    return Architecture.cifar10(width, depth, size.units());
  }

  /** As published but for the number of epochs. */
  public Recipe recipe() {
    return Recipe.cifar10().withEpochs(size.epochs());
  }

  /** The ventral depth that the figure shows: 4 at paper scale, as in the paper. */
  public int depth() {
    return size.depths().get(size.depths().size() - 1);
  }

  /** The networks of a ventral depth. Trains what is not trained yet. */
  public List<ModelRun> models(int depth) {
    if (study.isPublished()) {
      data(); // before anything is downloaded
      PublishedNetworks networks = study.settings().published().orElseThrow();
      Consumer<Progress> progress = study.settings().progress();
      return each(
          (width, run) -> networks.cifar10(name(width, depth, run), width, depth, run, progress));
    }
    StudyData data = data().toStudyData();
    return study.train(each((width, run) -> plan(width, depth, run, data)));
  }

  private <T> List<T> each(BiFunction<Integer, Integer, T> ofWidthAndRun) {
    List<T> all = new ArrayList<>();
    for (int width : size.widths()) {
      for (int run = 0; run < size.runs(); run++) {
        all.add(ofWidthAndRun.apply(width, run));
      }
    }
    return all;
  }

  private static String name(int width, int depth, int run) {
    return format("width %d, depth %d, run %d", width, depth, run);
  }

  /** The network of a width, ventral depth and run. Trains it if that is not done yet. */
  public ModelRun model(int width, int depth, int run) {
    return study.train(List.of(plan(width, depth, run, data().toStudyData()))).get(0);
  }

  private TrainingPlan plan(int width, int depth, int run, StudyData data) {
    String name = name(width, depth, run);
    String folder =
        format(
            "cifar10/%s-%d/%s",
            data.name().toLowerCase(Locale.ROOT).replace(' ', '-'),
            size.units(),
            name.replace(", ", "-").replace(' ', '-'));
    return new TrainingPlan(
        name,
        architecture(width, depth),
        run,
        data,
        recipe(),
        study.results().resolve("models").resolve(folder));
  }

  /**
   * Colour opponency of the bottleneck and of the first layer behind it, of trained networks, then
   * of random ones, shown what the authors showed theirs: pixels that are not normalised.
   */
  public OpponencyResults opponency(List<ModelRun> models) {
    EarlyVision early = new EarlyVision(study.on(data().toStudyData())); // random by their seed
    OpponencyResults both =
        early
            .rawOpponency(WeightOrigin.TRAINED, models, LAYERS)
            .and(early.rawOpponency(WeightOrigin.RANDOM, models, LAYERS));
    return new OpponencyResults(provenance().and(both.provenance()), both.networks());
  }

  /** The worst-case curve of each network of a ventral depth. */
  public Cifar10Results worstCase(List<ModelRun> models) {
    return new Cifar10Results(
        provenance(),
        depth(),
        RobustnessStudy.worstCase(
            study,
            models,
            pictures(),
            Preprocessing.AS_IS,
            RobustnessStudy.protocol(study.scale(), Mode.WORST_CASE)));
  }

  /** Where the numbers come from; the stamp says how large the networks are, and how trained. */
  public Provenance provenance() {
    ImageSet pictures = pictures();
    int published = Recipe.cifar10().epochs();
    int epochs = study.isPublished() ? published : size.epochs();
    String name =
        format(
            "%s, fc1 of %,d units, %d of %d epochs",
            data().name(), size.units(), epochs, published);
    return study.provenance(
        new Provenance.Data(name, pictures.digest()),
        recipe() + "; " + RobustnessStudy.protocol(study.scale(), Mode.WORST_CASE));
  }
}
