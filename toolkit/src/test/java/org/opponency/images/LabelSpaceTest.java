package org.opponency.images;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelSpaceTest {
  private static final LabelSpace FRUIT = new LabelSpace("fruit", List.of("fig", "lime", "plum"));

  /** Classes of ImageNet: two birds, a dog, an orange, which has no category. */
  private static final LabelSpace FEW =
      new LabelSpace("few", List.of("n02056570", "n02099601", "n01514668", "n07747607"));

  @Test
  void knowsThePublishedSpaces() {
    assertThat(LabelSpace.IMAGENET.size()).isEqualTo(1000);
    assertThat(LabelSpace.IMAGENET.labels().get(948)).isEqualTo("n07742313");
    assertThat(LabelSpace.IMAGENET_A.size()).isEqualTo(200);
    assertThat(LabelSpace.IMAGENET_A.labels()).isInOrder();
    assertThat(LabelSpace.CATEGORIES.labels())
        .containsExactly(
            "airplane",
            "bear",
            "bicycle",
            "bird",
            "boat",
            "bottle",
            "car",
            "cat",
            "chair",
            "clock",
            "dog",
            "elephant",
            "keyboard",
            "knife",
            "oven",
            "truck")
        .inOrder();
  }

  @Test
  void categoriesTakeTheMeanOfTheirClasses() {
    LabelMap map = FEW.toCategories();
    assertThat(map.to().labels()).containsExactly("bird", "dog").inOrder();
    assertThat(map.members()).containsExactly(List.of(0), List.of(1)).inOrder();
    double[] p = LabelSpace.IMAGENET.toCategories().apply(uniform(1000));
    assertThat(p).hasLength(16);
    for (double category : p) {
      assertThat(category).isWithin(1e-9).of(0.001);
    }
    // All on one of the four bears: a quarter of it is the mean.
    double[] bear = LabelSpace.IMAGENET.toCategories().apply(certain(1000, 294));
    assertThat(bear[LabelSpace.CATEGORIES.labels().indexOf("bear")]).isWithin(1e-12).of(0.25);
  }

  @Test
  void restrictionIsASoftmaxOverTheLogitsThatAreLeft() {
    LabelMap map = FRUIT.restrictedTo(new LabelSpace("round", List.of("plum", "fig")));
    assertThat(map.apply(new float[] {0.1f, 0.6f, 0.3f}))
        .usingTolerance(1e-7)
        .containsExactly(new double[] {0.75, 0.25});
    assertThat(LabelSpace.IMAGENET.restrictedTo(LabelSpace.IMAGENET_A).apply(uniform(1000)))
        .hasLength(200);
  }

  /** Far below the smallest float, and still e to one: 0.731 and 0.269. */
  @Test
  void restrictionIsDefinedWhereAllThatIsLeftUnderflows() {
    LabelMap map = FRUIT.restrictedTo(new LabelSpace("round", List.of("plum", "fig")));
    assertThat(map.vanish(new float[] {0.1f, 0.6f, 0.3f})).isFalse();
    assertThat(map.vanish(new float[] {0, 1, 0})).isTrue();
    assertThat(map.applyToLogits(new float[] {-301, 0, -300}))
        .usingTolerance(1e-9)
        .containsExactly(new double[] {0.7310585786, 0.2689414214})
        .inOrder();
  }

  @Test
  void identityChangesNothing() {
    assertThat(FRUIT.identity().apply(new float[] {0.25f, 0.25f, 0.5f}))
        .isEqualTo(new double[] {0.25, 0.25, 0.5});
  }

  @Test
  void digestTellsMapsApart() {
    String digest = LabelSpace.IMAGENET.toCategories().digest();
    assertThat(digest).startsWith("16 labels of entry-level categories out of 1000 of ImageNet, ");
    assertThat(FRUIT.identity().digest()).isEqualTo(FRUIT.identity().digest());
    assertThat(FRUIT.identity().digest()).isNotEqualTo(FRUIT.restrictedTo(FRUIT).digest());
  }

  @Test
  void classesOfASetAreFoundByName() {
    assertThat(FRUIT.identity().labels(List.of("plum", "nut", "fig")))
        .isEqualTo(new int[] {2, -1, 0});
  }

  @Test
  void whatCannotBeAnsweredIsNamed() {
    var missing =
        assertThrows(
            IllegalArgumentException.class, () -> FRUIT.restrictedTo(LabelSpace.IMAGENET_A));
    assertThat(missing).hasMessageThat().contains("n01498041");
    var none = assertThrows(IllegalArgumentException.class, FRUIT::toCategories);
    assertThat(none).hasMessageThat().contains("None of the 3 classes of fruit");
  }

  @Test
  void listsOfTheWrongLengthAndRepeatsAreRefused() {
    var length =
        assertThrows(
            IllegalArgumentException.class, () -> FRUIT.identity().apply(new float[] {0.5f, 0.5f}));
    assertThat(length).hasMessageThat().contains("gives 2 probabilities");
    assertThat(length).hasMessageThat().contains("fruit has 3 labels");
    var twice =
        assertThrows(
            IllegalArgumentException.class, () -> new LabelSpace("a", List.of("b", "c", "b")));
    assertThat(twice).hasMessageThat().contains("twice [b]");
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    for (float[] bad :
        new float[][] {{Float.NaN, 0.5f, 0.5f}, {1, 1, 1}, {-0.5f, 1, 0.5f}, {0, 0, 0}}) {
      var refusal = assertThrows(IllegalArgumentException.class, () -> FRUIT.identity().apply(bad));
      assertThat(refusal).hasMessageThat().contains("sum to 1");
    }
  }

  private static float[] uniform(int n) {
    float[] p = new float[n];
    Arrays.fill(p, 1f / n);
    return p;
  }

  private static float[] certain(int n, int index) {
    float[] p = new float[n];
    p[index] = 1;
    return p;
  }
}
