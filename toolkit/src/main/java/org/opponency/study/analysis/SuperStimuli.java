package org.opponency.study.analysis;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opponency.images.ImageNetClass;
import org.opponency.images.ImageSet;
import org.opponency.images.Lab;
import org.opponency.images.RgbImage;
import org.opponency.images.batch.ImageTransform;
import org.opponency.io.Progress;
import org.opponency.io.Seed;
import org.opponency.models.VisionModel;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.Scale;
import org.opponency.study.networks.StudyData;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.results.CellResults;
import org.opponency.study.results.FruitColour;
import org.opponency.study.results.FruitStimulus;
import org.opponency.study.results.SuperStimulusResults;
import org.opponency.study.store.ResultKey;
import org.opponency.superstimuli.Ascent;
import org.opponency.superstimuli.Objective;
import org.opponency.superstimuli.SuperStimulus;

/** The super-stimuli of a study's networks. What was found once is kept. */
public final class SuperStimuli {
  /** To be raised when the same settings give other pictures. */
  private static final int VERSION = 5;

  /** The fruits of Figure 3 among the classes of ImageNet. */
  private static final int FIRST_FRUIT = 948;

  private static final int FRUITS = 10;

  /** Pictures of a class whose mean colour is taken. */
  private static final int PICTURES = 50;

  /** Side of the pictures of classes in pixels, where networks see smaller ones. */
  private static final int LEAST_SIDE = 96;

  /** Weight of roughness: pictures of a sure class, but not of single pixels. */
  private static final double SMOOTHNESS = 40;

  /** The probability that ends an ascent. */
  private static final double SURE = 0.99;

  /** The widths of the networks whose fruits Figure 3 shows. */
  public static final List<Integer> FRUIT_WIDTHS = List.of(1, 32);

  private final StudyNetworks study;

  private SuperStimuli(StudyNetworks study) {
    this.study = study.afresh();
  }

  /** Those of a study. */
  public static SuperStimuli of(StudyNetworks study) {
    return new SuperStimuli(study);
  }

  /** How far the study's scale climbs at most; at paper scale as far as lucid by default. */
  public Ascent ascent() {
    int steps =
        switch (study.scale()) {
          case SMOKE -> 8;
          case LAPTOP -> 256;
          case PAPER -> 512;
        };
    return Ascent.of(steps, side()).smooth(SMOOTHNESS);
  }

  /** The networks are convolutional: larger pictures than those they learnt from say more. */
  private int side() {
    int learnt = study.data().imageSize();
    return study.scale() == Scale.SMOKE ? learnt : Math.max(learnt, LEAST_SIDE);
  }

  /** The same until a class is all but sure: what Figure 3 shows. */
  private Ascent untilSure() {
    return ascent().until(Math.log(SURE));
  }

  /** Pictures that climb together: as many as fit beside a network of this scale. */
  private int together() {
    return study.scale() == Scale.PAPER || study.isPublished() ? 1 : 32;
  }

  /** Labels of the fruits of Figure 3 in the study's data; the first ten where it has none. */
  public int[] fruits() {
    List<String> names =
        ImageNetClass.all().subList(FIRST_FRUIT, FIRST_FRUIT + FRUITS).stream()
            .map(ImageNetClass::shortLabel)
            .toList();
    List<String> classes = classes();
    int[] found =
        IntStream.range(0, classes.size()).filter(i -> names.contains(classes.get(i))).toArray();
    return found.length > 0
        ? found
        : IntStream.range(0, Math.min(FRUITS, classes.size())).toArray();
  }

  private List<String> classes() {
    return study.data().validation().classes().stream().map(ImageNetClass::displayName).toList();
  }

  /**
   * Portraits of all cells of a layer, model by model.
   *
   * @param layer a convolution, such as {@code retina.retina_conv2}
   * @throws IllegalArgumentException if the layer does not exist or is no convolution
   */
  public CellResults portraits(List<ModelRun> models, String layer) {
    return new CellResults(
        provenance(ascent()),
        study.measured(
            models,
            (model, vision, progress) -> {
              CellPortraits portraits = new CellPortraits(vision, layer);
              return portraits.with(ofCells(model, vision, layer, portraits.cells(), progress));
            }));
  }

  /**
   * The pictures that drive the centre cell of every channel of a layer up, then those that drive
   * it down.
   *
   * @param vision the model, opened
   * @param cells how many channels the layer has
   */
  private List<SuperStimulus> ofCells(
      ModelRun model, VisionModel vision, String layer, int cells, Consumer<Progress> progress) {
    List<Objective> up =
        IntStream.range(0, cells).mapToObj(cell -> Objective.cell(layer, cell)).toList();
    List<Objective> all = Stream.concat(up.stream(), up.stream().map(Objective::negative)).toList();
    return of(model, vision, ascent().forCells(vision, layer), all, progress);
  }

  /**
   * Pictures on the way: after none, a sixteenth, an eighth, a quarter, half and all of the steps.
   *
   * @return objective by objective, the same steps of each
   */
  public List<SuperStimulus> onTheWay(ModelRun model, List<Objective> objectives) {
    int steps = ascent().steps();
    Ascent saving = ascent().savingAt(0, steps / 16, steps / 8, steps / 4, steps / 2);
    return study
        .each(List.of(model), (one, vision) -> saving.run(vision, objectives, StudyNetworks.SEED))
        .get(0);
  }

  /**
   * The last picture of each objective.
   *
   * @param vision the model, opened
   * @return one for each objective, in their order
   */
  private List<SuperStimulus> of(
      ModelRun model,
      VisionModel vision,
      Ascent ascent,
      List<Objective> objectives,
      Consumer<Progress> progress) {
    int each = together();
    int parts = (objectives.size() + each - 1) / each;
    return study
        .store()
        .rows(
            key(model, vision, ascent, objectives),
            SuperStimulus.class,
            parts,
            part -> {
              int end = Math.min(objectives.size(), (part + 1) * each);
              List<Objective> some = objectives.subList(part * each, end);
              String detail =
                  format("%s  %s%s", model.name(), some.get(0), some.size() > 1 ? " and on" : "");
              int before = part * ascent.steps();
              return ascent.run(
                  vision,
                  some,
                  Seed.of(StudyNetworks.SEED, part),
                  step ->
                      progress.accept(
                          new Progress(
                              "super-stimuli", before + step, parts * ascent.steps(), detail)));
            });
  }

  private ResultKey key(
      ModelRun model, VisionModel vision, Ascent ascent, List<Objective> objectives) {
    String protocol =
        format("%s, %s, seed %d, %d at once", ascent, objectives, StudyNetworks.SEED, together());
    return new ResultKey(
        "super-stimuli",
        VERSION,
        model.name(),
        vision.digest(),
        "random spectra",
        "none",
        protocol);
  }

  private Provenance provenance(Ascent ascent) {
    return study.provenance(
        study.settings().runs().firstInWords(), study.data().validation(), ascent);
  }

  /** The pictures of Figure 3. */
  public SuperStimulusResults ofFruits(List<ModelRun> models) {
    StudyData data = study.data();
    List<Lab> colours =
        ClassColours.of(
            data.validation().perClass(PICTURES), ImageTransform.of(data.preprocessing()), masks());
    return new SuperStimulusResults(
        provenance(untilSure()),
        study.measured(
            models, (model, vision, progress) -> ofFruits(model, vision, colours, progress)));
  }

  /** Where Orchard's fruits are; nobody knows it of photographs. */
  Optional<ImageSet> masks() {
    return study.data().root().isPresent()
        ? Optional.empty()
        : Optional.of(
            StudyData.orchard().withSize(study.data().imageSize()).validationMasks(PICTURES));
  }

  private List<FruitStimulus> ofFruits(
      ModelRun model, VisionModel vision, List<Lab> colours, Consumer<Progress> progress) {
    int[] fruits = fruits();
    List<Objective> objectives = IntStream.of(fruits).mapToObj(Objective::logProbability).toList();
    List<SuperStimulus> stimuli = of(model, vision, untilSure(), objectives, progress);
    return IntStream.range(0, fruits.length)
        .mapToObj(i -> fruit(vision, stimuli.get(i).image(), fruits, fruits[i], colours))
        .toList();
  }

  private FruitStimulus fruit(
      VisionModel vision, RgbImage image, int[] fruits, int label, List<Lab> colours) {
    Lab mean = Lab.vivid(image);
    Lab own = colours.get(label);
    double others =
        IntStream.of(fruits)
            .filter(fruit -> fruit != label)
            .mapToDouble(fruit -> mean.hueDistance(colours.get(fruit)))
            .filter(distance -> !Double.isNaN(distance))
            .average()
            .orElse(Double.NaN);
    double probability =
        vision.probabilities(image.pixels(), image.height(), image.width())[0][label];
    FruitColour colour =
        new FruitColour(
            classes().get(label),
            probability,
            mean.hue(),
            mean.chroma(),
            own.hue(),
            own.chroma(),
            mean.hueDistance(own),
            others);
    return new FruitStimulus(image, mean, own, colour);
  }
}
