package org.opponency.report.draw;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.images.Lab;

class ChartStyleTest {
  @Test
  void viridisGoesFromVioletToGreen() {
    assertThat(ChartStyle.viridis(0)).isEqualTo(new Color(0x440154));
    assertThat(ChartStyle.viridis(1)).isEqualTo(new Color(0x6ece58));
    assertThat(ChartStyle.viridis(7)).isEqualTo(ChartStyle.viridis(1));
  }

  @Test
  void mixingIsLinear() {
    assertThat(ChartStyle.mix(Color.BLACK, new Color(200, 100, 50), 0.5))
        .isEqualTo(new Color(100, 50, 25));
  }

  /** Letters on white, by the formula of WCAG 2.1. */
  @Test
  void lettersCanBeRead() {
    for (var lettering :
        List.of(
            ChartStyle.TITLE,
            ChartStyle.HEADING,
            ChartStyle.AXIS,
            ChartStyle.LABEL,
            ChartStyle.NOTE)) {
      assertThat(1.05 / (luminance(lettering.colour()) + 0.05)).isAtLeast(4.5);
    }
  }

  /** Lines and dots are no letters, but must be seen: 3 : 1 for the two that stand side by side. */
  @Test
  void theFirstColoursCanBeSeen() {
    for (Color colour : ChartStyle.SERIES.subList(0, 3)) {
      assertThat(1.05 / (luminance(colour) + 0.05)).isAtLeast(3.0);
    }
  }

  /** No two colours of a chart come nearer than what anyone tells apart (about 2.3), by far. */
  @Test
  void coloursDifferForTheColourBlind() {
    for (double[][] sight : SIGHTS) {
      for (int i = 0; i < ChartStyle.SERIES.size(); i++) {
        for (int j = 0; j < i; j++) {
          Lab first = seen(sight, ChartStyle.SERIES.get(i));
          Lab second = seen(sight, ChartStyle.SERIES.get(j));
          assertWithMessage("colours %s and %s", i, j)
              .that(distance(first, second))
              .isAtLeast(10.0);
        }
      }
    }
  }

  /** Widths get lighter step by step, whatever the eye. */
  @Test
  void viridisGetsLighterForTheColourBlind() {
    for (double[][] sight : SIGHTS) {
      for (int i = 1; i <= 5; i++) {
        double before = seen(sight, ChartStyle.viridis((i - 1) / 5.0)).lightness();
        assertThat(seen(sight, ChartStyle.viridis(i / 5.0)).lightness()).isGreaterThan(before + 4);
      }
    }
  }

  /**
   * Linear RGB as protanopes, deuteranopes and tritanopes see it (Machado, Oliveira and Fernandes
   * 2009, table 1, severity 1), and as all others do.
   */
  private static final List<double[][]> SIGHTS =
      List.of(
          new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
          new double[][] {
            {0.152286, 1.052583, -0.204868},
            {0.114503, 0.786281, 0.099216},
            {-0.003882, -0.048116, 1.051998}
          },
          new double[][] {
            {0.367322, 0.860646, -0.227968},
            {0.280085, 0.672501, 0.047413},
            {-0.011820, 0.042940, 0.968881}
          },
          new double[][] {
            {1.255528, -0.076749, -0.178779},
            {-0.078411, 0.930809, 0.147602},
            {0.004733, 0.691367, 0.303900}
          });

  private static Lab seen(double[][] sight, Color colour) {
    double[] rgb = {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
    int[] levels = new int[3];
    for (int i = 0; i < 3; i++) {
      double v = sight[i][0] * rgb[0] + sight[i][1] * rgb[1] + sight[i][2] * rgb[2];
      double clipped = Math.min(1, Math.max(0, v));
      double display =
          clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * Math.pow(clipped, 1 / 2.4) - 0.055;
      levels[i] = (int) Math.round(255 * display);
    }
    return Lab.of(levels[0], levels[1], levels[2]);
  }

  private static double distance(Lab first, Lab second) {
    return Math.hypot(
        first.lightness() - second.lightness(),
        Math.hypot(first.a() - second.a(), first.b() - second.b()));
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int level) {
    double v = level / 255.0;
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }
}
