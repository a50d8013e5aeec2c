package org.opponency.stimuli;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourSpaceTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1, 0.5, 1, 0, 0",
    "60, 1, 0.5, 1, 1, 0",
    "90, 1, 0.5, 0.5, 1, 0",
    "120, 1, 0.5, 0, 1, 0",
    "150, 1, 0.5, 0, 1, 0.5",
    "210, 1, 0.5, 0, 0.5, 1",
    "270, 1, 0.5, 0.5, 0, 1",
    "330, 1, 0.5, 1, 0, 0.5",
    "-120, 1, 0.5, 0, 0, 1",
    "480, 1, 0.5, 0, 1, 0",
    "120, 0.5, 0.5, 0.25, 0.75, 0.25",
    "0, 1, 0.75, 1, 0.5, 0.5",
    "200, 0, 0.3, 0.3, 0.3, 0.3",
    "77, 1, 1, 1, 1, 1"
  })
  void hslBecomesRgb(double h, double s, double l, double r, double g, double b) {
    double[] rgb = ColourSpace.rgb(h, s, l);
    assertThat(rgb).usingTolerance(1e-12).containsExactly(r, g, b).inOrder();
  }

  @Test
  void hueComesBackFromEveryColour() {
    for (int hue = 0; hue < 360; hue += 7) {
      double[] rgb = ColourSpace.rgb(hue, 0.6, 0.4);
      float[] hsb = Color.RGBtoHSB(level(rgb[0]), level(rgb[1]), level(rgb[2]), null);
      assertThat(360 * hsb[0]).isWithin(1f).of(hue);
    }
  }

  private static int level(double channel) {
    return (int) Math.round(255 * channel);
  }

  @Test
  void whatIsNoColourIsRefused() {
    var error = assertThrows(IllegalArgumentException.class, () -> new Hue(0, 1.5, 0.5));
    assertThat(error).hasMessageThat().isEqualTo("Expected saturation in [0, 1], got 1.5");
    assertThrows(IllegalArgumentException.class, () -> new Hue(0, 1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Grey(-0.1));
    for (double degrees : new double[] {-1, 360, Double.NaN}) {
      var hue = assertThrows(IllegalArgumentException.class, () -> new Hue(degrees, 1, 0.5));
      assertThat(hue).hasMessageThat().endsWith("[0, 360) degrees, got " + degrees);
    }
  }
}
