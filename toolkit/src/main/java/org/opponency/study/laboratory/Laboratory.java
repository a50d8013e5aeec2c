package org.opponency.study.laboratory;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.function.Function;
import org.opponency.evaluation.Measured;
import org.opponency.models.VisionModel;
import org.opponency.physiology.Instrument;
import org.opponency.physiology.cone.ConeCell;
import org.opponency.physiology.cone.HueCell;
import org.opponency.physiology.cone.HueCurves;
import org.opponency.physiology.grating.GratingCell;
import org.opponency.physiology.grating.Orientedness;
import org.opponency.physiology.picture.StageField;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.results.WeightOrigin;
import org.opponency.study.store.ResultKey;

/** What a physiologist would measure on the cells of Retina-2 and ResNet-1, of all networks. */
public final class Laboratory {
  /** What a passport says of every cell. */
  public static final List<Instrument<?>> INSTRUMENTS =
      List.of(
          ConeCell.INSTRUMENT,
          HueCell.INSTRUMENT,
          GratingCell.INSTRUMENT,
          Orientedness.INSTRUMENT,
          PictureInstruments.LINEARITY,
          PictureInstruments.FIELDS);

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
    return new ConeResults(
        study.provenance(),
        cells(weights, models, ConeCell.INSTRUMENT, ConeCell.VERSION, ConeCell::layer));
  }

  /**
   * How finely layers tell wavelengths apart.
   *
   * @param weights those of the models, or random ones of the same networks: the null
   */
  public HueResults hueDiscrimination(WeightOrigin weights, List<ModelRun> models) {
    return new HueResults(
        study.provenance(),
        weights.measured(
            study,
            models,
            EarlyVision.FIGURE_2,
            (subject, vision) ->
                new CellRecords<>(
                    weights, HueCurves.of(vision, EarlyVision.FIGURE_2), HueCurves::layer)));
  }

  /**
   * What gratings tell of cells.
   *
   * @param weights those of the models, or random ones of the same networks: the null
   */
  public GratingResults gratings(WeightOrigin weights, List<ModelRun> models) {
    return new GratingResults(
        study.provenance(),
        cells(weights, models, GratingCell.INSTRUMENT, GratingCell.VERSION, GratingCell::layer));
  }

  /**
   * How linear cells are in pictures, and how oriented their fields (Lindsey et al. 2019).
   *
   * @param weights those of the models, or random ones of the same networks: the null
   */
  public LinearityResults linearity(WeightOrigin weights, List<ModelRun> models) {
    PictureSession pictures = new PictureSession(study);
    return pictures.linearity(
        weights,
        weights.measured(
            study,
            models,
            EarlyVision.FIGURE_2,
            (subject, vision) -> pictures.shown(vision, EarlyVision.FIGURE_2)));
  }

  /**
   * Which part of pictures moves the cells of each stage.
   *
   * @param weights those of the models, or random ones of the same networks: the null
   */
  public EffectiveFieldResults effectiveFields(WeightOrigin weights, List<ModelRun> models) {
    PictureSession pictures = new PictureSession(study);
    return new EffectiveFieldResults(
        study.provenance(),
        weights.measured(
            study,
            models,
            EarlyVision.STAGES,
            (subject, vision) ->
                new CellRecords<>(weights, pictures.stages(subject, vision), StageField::layer)));
  }

  private <R extends Record> List<Measured<CellRecords<R>>> cells(
      WeightOrigin weights,
      List<ModelRun> models,
      Instrument<R> instrument,
      int version,
      Function<R, String> layer) {
    return weights.measured(
        study,
        models,
        EarlyVision.FIGURE_2,
        (subject, vision) ->
            new CellRecords<>(weights, measured(instrument, version, subject, vision), layer));
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
