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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.claims.Evidence;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.CueDecision;
import org.opponency.evaluation.Prediction;
import org.opponency.images.ImageDataException;
import org.opponency.images.LabelSpace;
import org.opponency.images.Preprocessing;
import org.opponency.study.ModelRun;
import org.opponency.study.Photographs;
import org.opponency.study.Scale;
import org.opponency.study.Study;

class BehaviourTest {
  /** A penguin, a dog and an orange, which is in no category. */
  private static final List<String> WNIDS = List.of("n02056570", "n02099601", "n07747607");

  @TempDir private static Path home;
  private static Behaviour orchard;
  private static List<ModelRun> models;

  @BeforeAll
  static void train() {
    Study study = Study.of(Scale.SMOKE, home, Optional.empty(), 32);
    orchard = new Behaviour(study);
    models = study.models(1);
  }

  @Test
  void shapeBiasComesFromTheDecisions() {
    List<CueDecision> decisions = orchard.decisions(models, StimulusProtocol.PAPER);
    assertThat(decisions).hasSize(90);
    var rows = orchard.shapeBias(models, decisions);
    assertThat(rows).hasSize(1);
    var bias = rows.get(0).bias();
    assertThat(bias.stimuli()).isEqualTo(90);
    assertThat(bias.agreeing() + bias.uncovered()).isEqualTo(0);
    assertThat(bias.shape() + bias.texture() + bias.neither()).isEqualTo(90);
    assertThat(bias.shape())
        .isEqualTo((int) decisions.stream().filter(CueDecision::isShape).count());
  }

  @Test
  void protocolsDifferInWhatIsCutOff() {
    assertThat(StimulusProtocol.PAPER.preprocessing(224)).isEqualTo(Preprocessing.IMAGENET);
    assertThat(StimulusProtocol.AS_IS.preprocessing(224)).isEqualTo(Preprocessing.stretch(224));
  }

  @Test
  void hardPicturesAreCalibratedLikeAnyOther() {
    var predictions = orchard.naturalAdversarial(models);
    var rows = Behaviour.calibration(predictions);
    assertThat(rows).hasSize(1);
    int images = orchard.naturalAdversarial().size();
    assertThat(rows.get(0).calibration().images()).isEqualTo(images);
    assertThat(predictions.get(0).rows()).hasSize(images);
    long right = predictions.get(0).rows().stream().filter(Prediction::correct).count();
    assertThat(rows.get(0).top1()).isWithin(1e-12).of((double) right / images);
  }

  @Test
  void photographsAreAskedInTheCategoriesTheyCover(@TempDir Path root) throws IOException {
    Behaviour photographs = photographs(root);
    for (String name :
        List.of("bird/bird1-dog1", "dog/dog1-bird2", "dog/dog1-dog2", "bird/bird3-oven1")) {
      Photographs.write(root.resolve("cue-conflict/" + name + ".png"), name.hashCode());
    }
    var runs = photographs.study().models(1);
    assertThat(photographs.categories().to().labels()).containsExactly("bird", "dog").inOrder();
    var decisions = photographs.decisions(runs, StimulusProtocol.AS_IS);
    var bias = photographs.shapeBias(runs, decisions).get(0).bias();
    assertThat(bias.stimuli()).isEqualTo(4);
    assertThat(bias.agreeing()).isEqualTo(1);
    assertThat(bias.uncovered()).isEqualTo(1);
    // With two answers one of both cues is always named.
    assertThat(bias.shape() + bias.texture()).isEqualTo(2);
  }

  @Test
  void foldersThatAreMissingAreNamed(@TempDir Path root) throws IOException {
    Behaviour photographs = photographs(root);
    var stimuli = assertThrows(ImageDataException.class, photographs::cueConflict);
    assertThat(stimuli)
        .hasMessageThat()
        .contains("no folder cue-conflict in the data folder " + root);
  }

  @Test
  void photographsWithoutImageNetAHaveHardPicturesOfTheirOwn(@TempDir Path root)
      throws IOException {
    Behaviour photographs = photographs(root);
    var hard = photographs.naturalAdversarial();
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
    Behaviour behaviour =
        new Behaviour(Study.of(Scale.SMOKE, root, Optional.of(root.resolve("data")), 32));
    var runs = behaviour.study().models(1);
    assertThat(behaviour.naturalAdversarial().size()).isEqualTo(200);
    var few = behaviour.naturalAdversarial(runs).get(0).rows();
    var all = behaviour.naturalAdversarial(runs, SoftmaxOver.ALL_CLASSES).get(0).rows();
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
    Study photographs = photographs(root).study();
    assertThat(Evidence.of(photographs, photographs.models(1)).measures().keySet())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(Quantity.SHAPE_BIAS)));
    assertThat(Evidence.of(orchard.study(), models).measures().keySet())
        .isEqualTo(EnumSet.allOf(Quantity.class));
  }

  @Test
  void everyTwoObserversAreCompared() {
    var decisions =
        List.of(
            new CueDecision("a", "s1", "bear", "cat", "bear"),
            new CueDecision("a", "s2", "bear", "cat", "cat"),
            new CueDecision("b", "s1", "bear", "cat", "bear"),
            new CueDecision("b", "s2", "bear", "cat", "cat"),
            new CueDecision("c", "s1", "bear", "cat", "cat"),
            new CueDecision("c", "s2", "bear", "cat", "bear"));
    var pairs = Behaviour.agreement(decisions);
    assertThat(pairs.stream().map(pair -> pair.first() + pair.second()))
        .containsExactly("ab", "ac", "bc")
        .inOrder();
    assertThat(pairs.get(0).kappa()).isEqualTo(1);
    assertThat(pairs.get(1).kappa()).isEqualTo(-1);
  }

  private static Behaviour photographs(Path root) throws IOException {
    for (String wnid : WNIDS) {
      for (int i = 0; i < 22; i++) {
        Photographs.write(root.resolve(format("data/train/%s/%d.png", wnid, i)), 40 * i);
      }
      Photographs.write(root.resolve(format("data/val/%s/0.png", wnid)), 7);
    }
    return new Behaviour(Study.of(Scale.SMOKE, root, Optional.of(root.resolve("data")), 32));
  }
}
