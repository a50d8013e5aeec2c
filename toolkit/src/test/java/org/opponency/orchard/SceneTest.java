package org.opponency.orchard;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.opponency.images.RgbImage;

class SceneTest {
  @Test
  void isTheSameAtAnySize() {
    for (int i = 0; i < 10; i++) {
      RgbImage small = Orchard.ofSize(32).validation(1).image(i);
      RgbImage large = Orchard.ofSize(128).validation(1).image(i);
      double difference = 0;
      for (int y = 0; y < 32; y++) {
        for (int x = 0; x < 32; x++) {
          for (int c = 0; c < 3; c++) {
            difference += Math.abs(small.value(x, y, c) - mean(large, 4, x, y, c));
          }
        }
      }
      assertThat(difference / (32 * 32 * 3)).isLessThan(2.5);
    }
  }

  @Test
  void aConflictKeepsTheSilhouetteOfItsShapeOnly() {
    Scene fig = conflict(Fruit.LEMON, Fruit.FIG);
    Scene lemon = conflict(Fruit.LEMON, Fruit.LEMON);
    assertThat(difference(fig, lemon)).isEqualTo(0);
    assertThat(difference(fig, conflict(Fruit.FIG, Fruit.FIG))).isGreaterThan(0.02);
    assertThat(fig.paint(32).pixels()).isNotEqualTo(lemon.paint(32).pixels());
  }

  @Test
  void aConflictTakesTheColoursOfItsTexture() {
    double[] red = meanFruitColour(Fruit.BANANA, Fruit.STRAWBERRY);
    double[] yellow = meanFruitColour(Fruit.BANANA, Fruit.LEMON);
    assertThat(red[0]).isGreaterThan(1.4 * red[1]);
    assertThat(yellow[0]).isLessThan(1.3 * yellow[1]);
  }

  @Test
  void whatLeavesOutACueLeavesTheRestOfTheSceneAlone() {
    Draws draws = Draws.of(5).split(3);
    Look look = Look.of(Fruit.PINEAPPLE, false, Overlap.USUAL, draws);
    Scene full = Scene.draw(look, draws, draws);
    Scene silhouette = Scene.draw(look.only(Cue.SILHOUETTE), draws, draws);
    assertThat(difference(full, silhouette)).isEqualTo(0);
    RgbImage fullPicture = full.paint(32);
    RgbImage silhouettePicture = silhouette.paint(32);
    assertThat(fullPicture.value(0, 0, 0)).isEqualTo(silhouettePicture.value(0, 0, 0));
  }

  @Test
  void theFruitTakesUpAGoodPartOfThePicture() {
    for (Fruit fruit : Fruit.values()) {
      double share = 0;
      for (int i = 0; i < 20; i++) {
        Draws draws = Draws.of(i).split(fruit.title());
        share +=
            coverage(Scene.draw(Look.of(fruit, false, Overlap.USUAL, draws), draws, draws)) / 20;
      }
      assertThat(share).isGreaterThan(0.1);
      assertThat(share).isLessThan(0.4);
    }
  }

  private static Scene conflict(Fruit silhouette, Fruit skin) {
    return conflict(silhouette, skin, 11);
  }

  private static Scene conflict(Fruit silhouette, Fruit skin, long seed) {
    Draws draws = Draws.of(seed);
    return Scene.draw(
        Look.conflict(silhouette, skin, skin, Overlap.USUAL),
        draws.split(silhouette.key()),
        draws.split(skin.key()));
  }

  /** Share of the picture that lies in one silhouette and not in the other. */
  private static double difference(Scene a, Scene b) {
    int different = 0;
    for (int i = 0; i < 64 * 64; i++) {
      double x = (i % 64) / 32.0 - 1;
      double y = (i / 64) / 32.0 - 1;
      different += a.specimen().covers(x, y) == b.specimen().covers(x, y) ? 0 : 1;
    }
    return different / 4096.0;
  }

  private static double coverage(Scene scene) {
    int covered = 0;
    for (int i = 0; i < 32 * 32; i++) {
      covered += scene.specimen().covers((i % 32) / 16.0 - 1, (i / 32) / 16.0 - 1) ? 1 : 0;
    }
    return covered / 1024.0;
  }

  /** Over many draws, since the hue of each is turned. */
  private static double[] meanFruitColour(Fruit silhouette, Fruit skin) {
    double[] sum = new double[3];
    for (int seed = 0; seed < 40; seed++) {
      addFruitColour(conflict(silhouette, skin, seed), sum);
    }
    return sum;
  }

  private static void addFruitColour(Scene scene, double[] sum) {
    Brush brush = new Brush();
    for (int i = 0; i < 64 * 64; i++) {
      if (scene.specimen().paint((i % 64) / 32.0 - 1, (i / 64) / 32.0 - 1, brush)) {
        sum[0] += brush.r;
        sum[1] += brush.g;
        sum[2] += brush.b;
      }
    }
  }

  /** Mean of a square of pixels in linear light, as a display value. */
  private static double mean(RgbImage image, int side, int x, int y, int c) {
    double sum = 0;
    for (int i = 0; i < side * side; i++) {
      double value = image.value(x * side + i % side, y * side + i / side, c);
      sum += value * value;
    }
    return Math.sqrt(sum / (side * side));
  }
}
