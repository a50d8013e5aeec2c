package org.opponency.physiology.cone;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.models.VisionModel;
import org.opponency.physiology.HandMade;
import org.opponency.physiology.HandMade.Cell;
import org.opponency.stimuli.Wavelength;

class HueCurvesTest {
  private static final List<String> RETINA_2 = List.of(HandMade.RETINA_2);

  private static Cell red(double bias, double weight) {
    return new Cell(bias, (c, x, y) -> c == 0 && x == 0 && y == 0 ? weight : 0);
  }

  private static double slope(int channel, double wavelength) {
    double[] above = new Wavelength(wavelength + 0.25).rgb();
    double[] below = new Wavelength(wavelength - 0.25).rgb();
    return (above[channel] - below[channel]) / 0.5;
  }

  @Test
  void peopleAreThoseOfTheFile() {
    assertThat(HumanHues.ALL).hasSize(25);
    assertThat(HumanHues.ALL.get(0)).isEqualTo(new HumanHues(398.7196, 10.523016));
    assertThat(HumanHues.ALL.get(24).wavelength()).isWithin(1e-9).of(639.1805);
    double[] own = HumanHues.ALL.stream().mapToDouble(HumanHues::sensitivity).toArray();
    assertThat(HumanHues.likeness(own)).isWithin(1e-12).of(1);
    double[] thresholds = HumanHues.ALL.stream().mapToDouble(HumanHues::threshold).toArray();
    assertThat(HumanHues.likeness(thresholds)).isWithin(1e-12).of(-1);
    assertThat(HumanHues.likeness(new double[25])).isNaN();
  }

  @Test
  void cellsOfRedSeeWhatRedDoes() {
    try (VisionModel vision = HandMade.vision(red(5, 3), red(5, -4), red(0.5, 0))) {
      HueCurves curves = HueCurves.of(vision, RETINA_2).get(0);
      for (int i = 0; i < HumanHues.ALL.size(); i++) {
        double change = Math.abs(slope(0, HumanHues.ALL.get(i).wavelength()));
        assertThat(curves.sensitivity()[i]).isWithin(1e-4).of(5 * change);
        assertThat(curves.companion()[i]).isWithin(1e-4).of(3 * change);
      }
    }
  }

  @Test
  void pixelsAreThreeCells() {
    HueCurves pixels = HueCurves.ofPixels();
    double wavelength = HumanHues.ALL.get(11).wavelength();
    double all =
        Math.hypot(slope(0, wavelength), Math.hypot(slope(1, wavelength), slope(2, wavelength)));
    assertThat(pixels.sensitivity()[11]).isWithin(1e-5).of(all);
  }

  @Test
  void cellsBelowZeroTellNothingApart() {
    try (VisionModel vision = HandMade.vision(red(-5, 1), red(0, 1))) {
      List<HueCell> cells = HueCell.of(vision, RETINA_2);
      assertThat(cells.get(0).finest()).isNaN();
      assertThat(cells.get(0).likeHuman()).isNaN();
      assertThat(cells.get(1).likeHuman()).isFinite();
      double finest = cells.get(1).finest();
      for (HumanHues people : HumanHues.ALL) {
        assertThat(Math.abs(slope(0, people.wavelength())))
            .isAtMost(Math.abs(slope(0, finest)) + 1e-6);
      }
    }
  }
}
