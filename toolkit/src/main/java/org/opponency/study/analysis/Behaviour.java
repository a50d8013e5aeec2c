package org.opponency.study.analysis;

import static org.opponency.io.Text.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opponency.evaluation.Answer;
import org.opponency.evaluation.CueDecision;
import org.opponency.evaluation.ErrorConsistency;
import org.opponency.evaluation.Prediction;
import org.opponency.evaluation.ShapeBias;
import org.opponency.images.CueConflictSet;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.LabelMap;
import org.opponency.images.LabelSpace;
import org.opponency.images.Preprocessing;
import org.opponency.images.Unreadable;
import org.opponency.images.source.Images;
import org.opponency.orchard.Orchard;
import org.opponency.study.ModelRun;
import org.opponency.study.Scale;
import org.opponency.study.Study;
import org.opponency.study.StudyData;
import org.opponency.study.store.PredictionCache;

/**
 * What a study's networks decide on stimuli that set shape against texture (Figure 4) and on
 * natural adversarial examples (Figures 6 and 11). Orchard draws both itself; with photographs the
 * published folders {@code cue-conflict} and {@code imagenet-a} lie in the data folder or beside
 * it.
 *
 * @param study its networks, scale and data
 */
public record Behaviour(Study study) {
  private static final String CUE_CONFLICT = "cue-conflict";
  private static final String IMAGENET_A = "imagenet-a";

  /**
   * The cue-conflict stimuli of the study's data.
   *
   * @throws ImageDataException if they are photographs and the stimuli are missing
   */
  public CueConflictSet cueConflict() {
    return study
        .data()
        .root()
        .map(root -> find(root, CUE_CONFLICT).orElseGet(() -> missing(CUE_CONFLICT)))
        .map(Images::cueConflict)
        .orElseGet(
            () ->
                Orchard.ofSize(StudyData.ORCHARD_SIZE)
                    .cueConflict(study.scale() == Scale.SMOKE ? 1 : 10));
  }

  /** Whether there are cue-conflict stimuli for the study's data. */
  public boolean hasCueConflict() {
    return study.data().root().map(root -> find(root, CUE_CONFLICT).isPresent()).orElse(true);
  }

  /**
   * What the networks' answers to cue-conflict stimuli are taken for: Orchard's fruits, or the
   * entry-level categories that the photographs' classes cover.
   */
  public LabelMap categories() {
    LabelSpace own = LabelSpace.of(study.data().train());
    return study.data().root().isPresent() ? own.toCategories() : own.identity();
  }

  /** Every network's decision on every stimulus; the observers are the networks' names. */
  public List<CueDecision> decisions(List<ModelRun> models, StimulusProtocol protocol) {
    CueConflictSet stimuli = cueConflict();
    LabelMap answers = categories();
    var preprocessing = protocol.preprocessing(study.data().imageSize());
    List<CueDecision> decisions = new ArrayList<>();
    for (ModelPredictions of : predictions(models, stimuli, preprocessing, answers)) {
      decisions.addAll(CueDecision.of(of.model().name(), stimuli, of.rows(), answers.to()));
    }
    return decisions;
  }

  /** Shape bias of each network, from its decisions. */
  public List<ModelShapeBias> shapeBias(List<ModelRun> models, List<CueDecision> decisions) {
    Collection<String> answers = categories().to().labels();
    return models.stream()
        .map(
            model ->
                new ModelShapeBias(
                    model.name(),
                    model.width(),
                    model.run(),
                    model.dead(),
                    ShapeBias.of(
                        decisions.stream()
                            .filter(decision -> decision.observer().equals(model.name()))
                            .toList(),
                        answers)))
        .toList();
  }

  /** Whether there are natural adversarial examples: always, but at paper scale. */
  public boolean hasNaturalAdversarial() {
    return study.scale() != Scale.PAPER
        || study.data().root().flatMap(root -> find(root, IMAGENET_A)).isPresent();
  }

  /**
   * Natural adversarial examples: ImageNet-A, where there is its folder, or else hard pictures that
   * a network gets wrong which is not under test.
   *
   * @throws ImageDataException at paper scale if the folder is missing
   */
  public ImageSet naturalAdversarial() {
    Optional<Path> published = imageNetA();
    return published
        .map(Images::imageNetA)
        .orElseGet(() -> study.hardPictures(study.scale() == Scale.SMOKE ? 10 : 50));
  }

  /** What every network says of natural adversarial examples, as the paper has it. */
  public List<ModelPredictions> naturalAdversarial(List<ModelRun> models) {
    return naturalAdversarial(models, SoftmaxOver.CLASSES_SHOWN);
  }

  /** The same by either softmax; images as the study's validation images are shown. */
  public List<ModelPredictions> naturalAdversarial(List<ModelRun> models, SoftmaxOver softmax) {
    ImageSet images = naturalAdversarial();
    LabelSpace own = LabelSpace.of(study.data().train());
    LabelMap answers =
        softmax == SoftmaxOver.ALL_CLASSES
            ? own.identity()
            : own.restrictedTo(LabelSpace.of(images));
    return predictions(models, images, study.data().preprocessing(), answers);
  }

  private Optional<Path> imageNetA() {
    return study
        .data()
        .root()
        .flatMap(root -> find(root, IMAGENET_A))
        .or(
            () ->
                study.scale() == Scale.PAPER ? Optional.of(missing(IMAGENET_A)) : Optional.empty());
  }

  /** Accuracy and calibration of each network. */
  public static List<ModelCalibration> calibration(List<ModelPredictions> predictions) {
    return predictions.stream().map(p -> ModelCalibration.of(p.model(), p.rows())).toList();
  }

  /** Error consistency of every two observers: whether they name the shape of the same stimuli. */
  public static List<Agreement> agreement(List<CueDecision> decisions) {
    Map<String, List<Answer>> answers =
        decisions.stream()
            .collect(
                Collectors.groupingBy(
                    CueDecision::observer,
                    LinkedHashMap::new,
                    Collectors.mapping(CueDecision::answer, Collectors.toList())));
    List<String> observers = List.copyOf(answers.keySet());
    List<Agreement> pairs = new ArrayList<>();
    for (int i = 0; i < observers.size(); i++) {
      for (String second : observers.subList(i + 1, observers.size())) {
        String first = observers.get(i);
        var consistency = ErrorConsistency.of(answers.get(first), answers.get(second));
        pairs.add(new Agreement(first, second, consistency));
      }
    }
    return pairs;
  }

  /**
   * How far two observers err on the same stimuli.
   *
   * @param first one of them
   * @param second the other
   * @param consistency observed and expected, and kappa
   */
  public record Agreement(String first, String second, ErrorConsistency consistency) {
    /** Cohen's kappa; NaN where it is ill-defined. */
    public double kappa() {
      return consistency.kappa();
    }
  }

  private List<ModelPredictions> predictions(
      List<ModelRun> models, ImageSet images, Preprocessing preprocessing, LabelMap answers) {
    PredictionCache inference = study.inferenceOfOne();
    return study.each(
        models,
        (model, vision) -> {
          List<Prediction> rows =
              inference
                  .of(model.name(), vision, images, preprocessing, Unreadable.REFUSE, answers)
                  .rows();
          return new ModelPredictions(model, rows);
        });
  }

  /** A published folder in the data folder or beside it. */
  private static Optional<Path> find(Path root, String name) {
    Path absolute = root.toAbsolutePath();
    return Stream.of(absolute.resolve(name), absolute.resolveSibling(name))
        .filter(Files::isDirectory)
        .findFirst();
  }

  private Path missing(String name) {
    throw new ImageDataException(
        format(
            "There is no folder %s in the data folder %s or beside it. Put the published one there, or a link to it.",
            name, study.data().root().map(Path::toAbsolutePath).orElseThrow()));
  }
}
