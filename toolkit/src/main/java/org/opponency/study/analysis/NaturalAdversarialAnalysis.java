package org.opponency.study.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Prediction;
import org.opponency.evaluation.Predictions;
import org.opponency.images.ImageSet;
import org.opponency.images.LabelMap;
import org.opponency.images.LabelSpace;
import org.opponency.images.Unreadable;
import org.opponency.images.source.Images;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Scale;
import org.opponency.study.networks.StudyData;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.results.HardForTightResults;
import org.opponency.study.results.NaturalAdversarialResults;

/**
 * What networks say of natural adversarial examples (Figures 6 and 11): the published folder {@code
 * imagenet-a} in the data folder or beside it, or else hard pictures.
 *
 * @param study its networks, scale and data
 */
public record NaturalAdversarialAnalysis(StudyNetworks study) {
  private static final String FOLDER = "imagenet-a";

  /** Its provenance is that of its own results alone. */
  public NaturalAdversarialAnalysis {
    study = study.afresh();
  }

  /** Whether there are natural adversarial examples: always, unless they must be published ones. */
  public boolean possible() {
    return !mustBePublished() || published().isPresent();
  }

  private boolean mustBePublished() {
    return study.scale() == Scale.PAPER || study.isPublished();
  }

  private Optional<Path> published() {
    return study.data().root().flatMap(root -> PublishedFolder.find(root, FOLDER));
  }

  /** Whether there are pictures that a filter must choose, for want of published ones. */
  public boolean areFiltered() {
    return !mustBePublished() && published().isEmpty();
  }

  /**
   * Natural adversarial examples: ImageNet-A, where there is its folder, or else hard pictures that
   * a network gets wrong which is not under test.
   *
   * @throws org.opponency.images.ImageDataException at paper scale if the folder is missing
   */
  public ImageSet images() {
    if (mustBePublished()) {
      study.data().root().ifPresent(root -> PublishedFolder.require(root, FOLDER));
    }
    return published().map(Images::imageNetA).orElseGet(() -> hardFor(0));
  }

  /**
   * Those that the filter of a width gets wrong, of Orchard's candidates (unusual colour, light,
   * view), four times as many as wanted, or of the validation photographs.
   */
  private ImageSet hardFor(int width) {
    int perClass = study.scale() == Scale.SMOKE ? 10 : 50;
    ImageSet candidates =
        study.data().root().isPresent()
            ? study.data().validation()
            : StudyData.orchard().hardCandidates(4 * perClass);
    LabelMap answers = LabelSpace.of(candidates).identity();
    return HardPictures.select(candidates, ofFilter(width, candidates, answers), perClass);
  }

  private List<Prediction> ofFilter(int width, ImageSet images, LabelMap answers) {
    return predictions(List.of(study.hardPictureFilter(width)), images, answers).get(0).value();
  }

  /** What every network says of natural adversarial examples, as the paper has it. */
  public NaturalAdversarialResults of(List<ModelRun> models) {
    return of(models, SoftmaxOver.CLASSES_SHOWN);
  }

  /** The same by either softmax; images as the study's validation images are shown. */
  public NaturalAdversarialResults of(List<ModelRun> models, SoftmaxOver softmax) {
    return of(models, softmax, images(), 0);
  }

  /**
   * What every network says of pictures that are hard for a filter of width 1; of none where the
   * pictures are published, which no filter of ours chooses.
   */
  public HardForTightResults hardForTight(List<ModelRun> models) {
    return new HardForTightResults(
        areFiltered()
            ? of(models, SoftmaxOver.CLASSES_SHOWN, hardFor(1), 1)
            : of(List.of(), SoftmaxOver.CLASSES_SHOWN));
  }

  private NaturalAdversarialResults of(
      List<ModelRun> models, SoftmaxOver softmax, ImageSet images, int filter) {
    LabelSpace own = LabelSpace.of(study.data().train());
    LabelMap answers =
        softmax == SoftmaxOver.ALL_CLASSES
            ? own.identity()
            : own.restrictedTo(LabelSpace.of(images));
    return new NaturalAdversarialResults(
        study.provenance("", images, "softmax over " + softmax),
        images,
        predictions(models, images, answers),
        areFiltered() ? ofFilter(filter, images, answers) : List.of());
  }

  private List<Measured<List<Prediction>>> predictions(
      List<ModelRun> models, ImageSet images, LabelMap answers) {
    return study
        .predictions(models, images, study.data().preprocessing(), Unreadable.REFUSE, answers)
        .stream()
        .map(one -> one.<List<Prediction>>map(Predictions::rows))
        .toList();
  }
}
