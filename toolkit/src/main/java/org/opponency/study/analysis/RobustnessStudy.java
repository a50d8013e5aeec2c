package org.opponency.study.analysis;

import java.util.ArrayList;
import java.util.List;
import org.opponency.attacks.AdversarialPicture;
import org.opponency.attacks.Attack;
import org.opponency.attacks.AttackProtocol;
import org.opponency.attacks.CostPreview;
import org.opponency.attacks.HealthCheck;
import org.opponency.attacks.Mode;
import org.opponency.attacks.Norm;
import org.opponency.attacks.RobustAccuracy;
import org.opponency.engine.Compute;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.io.Seed;
import org.opponency.models.VisionModel;
import org.opponency.study.ModelRun;
import org.opponency.study.Provenance;
import org.opponency.study.Scale;
import org.opponency.study.Study;

/**
 * The study's networks under attack (Figure 7): five L-infinity attacks with Foolbox's defaults on
 * validation images that no network has learned from.
 *
 * @param study its networks, scale and data
 */
public record RobustnessStudy(Study study) {
  private static final List<Double> SMOKE_EPSILONS = List.of(0.0, 0.003, 0.03, 0.3);
  private static final List<Double> SHOWN_EPSILONS = List.of(0.003, 0.03, 0.1);
  private static final List<Integer> SINGLE_ATTACK_WIDTHS = List.of(1, 32);

  /**
   * What is looked at one attack at a time.
   *
   * @param curves every attack's, then the worst case
   * @param health whether the attacks were as strong as they should be
   */
  public record SingleAttacks(List<ModelRobustness> curves, List<NetworkHealth> health) {
    static SingleAttacks of(ModelRun model, RobustAccuracy result) {
      List<ModelRobustness> curves = new ArrayList<>();
      curves.addAll(ModelRobustness.of(model, result.curves()));
      curves.addAll(ModelRobustness.of(model, result.worstCase()));
      return new SingleAttacks(
          curves,
          result.health().stream().map(check -> new NetworkHealth(model.name(), check)).toList());
    }
  }

  /** One check of the attacks on one network. */
  public record NetworkHealth(String model, HealthCheck health) {}

  /** All networks and the references; at smoke scale one of width 1 and one of width 32. */
  public List<ModelRun> models() {
    return study.models(widths());
  }

  /** The widths of {@link #models}, 0 for no retina. */
  public int[] widths() {
    return study.scale() == Scale.SMOKE ? new int[] {1, 32} : Study.widthsAndReference();
  }

  /** The paper's ten images a class, 100 at laptop scale, 8 at smoke scale. */
  public ImageSet pictures() {
    return switch (study.scale()) {
      case SMOKE -> pictures(8);
      case LAPTOP -> pictures(100);
      case PAPER -> study.data().validation().perClass(10);
    };
  }

  /** As evenly from all classes as their order allows. */
  private ImageSet pictures(int count) {
    ImageSet all = study.data().validation();
    return all.perClass((count - 1) / all.classes().size() + 1).first(count);
  }

  /** The paper's attacks and epsilons; at smoke scale four epsilons. */
  public static AttackProtocol protocol(Scale scale, Mode mode) {
    AttackProtocol paper = AttackProtocol.paper(mode, scale == Scale.PAPER ? 64 : 32, Study.SEED);
    return scale == Scale.SMOKE ? paper.with(SMOKE_EPSILONS) : paper;
  }

  private AttackProtocol protocol(Mode mode) {
    return protocol(study.scale(), mode);
  }

  /** What the worst case of a network costs at most. */
  public CostPreview preview(ModelRun model) {
    try (VisionModel vision = Study.open(model)) {
      return CostPreview.of(vision, protocol(Mode.WORST_CASE), pictures().size());
    }
  }

  /** The worst-case curve of each network. */
  public List<ModelRobustness> worstCase(List<ModelRun> models) {
    return worstCase(
        study, models, pictures(), study.data().preprocessing(), protocol(Mode.WORST_CASE));
  }

  static List<ModelRobustness> worstCase(
      Study study,
      List<ModelRun> models,
      ImageSet pictures,
      Preprocessing preprocessing,
      AttackProtocol protocol) {
    return study
        .attackCrew()
        .each(
            models,
            (model, vision, robustness) -> {
              var result = robustness.of(model.name(), vision, pictures, preprocessing, protocol);
              return ModelRobustness.of(model, result.worstCase());
            })
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The curve of every single attack on the first network of each of the widths 1 and 32, with half
   * of the pictures at laptop scale.
   */
  public SingleAttacks singleAttacks(List<ModelRun> models) {
    ImageSet few = study.scale() == Scale.LAPTOP ? pictures(50) : pictures();
    List<ModelRun> chosen =
        models.stream()
            .filter(model -> model.run() == 0 && SINGLE_ATTACK_WIDTHS.contains(model.width()))
            .toList();
    List<SingleAttacks> each =
        study
            .attackCrew()
            .each(
                chosen,
                (model, vision, robustness) ->
                    SingleAttacks.of(
                        model,
                        robustness.of(
                            model.name(),
                            vision,
                            few,
                            study.data().preprocessing(),
                            protocol(Mode.FULL))));
    return new SingleAttacks(
        each.stream().flatMap(one -> one.curves().stream()).toList(),
        each.stream().flatMap(one -> one.health().stream()).toList());
  }

  /** What PGD makes of the first pictures, of different classes, at each of some epsilons. */
  public List<AdversarialPicture> adversarialPictures(ModelRun model, int count) {
    ImageSet images = pictures(count);
    List<AdversarialPicture> pictures = new ArrayList<>();
    try (VisionModel vision = Study.open(model)) {
      for (double epsilon : SHOWN_EPSILONS) {
        for (int i = 0; i < images.size(); i++) {
          pictures.add(adversarial(vision, images, i, epsilon));
        }
      }
    }
    return pictures;
  }

  private AdversarialPicture adversarial(
      VisionModel vision, ImageSet images, int index, double epsilon) {
    var image = study.data().preprocessing().apply(images.image(index));
    long seed = Seed.of(Study.SEED, index);
    return AdversarialPicture.of(
        vision, Attack.pgd(Norm.LINF), image, images.label(index), epsilon, seed);
  }

  /** Where the numbers come from. */
  public Provenance provenance() {
    return Provenance.of(
        study.scale(),
        Study.SEED,
        new Provenance.Data(study.data().name(), pictures().digest()),
        study.recipe() + "; " + protocol(Mode.WORST_CASE),
        new Provenance.Engine(Compute.djlVersion(), Compute.libtorchVersion()));
  }
}
