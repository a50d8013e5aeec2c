package org.opponency.study.laboratory;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import org.opponency.evaluation.Measured;
import org.opponency.images.RgbImage;
import org.opponency.models.VisionModel;
import org.opponency.physiology.grating.Orientedness;
import org.opponency.physiology.picture.EffectiveField;
import org.opponency.physiology.picture.PictureLinearity;
import org.opponency.physiology.picture.PictureResponses;
import org.opponency.physiology.picture.StageField;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.networks.StudyData;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.results.WeightOrigin;
import org.opponency.study.store.ResultKey;

/** Shows a study's validation pictures to cells. */
final class PictureSession {
  private final StudyNetworks study;
  private final List<RgbImage> many;
  private final List<RgbImage> few;

  PictureSession(StudyNetworks study) {
    this.study = study;
    many = pictures(PictureLinearity.PICTURES);
    few = pictures(EffectiveField.PICTURES);
  }

  private List<RgbImage> pictures(int most) {
    StudyData data = study.data();
    return PictureSample.of(data.validation(), data.preprocessing(), most);
  }

  /**
   * What a network gave, before anything can be said of its linearity.
   *
   * @param responses to pictures
   * @param bars how its fields are oriented
   */
  record Shown(PictureResponses responses, List<Orientedness> bars) {}

  Shown shown(VisionModel vision, List<String> layers) {
    return new Shown(PictureResponses.of(vision, layers, many), Orientedness.of(vision, layers));
  }

  /** One regression for all networks, which are shown the same. */
  LinearityResults linearity(WeightOrigin weights, List<Measured<Shown>> networks) {
    List<List<PictureLinearity>> linear =
        PictureLinearity.of(networks.stream().map(one -> one.value().responses()).toList(), many);
    List<Measured<CellRecords<LinearityCell>>> told = new ArrayList<>();
    for (Measured<Shown> network : networks) {
      List<PictureLinearity> own = linear.get(told.size());
      told.add(network.map(shown -> cells(weights, own, shown.bars())));
    }
    return new LinearityResults(study.provenance(), told);
  }

  private static CellRecords<LinearityCell> cells(
      WeightOrigin weights, List<PictureLinearity> linear, List<Orientedness> bars) {
    List<LinearityCell> cells = new ArrayList<>();
    for (PictureLinearity cell : linear) {
      cells.add(LinearityCell.of(weights, cell, bars.get(cells.size())));
    }
    return new CellRecords<>(weights, cells, LinearityCell::layer);
  }

  /** The effective field of each stage, kept if it was measured before. */
  List<StageField> stages(String subject, VisionModel vision) {
    ResultKey key =
        new ResultKey(
            "effective-fields",
            StageField.VERSION,
            subject,
            vision.digest(),
            study.data().validation().digest(),
            study.data().preprocessing().digest(),
            format("%d pictures, %s", few.size(), EarlyVision.STAGES));
    return study
        .store()
        .rows(
            key,
            StageField.class,
            () ->
                EarlyVision.STAGES.stream()
                    .map(layer -> EffectiveField.ofLayer(vision, layer, few))
                    .toList());
  }
}
