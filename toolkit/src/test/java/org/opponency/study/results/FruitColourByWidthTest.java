package org.opponency.study.results;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Networks;
import org.opponency.images.Lab;
import org.opponency.images.RgbImage;

class FruitColourByWidthTest {
  private static final RgbImage BLANK = new RgbImage(1, 1, new byte[3]);

  /** Mean colours of ten classes, no two alike. */
  private static final List<Lab> PICTURES = colours(12, 3);

  @Test
  void coloursThatFollowThePicturesBehindACommonShiftAreKnown() {
    FruitColourByWidth row = FruitColourByWidth.of(List.of(network(1, false, 1, -25))).get(0);
    assertThat(row.likeness()).isWithin(1e-12).of(1);
    assertThat(row.chance()).isLessThan(0.001);
    assertThat(row.verdict()).isEqualTo("they know the colours");
    assertThat(row.stimuli()).isEqualTo(10);
  }

  @Test
  void coloursThatGoTheOtherWayAreNot() {
    FruitColourByWidth row = FruitColourByWidth.of(List.of(network(1, false, -0.5, 0))).get(0);
    assertThat(row.likeness()).isWithin(1e-12).of(-1);
    assertThat(row.chance()).isWithin(1e-12).of(1);
    assertThat(row.verdict()).contains("do not show");
  }

  @Test
  void widthsAreSortedAndDeadNetworksLeftOut() {
    List<FruitColourByWidth> rows =
        FruitColourByWidth.of(List.of(network(32, false, 1, 0), network(1, true, 1, 0)));
    assertThat(rows.stream().map(FruitColourByWidth::width)).containsExactly(1, 32).inOrder();
    assertThat(rows.get(0).stimuli()).isEqualTo(0);
    assertThat(rows.get(0).probability()).isNaN();
    assertThat(rows.get(0).verdict()).isEqualTo("nothing to compare");
  }

  @Test
  void greysAreCountedAndNotMeasured() {
    FruitColourByWidth row = FruitColourByWidth.of(List.of(network(1, false, 0, 0))).get(0);
    assertThat(row.grey()).isEqualTo(10);
    assertThat(row.hueDistance()).isNaN();
    assertThat(row.likeness()).isNaN();
  }

  @Test
  void meansAreThoseOfTheRows() {
    FruitColourByWidth row = FruitColourByWidth.of(List.of(network(1, false, 1, 0))).get(0);
    assertThat(row.hueDistance()).isWithin(1e-12).of(0);
    assertThat(row.otherHueDistance()).isWithin(1e-12).of(30);
    assertThat(row.nearer()).isEqualTo(1);
    assertThat(row.probability()).isWithin(1e-12).of(0.25);
  }

  /** Stimuli whose mean colours are the pictures' times a factor, less a shift in a*. */
  private static Measured<List<FruitStimulus>> network(
      int width, boolean dead, double factor, double shift) {
    List<FruitStimulus> stimuli = new ArrayList<>();
    for (Lab own : PICTURES) {
      Lab mean = new Lab(50, factor * own.a() + shift, factor * own.b());
      var colour =
          new FruitColour(
              "fig",
              0.25,
              mean.hue(),
              mean.chroma(),
              own.hue(),
              own.chroma(),
              mean.hueDistance(own),
              30);
      stimuli.add(new FruitStimulus(BLANK, mean, own, colour));
    }
    return Networks.measured(width, 0, dead, stimuli);
  }

  private static List<Lab> colours(double chroma, double step) {
    List<Lab> colours = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      double angle = 0.3 * i * i / 10 + 1;
      colours.add(
          new Lab(
              60, (chroma + step * i) * Math.cos(angle), (chroma + step * i) * Math.sin(angle)));
    }
    return colours;
  }
}
