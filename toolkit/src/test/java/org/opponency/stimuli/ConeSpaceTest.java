package org.opponency.stimuli;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.testing.GoldenTable;

/** Holds cones' signals to what NumPy makes of them: environment/golden/cones.py. */
class ConeSpaceTest {
  private static final int SIDE = 16;

  private static GoldenTable golden(String name) {
    return GoldenTable.of("/org/opponency/physiology/cone/golden/" + name + ".csv");
  }

  @Test
  void matrixIsTheFundamentalsTimesThePrimaries() {
    double[][] matrix = golden("matrix").rows();
    for (int cone = 0; cone < 3; cone++) {
      assertThat(ConeSpace.cones(1, 0, 0)[cone]).isWithin(3e-5).of(matrix[cone][0]);
      assertThat(ConeSpace.cones(0, 1, 0)[cone]).isWithin(3e-5).of(matrix[cone][1]);
      assertThat(ConeSpace.cones(0, 0, 1)[cone]).isWithin(3e-5).of(matrix[cone][2]);
    }
  }

  @Test
  void longAndMiddleConesAddUpToLuminance() {
    assertThat(luminance(1, 1, 1)).isWithin(1e-4).of(1);
    assertThat(luminance(1, 0, 0)).isWithin(1e-4).of(0.2126);
    assertThat(luminance(0, 1, 0)).isWithin(1e-4).of(0.7152);
    assertThat(luminance(0, 0, 1)).isWithin(1e-4).of(0.0722);
  }

  private static double luminance(double red, double green, double blue) {
    double[] cones = ConeSpace.cones(red, green, blue);
    return cones[0] + cones[1];
  }

  @Test
  void contrastsAreNumPysAndGiveTheirColourBack() {
    for (double[] row : golden("colours").rows()) {
      double[] contrasts = ConeSpace.contrasts(row[0], row[1], row[2]);
      double[] back = ConeSpace.rgb(contrasts[0], contrasts[1], contrasts[2]);
      for (int i = 0; i < 3; i++) {
        assertThat(contrasts[i]).isWithin(1e-8).of(row[3 + i]);
        assertThat(back[i]).isWithin(1e-8).of(row[i]);
      }
    }
  }

  /** All as light as grey, of one contrast, the axes where they are said to be. */
  @Test
  void isoluminantHuesDifferInNothingButHue() {
    var hues = ConeField.isoluminant(SIDE, 0.04).stimuli();
    assertThat(hues).hasSize(360);
    double grey = luminance(0.5, 0.5, 0.5);
    for (ConeField hue : hues) {
      assertThat(luminance(hue.rgb()[0], hue.rgb()[1], hue.rgb()[2])).isWithin(1e-7).of(grey);
      double squares = hue.l() * hue.l() + hue.m() * hue.m() + hue.s() * hue.s();
      assertThat(Math.sqrt(squares / 3)).isWithin(1e-12).of(0.04);
    }
    assertThat(hues.get(0).l()).isGreaterThan(0.0);
    assertThat(hues.get(0).s()).isEqualTo(0.0);
    assertThat(hues.get(90).l()).isWithin(1e-12).of(0);
    assertThat(hues.get(90).s()).isWithin(1e-12).of(0.04 * Math.sqrt(3));
    assertThat(hues.get(180).m()).isWithin(1e-12).of(-hues.get(0).m());
  }

  @Test
  void levelsAndLightGoBothWays() {
    for (double level : new double[] {0, 0.01, 0.04045, 0.0405, 0.5, 1}) {
      assertThat(ConeSpace.level(ConeSpace.linear(level))).isWithin(1e-7).of(level);
    }
    assertThat(ConeSpace.linear(0.5)).isWithin(1e-9).of(0.21404114048);
  }

  @Test
  void whatNoScreenShowsIsRefusedWithWhatItDoes() {
    var thrown = assertThrows(IllegalArgumentException.class, () -> new ConeField(0.5, -0.5, 0));
    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo(
            "Expected cone contrasts about mid-grey that a screen can show, got L 0.500, M -0.500,"
                + " S 0.000; in this direction it shows at most 75.8 % of them");
  }

  @Test
  void axesReachAsFarAsNumPySays() {
    double[] axes = golden("axes").rows()[0];
    for (ConeAxis axis : ConeAxis.values()) {
      assertThat(axis.largest()).isWithin(1e-8).of(axes[axis.ordinal()]);
      double[] c = axis.contrasts();
      assertThat((c[0] * c[0] + c[1] * c[1] + c[2] * c[2]) / 3).isWithin(1e-12).of(1);
    }
  }

  @Test
  void redAndGreenHaveOneLuminanceAndOneS() {
    double[] grey = ConeSpace.cones(0.5, 0.5, 0.5);
    double[] c = ConeAxis.L_MINUS_M.contrasts();
    double[] red = ConeSpace.cones(ConeSpace.rgb(0.08 * c[0], 0.08 * c[1], 0.08 * c[2]));
    assertThat(red[0] + red[1]).isWithin(1e-9).of(grey[0] + grey[1]);
    assertThat(red[2]).isWithin(1e-9).of(grey[2]);
    assertThat(red[0]).isGreaterThan(grey[0]);
  }

  @Test
  void fieldsLieAroundGreyWithTheirOpposites() {
    List<ConeField> fields = ConeField.around(SIDE, 64, 0.04).stimuli();
    assertThat(fields).hasSize(128);
    double[] sum = new double[3];
    for (int i = 0; i < fields.size(); i += 2) {
      ConeField one = fields.get(i);
      assertThat(fields.get(i + 1)).isEqualTo(new ConeField(-one.l(), -one.m(), -one.s()));
      double squares = one.l() * one.l() + one.m() * one.m() + one.s() * one.s();
      assertThat(Math.sqrt(squares / 3)).isWithin(1e-12).of(0.04);
      sum[0] += one.l() * one.l() / squares;
      sum[1] += one.m() * one.m() / squares;
      sum[2] += one.s() * one.s() / squares;
    }
    for (double share : sum) {
      assertThat(share / 64).isWithin(0.01).of(1.0 / 3);
    }
  }

  @Test
  void noDirectionIsPoorerThanTheyTake() {
    double poorest = golden("axes").rows()[0][3];
    ConeField.around(SIDE, 1000, 0.99 * poorest);
    assertThrows(IllegalArgumentException.class, () -> ConeField.around(SIDE, 1000, 1.1 * poorest));
  }

  @Test
  void gratingsSwingBetweenTheEndsOfTheirAxis() {
    Grating bars = new Grating(90, 0, 2);
    float[] pixels =
        new StimulusSet<>(SIDE, List.of(new ConeGrating(ConeAxis.S, 0.1, bars)))
            .pixels(0, 1, Aperture.whole(SIDE));
    for (int x = 0; x < SIDE; x++) {
      int pixel = x;
      double[] contrasts =
          ConeSpace.contrasts(
              pixels[pixel], pixels[pixel + SIDE * SIDE], pixels[pixel + 2 * SIDE * SIDE]);
      double wave = Math.cos(2 * Math.PI * 2 * (x - 7.5) / SIDE);
      assertThat(contrasts[0]).isWithin(1e-6).of(0);
      assertThat(contrasts[1]).isWithin(1e-6).of(0);
      assertThat(contrasts[2]).isWithin(1e-5).of(0.1 * Math.sqrt(3) * wave);
    }
  }

  @Test
  void gratingsOfNoFrequencyAreFields() {
    ConeGrating field = new ConeGrating(ConeAxis.ACHROMATIC, 0.2, new Grating(0, 0.5, 0));
    float[] pixels = new float[3];
    field.paint(SIDE, new Aperture(3, 1), pixels, 0);
    double[] expected = ConeSpace.rgb(-0.2, -0.2, -0.2);
    for (int i = 0; i < 3; i++) {
      assertThat(pixels[i]).isWithin(1e-6f).of((float) expected[i]);
    }
  }

  @Test
  void gratingsBeyondTheScreenAreRefused() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ConeGrating(ConeAxis.L_MINUS_M, 0.1, new Grating(0, 0, 1)));
    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo(
            "Expected a cone contrast above 0 and at most 0.0905, what a screen shows along L - M,"
                + " got 0.1");
    assertThrows(
        IllegalArgumentException.class,
        () -> new ConeGrating(ConeAxis.S, Double.NaN, new Grating(0, 0, 1)));
  }

  @Test
  void everyAxisHasTheSamePlaces() {
    List<ConeGrating> all = ConeGrating.all(32, 6, 8, 0.04).stimuli();
    int axis = all.size() / 3;
    assertThat(axis).isEqualTo(8 * (1 + 6 * 8));
    for (int i = 0; i < axis; i++) {
      assertThat(all.get(i).axis()).isEqualTo(ConeAxis.ACHROMATIC);
      assertThat(all.get(i + axis).axis()).isEqualTo(ConeAxis.L_MINUS_M);
      assertThat(all.get(i + axis).pattern()).isEqualTo(all.get(i).pattern());
      assertThat(all.get(i + 2 * axis).pattern()).isEqualTo(all.get(i).pattern());
      assertThat(all.get(i).pattern().frequency()).isLessThan(16.0);
    }
  }

  @Test
  void spectrumIsBrutons() {
    for (double[] row : golden("spectrum").rows()) {
      double[] rgb = new Wavelength(row[0]).rgb();
      for (int i = 0; i < 3; i++) {
        assertThat(rgb[i]).isWithin(1e-9).of(row[1 + i]);
      }
    }
    var thrown = assertThrows(IllegalArgumentException.class, () -> new Wavelength(379));
    assertThat(thrown).hasMessageThat().contains("380 to 750 nm, got 379.0");
  }
}
