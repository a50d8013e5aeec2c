package org.opponency.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.opponency.evaluation.CueDecision;
import org.opponency.evaluation.Prediction;
import org.opponency.evaluation.ShapeBias;
import org.opponency.images.CueConflictSet;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.LabelMap;
import org.opponency.images.LabelSpace;
import org.opponency.images.Preprocessing;
import org.opponency.images.Unreadable;
import org.opponency.images.orchard.Orchard;

/**
 * What a study's networks decide on stimuli that set shape against texture (Figure 4) and on
 * natural adversarial examples (Figures 6 and 11). Orchard draws both itself; photographs need
 * folders {@code cue-conflict} and {@code imagenet-a} in the data folder or beside it.
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
        .map(root -> CueConflictSet.folder(beside(root, CUE_CONFLICT)))
        .orElseGet(
            () ->
                Orchard.ofSize(StudyData.ORCHARD_SIZE)
                    .cueConflict(study.scale() == Scale.SMOKE ? 1 : 10));
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

  /**
   * Natural adversarial examples: ImageNet-A, or Orchard's hard pictures, which a network that is
   * not under test gets wrong.
   *
   * @throws ImageDataException if the data are photographs and ImageNet-A is missing
   */
  public ImageSet naturalAdversarial() {
    return study
        .data()
        .root()
        .map(root -> ImageSet.imageNetA(beside(root, IMAGENET_A)))
        .orElseGet(() -> study.hardPictures(study.scale() == Scale.SMOKE ? 10 : 50));
  }

  /**
   * What every network says of natural adversarial examples, by the study's validation protocol:
   * ImageNet-A's softmax runs over its 200 classes alone, as in the paper.
   */
  public List<ModelPredictions> naturalAdversarial(List<ModelRun> models) {
    ImageSet images = naturalAdversarial();
    LabelSpace own = LabelSpace.of(study.data().train());
    LabelMap answers =
        study.data().root().isPresent() ? own.restrictedTo(LabelSpace.IMAGENET_A) : own.identity();
    return predictions(models, images, study.data().preprocessing(), answers);
  }

  /** Accuracy and calibration of each network. */
  public static List<ModelCalibration> calibration(List<ModelPredictions> predictions) {
    return predictions.stream().map(p -> ModelCalibration.of(p.model(), p.rows())).toList();
  }

  private List<ModelPredictions> predictions(
      List<ModelRun> models, ImageSet images, Preprocessing preprocessing, LabelMap answers) {
    Inference inference = study.inference();
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

  private static Path beside(Path root, String name) {
    Path absolute = root.toAbsolutePath();
    return Stream.of(absolute.resolve(name), absolute.resolveSibling(name))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(
            () ->
                new ImageDataException(
                    "There is no folder %s in %s or beside it. Put the published one there, or a link to it."
                        .formatted(name, absolute)));
  }
}
