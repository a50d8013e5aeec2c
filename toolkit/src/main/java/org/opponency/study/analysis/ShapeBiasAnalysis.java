package org.opponency.study.analysis;

import java.util.List;
import org.opponency.evaluation.CueDecision;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.NetworkId;
import org.opponency.evaluation.Predictions;
import org.opponency.evaluation.ThreeCueBias;
import org.opponency.images.CueConflictSet;
import org.opponency.images.LabelMap;
import org.opponency.images.LabelSpace;
import org.opponency.images.Preprocessing;
import org.opponency.images.Unreadable;
import org.opponency.images.source.Images;
import org.opponency.orchard.ThreeCueSet;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Scale;
import org.opponency.study.networks.StudyData;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.results.ShapeBiasResults;
import org.opponency.study.results.ThreeCueResults;

/**
 * What networks decide on stimuli that set shape against texture (Figure 4). Orchard draws them
 * itself; with photographs the published folder {@code cue-conflict} lies in the data folder or
 * beside it.
 *
 * @param study its networks, scale and data
 */
public record ShapeBiasAnalysis(StudyNetworks study) {
  /** Where published stimuli are looked for. */
  public static final String FOLDER = "cue-conflict";

  /** Its provenance is that of its own results alone. */
  public ShapeBiasAnalysis {
    study = study.afresh();
  }

  /**
   * The cue-conflict stimuli of the study's data.
   *
   * @throws org.opponency.images.ImageDataException if they are photographs and the stimuli are
   *     missing
   */
  public CueConflictSet stimuli() {
    return stimuli(study.scale() == Scale.SMOKE ? 1 : 10);
  }

  /** The same, of Orchard's so many of each pair of fruits. */
  public CueConflictSet stimuli(int perPair) {
    return study
        .data()
        .root()
        .map(root -> PublishedFolder.require(root, FOLDER))
        .map(Images::cueConflict)
        .orElseGet(() -> StudyData.orchard().cueConflict(perPair));
  }

  /** Whether there are cue-conflict stimuli for the study's data. */
  public boolean possible() {
    return study
        .data()
        .root()
        .map(root -> PublishedFolder.find(root, FOLDER).isPresent())
        .orElse(true);
  }

  /**
   * What the networks' answers are taken for: Orchard's fruits, or the entry-level categories that
   * the photographs' classes cover.
   */
  public LabelMap categories() {
    LabelSpace own = LabelSpace.of(study.data().train());
    return study.data().root().isPresent() ? own.toCategories() : own.identity();
  }

  /** Every network's decision on every stimulus; the observers are the networks' names. */
  public ShapeBiasResults of(List<ModelRun> models, StimulusProtocol protocol) {
    CueConflictSet stimuli = stimuli();
    LabelMap answers = categories();
    var preprocessing = protocol.preprocessing(study.data().imageSize());
    List<Measured<List<CueDecision>>> decisions =
        study.predictions(models, stimuli, preprocessing, Unreadable.REFUSE, answers).stream()
            .map(
                one ->
                    one.<List<CueDecision>>map(
                        own -> decisions(one.network(), stimuli, own, answers)))
            .toList();
    return new ShapeBiasResults(
        study.provenance("", stimuli, "stimuli " + protocol),
        stimuli,
        decisions,
        answers.to().labels());
  }

  private static List<CueDecision> decisions(
      NetworkId network, CueConflictSet stimuli, Predictions predictions, LabelMap answers) {
    return CueDecision.of(network.model(), stimuli, predictions.rows(), answers.to());
  }

  /**
   * Every network's decisions on pictures that set shape, texture and colour against each other,
   * shown as they are. Orchard only.
   *
   * @throws IllegalStateException if the study's data are photographs, which cannot be taken apart
   */
  public ThreeCueResults threeCues(List<ModelRun> models) {
    study.requireOrchard("Three cues against each other");
    ThreeCueSet stimuli = StudyData.orchard().threeCues(1);
    return new ThreeCueResults(
        study.provenance("", stimuli, "as they are"),
        stimuli,
        study
            .predictions(models, stimuli, Preprocessing.AS_IS, Unreadable.REFUSE, categories())
            .stream()
            .map(one -> one.<ThreeCueBias>map(own -> ThreeCueBias.of(stimuli, own.rows())))
            .toList());
  }
}
