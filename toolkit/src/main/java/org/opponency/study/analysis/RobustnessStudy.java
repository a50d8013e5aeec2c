package org.opponency.study.analysis;

import java.util.ArrayList;
import java.util.List;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.attacks.AdversarialPicture;
import org.opponency.attacks.Attack;
import org.opponency.attacks.AttackProtocol;
import org.opponency.attacks.CostPreview;
import org.opponency.attacks.Mode;
import org.opponency.attacks.Norm;
import org.opponency.evaluation.Measured;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.io.Seed;
import org.opponency.models.VisionModel;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.Scale;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.results.AdversarialPictures;
import org.opponency.study.results.RobustnessResults;
import org.opponency.study.results.SingleAttackResults;
import org.opponency.study.store.RobustnessCache;

/**
 * The study's networks under attack (Figure 7): five L-infinity attacks with Foolbox's defaults on
 * validation images that no network has learned from.
 *
 * @param study its networks, scale and data
 */
public record RobustnessStudy(StudyNetworks study) {
  private static final List<Double> SMOKE_EPSILONS = List.of(0.0, 0.003, 0.03, 0.3);
  private static final List<Double> SHOWN_EPSILONS = List.of(0.003, 0.03, 0.1);
  private static final List<Integer> SINGLE_ATTACK_WIDTHS = List.of(1, 32);

  /** Its provenance is that of its own results alone. */
  public RobustnessStudy {
    study = study.afresh();
  }

  /** All widths and 0 for no retina; at smoke scale 1 and 32. Of each the first networks. */
  public int[] widths() {
    return study.scale() == Scale.SMOKE ? new int[] {1, 32} : StudyNetworks.widthsAndReference();
  }

  /** The paper's ten images a class, 100 at laptop scale, 8 at smoke scale. */
  public ImageSet pictures() {
    return switch (study.scale()) {
      case SMOKE -> study.validation().evenly(8);
      case LAPTOP -> study.validation().evenly(100);
      case PAPER -> study.validation().perClass(10);
    };
  }

  /** The paper's attacks and epsilons; at smoke scale four epsilons. */
  public static AttackProtocol protocol(Scale scale, Mode mode) {
    AttackProtocol paper =
        AttackProtocol.paper(mode, scale == Scale.PAPER ? 64 : 32, StudyNetworks.SEED);
    return scale == Scale.SMOKE ? paper.with(SMOKE_EPSILONS) : paper;
  }

  private AttackProtocol protocol(Mode mode) {
    return protocol(study.scale(), mode);
  }

  /** What the worst case of a network costs at most. */
  public CostPreview preview(ModelRun model) {
    try (VisionModel vision = study.open(model)) {
      return CostPreview.of(vision, protocol(Mode.WORST_CASE), pictures().size());
    }
  }

  /** The worst-case curve of each network. */
  public RobustnessResults worstCase(List<ModelRun> models) {
    return new RobustnessResults(
        provenance(pictures(), protocol(Mode.WORST_CASE)),
        worstCase(
            study, models, pictures(), study.data().preprocessing(), protocol(Mode.WORST_CASE)));
  }

  static List<Measured<List<AccuracyUnderAttack>>> worstCase(
      StudyNetworks study,
      List<ModelRun> models,
      ImageSet pictures,
      Preprocessing preprocessing,
      AttackProtocol protocol) {
    return study.measured(
        models,
        (model, vision, progress) ->
            new RobustnessCache(study.store(), progress)
                .of(model.name(), vision, pictures, preprocessing, protocol)
                .worstCase());
  }

  /**
   * The curve of every single attack on every network of the widths 1 and 32, with half of the
   * pictures at laptop scale.
   */
  public SingleAttackResults singleAttacks(List<ModelRun> models) {
    ImageSet few = study.scale() == Scale.LAPTOP ? study.validation().evenly(50) : pictures();
    List<ModelRun> chosen =
        models.stream().filter(model -> SINGLE_ATTACK_WIDTHS.contains(model.width())).toList();
    return new SingleAttackResults(
        provenance(few, protocol(Mode.FULL)),
        study.measured(
            chosen,
            (model, vision, progress) ->
                new RobustnessCache(study.store(), progress)
                    .of(
                        model.name(),
                        vision,
                        few,
                        study.data().preprocessing(),
                        protocol(Mode.FULL))));
  }

  /** What PGD makes of the first pictures, of different classes, at each of some epsilons. */
  public AdversarialPictures adversarialPictures(ModelRun model, int count) {
    ImageSet images = study.validation().evenly(count);
    List<List<AdversarialPicture>> pictures =
        study.each(List.of(model), (one, vision) -> adversarial(vision, images));
    return new AdversarialPictures(
        provenance(images, Attack.pgd(Norm.LINF)),
        model.name(),
        pictures.get(0),
        study.data().train().classes());
  }

  private List<AdversarialPicture> adversarial(VisionModel vision, ImageSet images) {
    List<AdversarialPicture> pictures = new ArrayList<>();
    for (double epsilon : SHOWN_EPSILONS) {
      for (int i = 0; i < images.size(); i++) {
        pictures.add(adversarial(vision, images, i, epsilon));
      }
    }
    return pictures;
  }

  private AdversarialPicture adversarial(
      VisionModel vision, ImageSet images, int index, double epsilon) {
    var image = study.data().preprocessing().apply(images.image(index));
    long seed = Seed.of(StudyNetworks.SEED, index);
    return AdversarialPicture.of(
        vision, Attack.pgd(Norm.LINF), image, images.label(index), epsilon, seed);
  }

  private Provenance provenance(ImageSet attacked, Object how) {
    return study.provenance(study.settings().runs().firstInWords(), attacked, how);
  }
}
