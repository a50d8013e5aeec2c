package org.opponency.orchard;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.images.ImageSet;
import org.opponency.images.PixelVariance;
import org.opponency.images.RgbImage;

class OverlapTest {
  private static final Overlap USUAL = Overlap.USUAL;

  @Test
  void withoutSaturationPicturesAreGreysOfTheSameMean() {
    ImageSet grey = worldOf(0.1, 0).validation(2);
    RgbImage coloured = worldOf(0.1, 1).validation(2).image(3);
    RgbImage image = grey.image(3);
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 32; x++) {
        assertThat(image.value(x, y, 0)).isEqualTo(image.value(x, y, 1));
        assertThat(image.value(x, y, 0)).isEqualTo(image.value(x, y, 2));
        if (brightest(coloured, x, y) < 255) { // what is over-exposed lost some light
          assertThat((double) image.value(x, y, 0)).isWithin(1.5).of(meanLight(coloured, x, y));
        }
      }
    }
    assertThat(PixelVariance.of(grey, 20).luminanceShare()).isWithin(1e-9).of(1);
  }

  @Test
  void lessSaturationLeavesMoreOfThePixelsVarianceToLuminance() {
    List<Double> shares = new ArrayList<>();
    for (double saturation : new double[] {1, 0.8, 0.6, 0.4, 0.2}) {
      shares.add(PixelVariance.of(worldOf(0.1, saturation).train(5), 50).luminanceShare());
    }
    assertThat(shares).isInStrictOrder();
    assertThat(shares.get(0)).isWithin(0.08).of(0.69);
    assertThat(shares.get(4)).isGreaterThan(0.97);
  }

  /** How far the fruits' mean colours stand apart, against how far each fruit's own do. */
  @Test
  void widerHuesTellLessOfTheFruit() {
    List<Double> ratios = new ArrayList<>();
    for (double spread : new double[] {0.035, 0.2, 0.5, 1}) {
      ratios.add(separation(worldOf(spread, 1)));
    }
    assertThat(ratios).isInStrictOrder((a, b) -> Double.compare((double) b, (double) a));
    assertThat(ratios.get(3)).isLessThan(0.5 * ratios.get(0));
  }

  @Test
  void colourLeavesPosesLightsAndOutlinesAlone() {
    Draws draws = Draws.of(5).split(3);
    Overlap other = USUAL.withColour(0.1, 1, 0.3);
    Scene usual = Scene.draw(Look.of(Fruit.FIG, false, USUAL, draws), draws, draws);
    Scene changed = Scene.draw(Look.of(Fruit.FIG, false, other, draws), draws, draws);
    for (int i = 0; i < 32 * 32; i++) {
      double x = (i % 32) / 16.0 - 1;
      double y = (i / 32) / 16.0 - 1;
      assertThat(changed.specimen().covers(x, y)).isEqualTo(usual.specimen().covers(x, y));
    }
  }

  @Test
  void refusesWhatIsNoShareAndSpreadsThatTurnAFruitInsideOut() {
    assertThat(assertThrows(IllegalArgumentException.class, () -> USUAL.withColour(0.4, 1.2, 1)))
        .hasMessageThat()
        .isEqualTo("Expected hueSpread from 0 to 1.0, got 1.2");
    assertThat(assertThrows(IllegalArgumentException.class, () -> USUAL.withColour(1, 0.1, 1)))
        .hasMessageThat()
        .isEqualTo("Expected vagueColour from 0 to 0.99, got 1.0");
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> USUAL.withColour(0.4, 0.1, Double.NaN)))
        .hasMessageThat()
        .contains("saturation");
    assertThrows(IllegalArgumentException.class, () -> USUAL.withColour(-0.1, 0.1, 1));
  }

  private static Orchard worldOf(double hueSpread, double saturation) {
    return Orchard.ofSize(32).with(USUAL.withColour(0.4, hueSpread, saturation));
  }

  /** Variance of the fruits' mean skins over the mean variance within a fruit. */
  private static double separation(Orchard world) {
    ImageSet set = world.train(30, Cue.COLOUR);
    double[][] means = new double[10][3];
    double[][] all = new double[set.size()][];
    for (int i = 0; i < set.size(); i++) {
      all[i] = centre(set.image(i));
      for (int c = 0; c < 3; c++) {
        means[set.label(i)][c] += all[i][c] / 30;
      }
    }
    double within = 0;
    for (int i = 0; i < all.length; i++) {
      within += distance(all[i], means[set.label(i)]) / all.length;
    }
    double[] grand = new double[3];
    for (double[] mean : means) {
      for (int c = 0; c < 3; c++) {
        grand[c] += mean[c] / 10;
      }
    }
    double between = 0;
    for (double[] mean : means) {
      between += distance(mean, grand) / 10;
    }
    return between / within;
  }

  /** Differences of the channels in the middle of a picture, where the fruit is. */
  private static double[] centre(RgbImage image) {
    double r = image.value(16, 16, 0);
    double g = image.value(16, 16, 1);
    double b = image.value(16, 16, 2);
    return new double[] {r - g, g - b, b - r};
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      sum += (a[c] - b[c]) * (a[c] - b[c]);
    }
    return sum;
  }

  private static int brightest(RgbImage image, int x, int y) {
    return Math.max(image.value(x, y, 0), Math.max(image.value(x, y, 1), image.value(x, y, 2)));
  }

  /** Gamma 2: squares of levels are light. */
  private static double meanLight(RgbImage image, int x, int y) {
    double light = 0;
    for (int c = 0; c < 3; c++) {
      light += (double) image.value(x, y, c) * image.value(x, y, c) / 3;
    }
    return Math.sqrt(light);
  }
}
