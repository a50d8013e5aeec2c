package org.opponency.physiology;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.VisionModel;
import org.opponency.physiology.HandMade.Cell;
import org.opponency.stimuli.Grey;
import org.opponency.stimuli.StimulusSet;

/** Cells that are known by hand, and what must hold for any. */
class CellCensusTest {
  private static final List<String> RETINA_2 = List.of(HandMade.RETINA_2);

  @Test
  void redMinusGreenIsOpponentToColourOnly() {
    CensusCell cell = census(HandMade.redMinusGreen()).get(0);
    assertThat(cell.type()).isEqualTo(CellClass.COLOUR_ONLY);
    assertThat(cell.colour().preferredHue()).isEqualTo(0);
    assertThat(cell.colour().antiPreferredHue()).isEqualTo(120);
    assertThat(cell.colour().max()).isEqualTo(1);
    assertThat(cell.colour().min()).isEqualTo(-1);
    assertThat(cell.colour().baseline()).isEqualTo(0);
    assertThat(cell.luminance().opponency()).isEqualTo(Opponency.UNRESPONSIVE);
    assertThat(cell.luminance().preferredLevel()).isNaN();
    assertThat(cell.doubleOpponent()).isFalse();
  }

  @Test
  void luminanceIsOpponentToLuminanceOnly() {
    CensusCell cell = census(HandMade.luminance()).get(0);
    assertThat(cell.type()).isEqualTo(CellClass.LUMINANCE_ONLY);
    assertThat(cell.colour().opponency()).isEqualTo(Opponency.NON_OPPONENT);
    assertThat(cell.luminance().preferredLevel()).isEqualTo(1);
    assertThat(cell.luminance().antiPreferredLevel()).isEqualTo(0);
    assertThat(cell.luminance().baseline()).isWithin(1e-7f).of(0.375f);
    assertThat(cell.spatial().opponency()).isEqualTo(Opponency.NON_OPPONENT);
  }

  /**
   * About mid-grey a filter is all but linear in the cones: the hues that excite and inhibit it
   * most lie opposite, and one that takes in luminance is all but blind to hues of one luminance.
   */
  @Test
  void huesOfOneLuminanceAreAnsweredByWhatSeesColour() {
    Cell light =
        new Cell(0, (c, x, y) -> x == 0 && y == 0 ? new double[] {0.2127, 0.7151, 0.0722}[c] : 0);
    try (VisionModel vision = HandMade.vision(HandMade.redMinusGreen(), light)) {
      List<CellOpponency> cells = CellOpponency.isoluminant(vision, RETINA_2, 0.04);
      ColourTuning red = cells.get(0).colour();
      assertThat(red.opponency()).isEqualTo(Opponency.OPPONENT);
      assertThat(red.preferredHue()).isAtMost(90.0);
      assertThat(Math.abs(red.preferredHue() - red.antiPreferredHue())).isWithin(3).of(180);
      assertThat(red.baseline()).isWithin(1e-6f).of(0);
      ColourTuning blind = cells.get(1).colour();
      assertThat(blind.max() - blind.min()).isLessThan(0.03f * (red.max() - red.min()));
      assertThat(cells.get(0).luminance().opponency()).isEqualTo(Opponency.UNRESPONSIVE);
    }
  }

  @Test
  void cellWithoutWeightsIsUnresponsiveToEverything() {
    CensusCell cell = census(HandMade.unresponsive()).get(0);
    assertThat(cell.type()).isEqualTo(CellClass.NEITHER);
    assertThat(cell.colour().opponency()).isEqualTo(Opponency.UNRESPONSIVE);
    assertThat(cell.colour().preferredHue()).isNaN();
    assertThat(cell.luminance().opponency()).isEqualTo(Opponency.UNRESPONSIVE);
    assertThat(cell.spatial().opponency()).isEqualTo(Opponency.UNRESPONSIVE);
  }

  @Test
  void gaborIsOpponentToGratingsAndTunedToItsOrientation() {
    CensusCell cell = census(HandMade.gabor()).get(0);
    assertThat(cell.spatial().opponency()).isEqualTo(Opponency.OPPONENT);
    assertThat(cell.spatial().preferred().orientation()).isEqualTo(60);
    assertThat(cell.spatial().tuning().orientation()).isWithin(2).of(60);
    assertThat(cell.spatial().tuning().frequency()).isWithin(1).of(5);
    assertThat(cell.spatial().tuning().circularVariance()).isGreaterThan(0.5);
    assertThat(cell.spatial().tuning().bandwidth()).isLessThan(180.0);
  }

  @Test
  void differenceOfGaussiansHasNoOrientation() {
    assertThat(census(HandMade.differenceOfGaussians()).get(0).spatial().opponency())
        .isEqualTo(Opponency.OPPONENT);
    try (VisionModel vision = HandMade.vision(HandMade.differenceOfGaussians())) {
      // Many phases, so that one of them puts a bar's middle on the cell at every orientation.
      var gratings = StimulusSet.gratings(HandMade.SIDE, 9, 40, 5);
      var responses = Responses.rectified(vision, RETINA_2, gratings, Grey.BLACK);
      var tuning =
          SpatialTuning.of(responses.get(HandMade.RETINA_2), 0, OpponencyRule.CROSSES).tuning();
      assertThat(tuning.circularVariance()).isWithin(0.01).of(1);
      assertThat(tuning.bandwidth()).isEqualTo(180);
    }
  }

  /** Its sines add up to -2e-16, and an angle so little below zero to all of a half turn. */
  @Test
  void aCurveSymmetricalAboutZeroPrefersZero() {
    double[] curve = {1, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5};
    double orientation = OrientationTuning.of(curve, 3).orientation();
    assertThat(orientation).isWithin(1e-9).of(0);
    assertThat(orientation).isAtLeast(0.0);
  }

  @Test
  void doubleOpponentCellsAreOpponentToColourAndToGratings() {
    Cell centre = HandMade.differenceOfGaussians();
    Cell redCentreGreenSurround =
        new Cell(
            0.2,
            (c, x, y) -> {
              double squared = x * x + y * y;
              double[] sides = {Math.exp(-squared / 2), -0.3 * Math.exp(-squared / 6.5), 0};
              return sides[c];
            });
    List<CensusCell> cells = census(centre, redCentreGreenSurround);
    assertThat(cells.get(0).colour().opponency()).isEqualTo(Opponency.NON_OPPONENT);
    assertThat(cells.get(0).doubleOpponent()).isFalse();
    assertThat(cells.get(1).colour().opponency()).isEqualTo(Opponency.OPPONENT);
    assertThat(cells.get(1).doubleOpponent()).isTrue();
  }

  @Test
  void sharesOfALayerCountItsCells() {
    try (VisionModel vision =
        HandMade.vision(
            HandMade.redMinusGreen(),
            HandMade.luminance(),
            HandMade.luminance(),
            HandMade.unresponsive())) {
      CellCensus census = CellCensus.of(vision, RETINA_2, OpponencyProtocol.PAPER);
      CensusShares shares = census.shares().get(0);
      assertThat(shares)
          .isEqualTo(
              new CensusShares(
                  HandMade.RETINA_2, new OpponencyShares(4, 0, 0.5, 0.25, 0.25), 0, 0));
      assertThat(census.warnings()).isEmpty();
    }
  }

  @Test
  void cellThatSeesLuminanceOnlyIsNeverColourOpponent() {
    Random random = new Random(5);
    List<Cell> cells = IntStream.range(0, 24).mapToObj(i -> achromatic(random)).toList();
    try (VisionModel vision = HandMade.vision(cells)) {
      for (CellOpponency cell : CellOpponency.of(vision, RETINA_2, OpponencyProtocol.PAPER)) {
        assertThat(cell.colour().opponency()).isNotEqualTo(Opponency.OPPONENT);
        assertThat(cell.luminance().opponency()).isEqualTo(Opponency.OPPONENT);
      }
    }
  }

  /** Its weights differ from place to place, not from channel to channel. */
  private static Cell achromatic(Random random) {
    double[] weights = random.doubles(HandMade.KERNEL * HandMade.KERNEL, -1, 1).toArray();
    return new Cell(random.nextGaussian(), (c, x, y) -> weights[(y + 3) * HandMade.KERNEL + x + 3]);
  }

  @Test
  void scalingAFilterChangesNoClass() {
    List<Cell> cells = random(12);
    List<CensusCell> before = census(cells);
    for (double factor : new double[] {0.25, 16}) {
      List<CensusCell> after = census(cells.stream().map(cell -> cell.times(factor)).toList());
      for (int i = 0; i < cells.size(); i++) {
        assertThat(after.get(i).type()).isEqualTo(before.get(i).type());
        assertThat(after.get(i).doubleOpponent()).isEqualTo(before.get(i).doubleOpponent());
        assertThat(after.get(i).spatial().opponency())
            .isEqualTo(before.get(i).spatial().opponency());
        assertThat(after.get(i).colour().preferredHue())
            .isEqualTo(before.get(i).colour().preferredHue());
      }
    }
  }

  @Test
  void permutingCellsPermutesRows() {
    List<Cell> cells = random(9);
    int[] order = {4, 8, 0, 2, 6, 1, 7, 5, 3};
    List<CensusCell> before = census(cells);
    List<CensusCell> after = census(IntStream.of(order).mapToObj(cells::get).toList());
    for (int i = 0; i < order.length; i++) {
      CensusCell expected = before.get(order[i]);
      assertThat(after.get(i).cell()).isEqualTo(i);
      assertThat(after.get(i).type()).isEqualTo(expected.type());
      assertThat(after.get(i).colour().max()).isWithin(1e-5f).of(expected.colour().max());
      assertThat(after.get(i).spatial().preferred()).isEqualTo(expected.spatial().preferred());
    }
  }

  private static List<Cell> random(int count) {
    Random random = new Random(11);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              double[] weights = random.doubles(3 * 49, -0.2, 0.2).toArray();
              return new Cell(
                  random.nextGaussian(), (c, x, y) -> weights[c * 49 + (y + 3) * 7 + x + 3]);
            })
        .toList();
  }

  @Test
  void unknownLayerListsThoseThatExist() {
    try (VisionModel vision = HandMade.vision(HandMade.luminance())) {
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () -> CellCensus.of(vision, List.of("retina.conv2"), OpponencyProtocol.PAPER));
      assertThat(error).hasMessageThat().startsWith("No layer [retina.conv2]; this network has");
      assertThat(error).hasMessageThat().contains(HandMade.RETINA_2);
    }
  }

  @Test
  void responsesThatAreNoNumbersAreReportedByCell() {
    try (VisionModel vision = HandMade.broken(3, 5)) {
      var error =
          assertThrows(
              IllegalStateException.class,
              () -> CellCensus.of(vision, RETINA_2, OpponencyProtocol.PAPER));
      assertThat(error)
          .hasMessageThat()
          .contains(HandMade.RETINA_2 + ", got NaN or infinity from 1 of its 5 cells: [3]");
    }
  }

  @Test
  void stimuliSmallerThanTheFieldAreWarnedOf() {
    try (VisionModel vision = VisionModel.of(Network.initialise(Architecture.thin(1, 3, 32), 0))) {
      List<String> layers = List.of(HandMade.RETINA_2, "ventral.fc", "ventral.layer2");
      List<String> warnings = CellCensus.of(vision, layers, OpponencyProtocol.PAPER).warnings();
      assertThat(warnings)
          .containsExactly(
              "Stimuli of 32 x 32 pixels do not fill the receptive field of ventral.layer2, "
                  + "which is 39 x 39 pixels: its cells see padding too");
    }
  }

  private static List<CensusCell> census(Cell... cells) {
    return census(List.of(cells));
  }

  private static List<CensusCell> census(List<Cell> cells) {
    try (VisionModel vision = HandMade.vision(cells)) {
      return CellCensus.of(vision, RETINA_2, OpponencyProtocol.PAPER).cells();
    }
  }
}
