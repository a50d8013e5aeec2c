package org.opponency.study.analysis;

import java.util.List;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Predictions;
import org.opponency.images.LabelSpace;
import org.opponency.images.Unreadable;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.results.AccuracyResults;

/**
 * What networks say of the study's validation images.
 *
 * @param study its networks, scale and data
 */
public record ValidationAnalysis(StudyNetworks study) {
  /** Its provenance is that of its own results alone. */
  public ValidationAnalysis {
    study = study.afresh();
  }

  /** What each network says of them. */
  public AccuracyResults of(List<ModelRun> models) {
    var images = study.validation();
    List<Measured<Predictions>> predictions =
        study.predictions(
            models,
            images,
            study.data().preprocessing(),
            Unreadable.SKIP,
            LabelSpace.of(images).identity());
    return new AccuracyResults(study.provenance(), predictions, images.classes());
  }
}
