package org.opponency.study.laboratory;

import static org.opponency.io.Text.format;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.opponency.images.ImageSet;
import org.opponency.models.VisionModel;
import org.opponency.physiology.CellCensus;
import org.opponency.physiology.CensusCell;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.analysis.ShapeBiasAnalysis;
import org.opponency.study.analysis.StimulusProtocol;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.Scale;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.store.CensusCache;
import org.opponency.study.store.ResultKey;
import org.opponency.surgery.Surgeon;
import org.opponency.surgery.SurgeryProtocol;
import org.opponency.surgery.SurgeryReport;

/**
 * What becomes of networks when the cells of Retina-2 of one class are silenced, shuffled or made
 * linear. Bottlenecks of one and two cells are left out: of so few, no random ones can be drawn
 * that are not the class itself. Of the others some are left out for the time it takes.
 *
 * @param study its networks, scale and data
 */
public record SurgeryAnalysis(StudyNetworks study) {
  private static final double EPSILON = 0.01;
  private static final int SHAMS = 1;

  /** Its provenance is that of its own results alone. */
  public SurgeryAnalysis {
    study = study.afresh();
  }

  /** The widths whose networks are operated on. */
  public int[] widths() {
    return new int[] {4, 32};
  }

  /** What is shown: sizes change with the scale. */
  public SurgeryProtocol protocol() {
    boolean smoke = study.scale() == Scale.SMOKE;
    ImageSet images = study.validation().evenly(smoke ? 20 : 80);
    ShapeBiasAnalysis conflicts = new ShapeBiasAnalysis(study);
    return new SurgeryProtocol(
        images,
        PictureSample.byClass(study.data().train().evenly(smoke ? 20 : 50)),
        study.data().preprocessing(),
        images.evenly(smoke ? 10 : 16),
        EPSILON,
        conflicts.stimuli(1),
        StimulusProtocol.PAPER.preprocessing(study.data().imageSize()),
        conflicts.categories(),
        SHAMS,
        StudyNetworks.SEED);
  }

  /** What was done to each network and what came of it; kept, as the census is. */
  public SurgeryResults of(List<ModelRun> models) {
    SurgeryProtocol protocol = protocol();
    return new SurgeryResults(
        provenance(protocol),
        study.measured(models, (model, vision) -> report(model, vision, protocol)),
        protocol.shams());
  }

  private SurgeryReport report(ModelRun model, VisionModel vision, SurgeryProtocol protocol) {
    var key =
        new ResultKey(
            "surgery",
            SurgeryReport.VERSION,
            model.name(),
            vision.digest(),
            protocol.images().digest(),
            protocol.preprocessing().digest(),
            format(
                "%s, cells by census %d, %s",
                protocol.key(), CellCensus.VERSION, CensusCache.PROTOCOL));
    return study
        .store()
        .rows(
            key,
            SurgeryReport.class,
            () -> List.of(new Surgeon(vision, cells(model, vision), protocol).report()))
        .get(0);
  }

  private List<CensusCell> cells(ModelRun model, VisionModel vision) {
    return new CensusCache(study.store())
        .census(model.name(), vision, EarlyVision.FIGURE_2).cells().stream()
            .filter(cell -> cell.layer().equals(EarlyVision.RETINA_2))
            .toList();
  }

  private Provenance provenance(SurgeryProtocol protocol) {
    String networks =
        format(
            ", widths %s%s",
            Arrays.stream(widths()).mapToObj(String::valueOf).collect(Collectors.joining(", ")),
            study.settings().runs().firstInWords());
    return study.provenance(networks, protocol.images(), protocol.brief());
  }
}
