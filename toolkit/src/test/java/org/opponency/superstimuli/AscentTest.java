package org.opponency.superstimuli;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opponency.images.RgbImage;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.Pixels;
import org.opponency.models.VisionModel;

class AscentTest {
  private static final int SIZE = 16;
  private static final String RETINA_1 = "retina.retina_conv1";
  private static final String RETINA_2 = "retina.retina_conv2";
  private static final Ascent SHORT = Ascent.of(8, SIZE).savingAt(0, 4);

  private VisionModel vision;

  @BeforeEach
  void open() {
    vision = VisionModel.of(Network.initialise(Architecture.thin(2, 5, SIZE), 3));
  }

  @AfterEach
  void close() {
    vision.close();
  }

  @Test
  void maximisingClimbsAndMinimisingFalls() {
    for (Objective objective :
        List.of(Objective.logit(1), Objective.channel(RETINA_1, 7), Objective.cell(RETINA_2, 1))) {
      List<Double> up = values(SHORT.run(vision, List.of(objective), 1));
      assertThat(up).isInStrictOrder();
      List<Double> down = values(SHORT.run(vision, List.of(objective.negative()), 1));
      assertThat(down).isInStrictOrder();
      assertThat(-down.get(2)).isLessThan(up.get(0));
    }
  }

  @Test
  void thresholdsAreSavedObjectiveByObjective() {
    List<Objective> objectives = List.of(Objective.logit(0), Objective.cell(RETINA_2, 0));
    List<SuperStimulus> saved = SHORT.run(vision, objectives, 1);
    assertThat(saved.stream().map(s -> s.objective() + " " + s.step()).toList())
        .containsExactly(
            "logit 0 0",
            "logit 0 4",
            "logit 0 8",
            "cell 0 of retina.retina_conv2 0",
            "cell 0 of retina.retina_conv2 4",
            "cell 0 of retina.retina_conv2 8")
        .inOrder();
  }

  /** The value belongs to the 8-bit picture, not to the real numbers it was rounded from. */
  @Test
  void valueIsThatOfTheSavedPicture() {
    SuperStimulus logit = SHORT.run(vision, List.of(Objective.logit(3)), 1).get(2);
    try (NDManager scope = vision.manager().newSubManager()) {
      NDArray pixels = Pixels.of(scope, logit.image());
      assertThat(logit.value()).isEqualTo((double) vision.logits(pixels).getFloat(0, 3));
    }
  }

  @Test
  void sameSeedGivesTheSamePictures() {
    List<Objective> objectives = List.of(Objective.logit(0), Objective.logit(0));
    List<RgbImage> first = images(SHORT.run(vision, objectives, 1));
    assertThat(images(SHORT.run(vision, objectives, 1))).isEqualTo(first);
    assertThat(images(SHORT.run(vision, objectives, 2))).containsNoneIn(first);
    assertThat(first.get(0)).isNotEqualTo(first.get(3)); // two starts for one objective
  }

  @Test
  void thresholdsOnTheWayDoNotChangeTheEnd() {
    List<Objective> objectives = List.of(Objective.logit(0));
    SuperStimulus end = Ascent.of(8, SIZE).run(vision, objectives, 1).get(0);
    assertThat(SHORT.run(vision, objectives, 1).get(2)).isEqualTo(end);
  }

  @Test
  void composedObjectivesAreTheirArithmetic() {
    Objective a = Objective.cell(RETINA_2, 0);
    Objective b = Objective.channel(RETINA_1, 4);
    Objective composed = a.plus(b.times(3)).minus(Objective.logit(1));
    double[] v =
        List.of(a, b, Objective.logit(1), composed).stream()
            .mapToDouble(o -> SHORT.run(vision, List.of(o), 1).get(0).value())
            .toArray();
    assertThat(v[3]).isWithin(1e-5).of(v[0] + 3 * v[1] - v[2]);
    assertThat(composed.toString())
        .isEqualTo(
            "((cell 0 of retina.retina_conv2 + 3.0 x channel 4 of retina.retina_conv1)"
                + " + -logit 1)");
  }

  @Test
  void progressCountsEveryStep() {
    List<Integer> steps = new ArrayList<>();
    SHORT.run(vision, List.of(Objective.logit(0)), 1, steps::add);
    assertThat(steps).isEqualTo(IntStream.rangeClosed(1, 8).boxed().toList());
  }

  @Test
  void nothingIsLeftBehind() {
    SHORT.run(vision, List.of(Objective.logit(0)), 1); // folds the weights, which stay
    int before = vision.manager().getManagedArrays().size();
    SHORT.run(vision, List.of(Objective.logit(0)), 1);
    assertThat(vision.manager().getManagedArrays()).hasSize(before);
  }

  @Test
  void whatTheNetworkLacksIsNamed() {
    assertThat(refusal(Objective.cell("retina.conv2", 0))).contains("retina.retina_conv2");
    assertThat(refusal(Objective.channel(RETINA_2, 2)))
        .isEqualTo("Expected a channel of retina.retina_conv2 from 0 to 1, got 2");
    assertThat(refusal(Objective.logit(-1)))
        .isEqualTo("Expected a channel of ventral.fc from 0 to 4, got -1");
  }

  private String refusal(Objective objective) {
    var refusal =
        assertThrows(
            IllegalArgumentException.class, () -> SHORT.run(vision, List.of(objective), 1));
    return refusal.getMessage();
  }

  @Test
  void retinaAloneHasCellsAndChannelsButNoClasses() {
    var alone = Architecture.thin(2, 5, SIZE).withoutVentral();
    try (VisionModel retina = VisionModel.of(Network.initialise(alone, 3))) {
      for (Objective objective :
          List.of(Objective.channel(RETINA_1, 7), Objective.cell(RETINA_2, 1))) {
        assertThat(values(SHORT.run(retina, List.of(objective), 1))).isInStrictOrder();
      }
      var refusal =
          assertThrows(
              IllegalArgumentException.class,
              () -> SHORT.run(retina, List.of(Objective.logit(0)), 1));
      assertThat(refusal)
          .hasMessageThat()
          .isEqualTo(
              "Expected a network with classes for logit 0, got one that ends with"
                  + " retina.retina_relu2; ask for a channel or a cell instead");
    }
  }

  @Test
  void picturesOfCellsAreAsLargeAsWhatTheySee() {
    Ascent cells = SHORT.forCells(vision, RETINA_2);
    assertThat(cells.size()).isEqualTo(13);
    assertThat(cells.transforms()).isEqualTo(Transforms.NONE);
    assertThat(cells.thresholds()).isEqualTo(SHORT.thresholds());
    List<SuperStimulus> saved = cells.run(vision, List.of(Objective.cell(RETINA_2, 0)), 1);
    assertThat(saved.get(0).image().width()).isEqualTo(13);
    assertThat(values(saved)).isInStrictOrder();
  }

  @Test
  void fullyConnectedNetworksTakeOneSizeOnly() {
    try (VisionModel cifar = VisionModel.of(Network.initialise(Architecture.cifar10(1, 0), 3))) {
      var refusal =
          assertThrows(
              IllegalArgumentException.class,
              () -> SHORT.run(cifar, List.of(Objective.logit(0)), 1));
      assertThat(refusal).hasMessageThat().contains("Expected pictures of 32 pixels a side");
      assertThat(SHORT.run(cifar, List.of(Objective.cell(RETINA_2, 0)), 1)).hasSize(3);
    }
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Ascent.of(0, SIZE));
    assertThrows(IllegalArgumentException.class, () -> SHORT.savingAt(9));
    assertThrows(IllegalArgumentException.class, () -> SHORT.savingAt(4, 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Ascent(SIZE, 5, 0.05, Transforms.NONE, List.of(5, 9), 0, 1));
    assertThrows(IllegalArgumentException.class, () -> SHORT.run(vision, List.of(), 1));
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Ascent(SIZE, 5, Double.NaN, Transforms.NONE, List.of(5), 0, 1));
    assertThat(refusal).hasMessageThat().contains("got 5 and NaN");
  }

  /** Reached at the first look, never, and by one picture of two. */
  @Test
  void picturesAreFinishedWhenTheyReachTheirGoal() {
    Ascent ascent = Ascent.of(40, SIZE);
    List<Objective> both = List.of(Objective.logProbability(0), Objective.logProbability(1));
    assertThat(steps(ascent.until(-1e9), both)).containsExactly(16, 16);
    assertThat(steps(ascent.until(1), both)).containsExactly(40, 40);
    assertThat(ascent.until(1).run(vision, both, 1)).isEqualTo(ascent.run(vision, both, 1));
  }

  private List<Integer> steps(Ascent ascent, List<Objective> objectives) {
    return ascent.run(vision, objectives, 1).stream().map(SuperStimulus::step).toList();
  }

  /** Of one picture by the network's own probabilities. */
  @Test
  void logProbabilityIsThatOfTheNetwork() {
    SuperStimulus end =
        Ascent.of(8, SIZE).run(vision, List.of(Objective.logProbability(1)), 1).get(0);
    float[] probabilities = vision.probabilities(end.image().pixels(), SIZE, SIZE)[0];
    assertThat(end.value()).isWithin(1e-5).of(Math.log(probabilities[1]));
    assertThat(end.objective()).isEqualTo("log probability of class 1");
  }

  @Test
  void smoothPicturesAreSmoother() {
    List<Objective> one = List.of(Objective.logit(0));
    double rough = roughness(Ascent.of(24, SIZE).run(vision, one, 1).get(0));
    double smooth = roughness(Ascent.of(24, SIZE).smooth(1e4).run(vision, one, 1).get(0));
    assertThat(smooth).isLessThan(0.7 * rough);
  }

  private static double roughness(SuperStimulus stimulus) {
    double sum = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 1; x < SIZE; x++) {
        double step = stimulus.image().value(x, y, 1) - stimulus.image().value(x - 1, y, 1);
        sum += step * step;
      }
    }
    return sum;
  }

  @Test
  void infiniteValuesEndTheAscent() {
    Objective explosive = Objective.logit(0).times(Double.POSITIVE_INFINITY);
    var failure =
        assertThrows(IllegalStateException.class, () -> SHORT.run(vision, List.of(explosive), 1));
    assertThat(failure).hasMessageThat().contains("within 4 steps");
  }

  private static List<Double> values(List<SuperStimulus> saved) {
    return saved.stream().map(SuperStimulus::value).toList();
  }

  private static List<RgbImage> images(List<SuperStimulus> saved) {
    return saved.stream().map(SuperStimulus::image).toList();
  }
}
