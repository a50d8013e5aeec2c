package org.opponency.study.laboratory;

import static org.opponency.io.Text.format;

import java.util.List;
import org.opponency.models.VisionModel;
import org.opponency.physiology.Instrument;
import org.opponency.physiology.cone.ConeCell;
import org.opponency.physiology.cone.HueCell;
import org.opponency.physiology.cone.HueCurves;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.results.WeightOrigin;
import org.opponency.study.store.ResultKey;

/** What a physiologist would measure on the cells of Retina-2 and ResNet-1, of all networks. */
public final class Laboratory {
  /** What a passport says of every cell. */
  public static final List<Instrument<?>> INSTRUMENTS =
      List.of(ConeCell.INSTRUMENT, HueCell.INSTRUMENT);

  private final StudyNetworks study;

  /** What {@code study} measures. */
  public Laboratory(StudyNetworks study) {
    this.study = study.afresh();
  }

  /**
   * What cells make of the cones' signals.
   *
   * @param weights those of the models, or random ones of the same networks: the null
   */
  public ConeResults cones(WeightOrigin weights, List<ModelRun> models) {
    List<String> layers = EarlyVision.FIGURE_2;
    return new ConeResults(
        study.provenance(),
        weights == WeightOrigin.TRAINED
            ? study.measuredFront(
                models, layers, (model, vision) -> cones(weights, model.name(), vision))
            : study.measuredRandom(
                models,
                (model, vision) -> cones(weights, StudyNetworks.RANDOM + model.name(), vision)));
  }

  /**
   * How finely layers tell wavelengths apart.
   *
   * @param weights those of the models, or random ones of the same networks: the null
   */
  public HueResults hueDiscrimination(WeightOrigin weights, List<ModelRun> models) {
    List<String> layers = EarlyVision.FIGURE_2;
    return new HueResults(
        study.provenance(),
        weights == WeightOrigin.TRAINED
            ? study.measuredFront(models, layers, (model, vision) -> hues(weights, vision))
            : study.measuredRandom(models, (model, vision) -> hues(weights, vision)));
  }

  private static NetworkHues hues(WeightOrigin weights, VisionModel vision) {
    return new NetworkHues(weights, HueCurves.of(vision, EarlyVision.FIGURE_2));
  }

  private ConeCells cones(WeightOrigin weights, String subject, VisionModel vision) {
    return new ConeCells(weights, measured(ConeCell.INSTRUMENT, ConeCell.VERSION, subject, vision));
  }

  /** What an instrument says of Retina-2 and ResNet-1, kept if it was measured before. */
  private <R extends Record> List<R> measured(
      Instrument<R> instrument, int version, String subject, VisionModel vision) {
    List<String> layers = EarlyVision.FIGURE_2;
    ResultKey key =
        new ResultKey(
            instrument.name(),
            version,
            subject,
            vision.digest(),
            format("stimuli of %d pixels", vision.architecture().imageSize()),
            "none",
            format("cells of %s", layers));
    return study
        .store()
        .rows(key, instrument.type(), () -> instrument.measurement().of(vision, layers));
  }
}
