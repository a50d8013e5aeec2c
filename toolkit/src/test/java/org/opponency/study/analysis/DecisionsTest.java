package org.opponency.study.analysis;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.claims.Evidence;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.CueDecision;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Networks;
import org.opponency.evaluation.Prediction;
import org.opponency.images.ImageDataException;
import org.opponency.images.LabelSpace;
import org.opponency.images.Preprocessing;
import org.opponency.study.Photographs;
import org.opponency.study.Study;
import org.opponency.study.laboratory.Laboratory;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.CategoryPoint;
import org.opponency.study.results.ShapeBiasResults;
import org.opponency.study.results.WeightOrigin;

/** Shape bias and natural adversarial examples. */
class DecisionsTest {
  /** A penguin, a dog and an orange, which is in no category. */
  private static final List<String> WNIDS = List.of("n02056570", "n02099601", "n07747607");

  @TempDir private static Path home;
  private static Study orchard;
  private static List<ModelRun> models;

  @BeforeAll
  static void train() {
    orchard = Study.of(Scale.SMOKE, home, Optional.empty(), 32);
    models = orchard.models(1);
  }

  @Test
  void shapeBiasComesFromTheDecisions() {
    var results = new ShapeBiasAnalysis(orchard).of(models, StimulusProtocol.PAPER);
    List<CueDecision> decisions = results.decisions().get(0).value();
    assertThat(decisions).hasSize(90);
    assertThat(results.networks()).hasSize(1);
    var bias = results.networks().get(0).value();
    assertThat(bias.stimuli()).isEqualTo(90);
    assertThat(bias.agreeing() + bias.uncovered()).isEqualTo(0);
    assertThat(bias.shape() + bias.texture() + bias.neither()).isEqualTo(90);
    assertThat(bias.shape())
        .isEqualTo((int) decisions.stream().filter(CueDecision::isShape).count());
    assertThat(results.byCategory().stream().mapToInt(CategoryPoint::shape).sum())
        .isEqualTo(bias.shape());
  }

  @Test
  void protocolsDifferInWhatIsCutOff() {
    assertThat(StimulusProtocol.PAPER.preprocessing(224)).isEqualTo(Preprocessing.IMAGENET);
    assertThat(StimulusProtocol.AS_IS.preprocessing(224)).isEqualTo(Preprocessing.stretch(224));
  }

  @Test
  void hardPicturesAreCalibratedLikeAnyOther() {
    var results = new NaturalAdversarialAnalysis(orchard).of(models);
    assertThat(results.networks()).hasSize(1);
    int images = results.images().size();
    var calibration = results.networks().get(0).value();
    assertThat(calibration.images()).isEqualTo(images);
    List<Prediction> predictions = results.predictions().get(0).value();
    assertThat(predictions).hasSize(images);
    long right = predictions.stream().filter(Prediction::correct).count();
    assertThat(calibration.accuracy()).isWithin(1e-12).of((double) right / images);
    assertThat(results.reliability(10)).hasSize(10);
    assertThat(results.responseRate().get(99).accuracy())
        .isWithin(1e-12)
        .of(calibration.accuracy());
  }

  @Test
  void photographsAreAskedInTheCategoriesTheyCover(@TempDir Path root) throws IOException {
    Study study = photographs(root);
    var photographs = new ShapeBiasAnalysis(study);
    for (String name :
        List.of("bird/bird1-dog1", "dog/dog1-bird2", "dog/dog1-dog2", "bird/bird3-oven1")) {
      Photographs.write(root.resolve("cue-conflict/" + name + ".png"), name.hashCode());
    }
    var runs = study.models(1);
    assertThat(photographs.categories().to().labels()).containsExactly("bird", "dog").inOrder();
    var bias = photographs.of(runs, StimulusProtocol.AS_IS).networks().get(0).value();
    assertThat(bias.stimuli()).isEqualTo(4);
    assertThat(bias.agreeing()).isEqualTo(1);
    assertThat(bias.uncovered()).isEqualTo(1);
    // With two answers one of both cues is always named.
    assertThat(bias.shape() + bias.texture()).isEqualTo(2);
  }

  @Test
  void foldersThatAreMissingAreNamed(@TempDir Path root) throws IOException {
    var photographs = new ShapeBiasAnalysis(photographs(root));
    var stimuli = assertThrows(ImageDataException.class, photographs::stimuli);
    assertThat(stimuli)
        .hasMessageThat()
        .contains("no folder cue-conflict in the data folder " + root);
  }

  @Test
  void photographsWithoutImageNetAHaveHardPicturesOfTheirOwn(@TempDir Path root)
      throws IOException {
    var hard = new NaturalAdversarialAnalysis(photographs(root)).images();
    assertThat(hard.size()).isAtMost(3);
    assertThat(hard.classes()).isEqualTo(WNIDS);
  }

  @Test
  void imageNetAIsAskedAmongItsOwnClassesOrAmongAll(@TempDir Path root) throws IOException {
    List<String> classes = new ArrayList<>(LabelSpace.IMAGENET_A.labels());
    for (String wnid : classes) {
      write(root, "imagenet-a/" + wnid);
    }
    classes.add("n01440764"); // a tench, which is not among the 200
    for (String wnid : classes) {
      write(root, "data/train/" + wnid);
      write(root, "data/val/" + wnid);
    }
    Study study = Study.of(Scale.SMOKE, root, Optional.of(root.resolve("data")), 32);
    var analysis = new NaturalAdversarialAnalysis(study);
    var runs = study.models(1);
    assertThat(analysis.images().size()).isEqualTo(200);
    var few = analysis.of(runs).predictions().get(0).value();
    var all = analysis.of(runs, SoftmaxOver.ALL_CLASSES).predictions().get(0).value();
    for (int i = 0; i < 200; i++) {
      assertThat(few.get(i).label()).isEqualTo(i);
      // The tench takes its share of the probability with it.
      assertThat(few.get(i).confidence()).isGreaterThan(all.get(i).confidence() * 0.999);
    }
    assertThat(all.get(0).label()).isEqualTo(1);
  }

  private static void write(Path root, String folder) throws IOException {
    Photographs.write(root.resolve(folder + "/0.png"), folder.hashCode() & 0xffffff);
  }

  @Test
  void evidenceIsGatheredFromTheDataThereAre(@TempDir Path root) throws IOException {
    Set<Quantity> all = EnumSet.allOf(Quantity.class);
    EarlyVision early = orchard.earlyVision();
    Evidence evidence =
        Evidence.none(Scale.SMOKE)
            .with(
                List.of(
                    new ValidationAnalysis(orchard).of(models),
                    new ShapeBiasAnalysis(orchard).of(models, StimulusProtocol.PAPER),
                    new NaturalAdversarialAnalysis(orchard).of(models),
                    new NaturalAdversarialAnalysis(orchard).hardForTight(models),
                    early.opponency(WeightOrigin.TRAINED, models, EarlyVision.FIGURE_2),
                    early.fields(models, 0),
                    new Laboratory(orchard).linearity(WeightOrigin.TRAINED, models),
                    orchard.ascents().ofFruits(models),
                    new RobustnessStudy(orchard).worstCase(models),
                    orchard.cifar10()));
    assertThat(evidence.measures().keySet()).isEqualTo(all);
    assertThat(photographs(root).hasShapeBias()).isFalse();
    assertThat(photographs(root).hasNaturalAdversarial()).isTrue();
  }

  @Test
  void everyTwoNetworksOfARunAreCompared() {
    var decisions =
        List.of(
            decisions(1, 0, "bear", "cat"),
            decisions(2, 0, "bear", "cat"),
            decisions(4, 0, "cat", "bear"),
            decisions(4, 1, "cat", "bear"));
    var results =
        new ShapeBiasResults(orchard.provenance(), null, decisions, List.of("bear", "cat"));
    var pairs = results.agreement(0);
    assertThat(pairs.stream().map(pair -> pair.first() + " and " + pair.second()))
        .containsExactly(
            "width 1, run 0 and width 2, run 0",
            "width 1, run 0 and width 4, run 0",
            "width 2, run 0 and width 4, run 0")
        .inOrder();
    assertThat(pairs.get(0).kappa()).isEqualTo(1);
    assertThat(pairs.get(1).kappa()).isEqualTo(-1);
  }

  private static Measured<List<CueDecision>> decisions(
      int width, int run, String first, String second) {
    return Networks.measured(
        width,
        run,
        false,
        List.of(
            new CueDecision("n", "s1", "bear", "cat", first),
            new CueDecision("n", "s2", "bear", "cat", second)));
  }

  private static Study photographs(Path root) throws IOException {
    for (String wnid : WNIDS) {
      for (int i = 0; i < 22; i++) {
        Photographs.write(root.resolve(format("data/train/%s/%d.png", wnid, i)), 40 * i);
      }
      Photographs.write(root.resolve(format("data/val/%s/0.png", wnid)), 7);
    }
    return Study.of(Scale.SMOKE, root, Optional.of(root.resolve("data")), 32);
  }
}
