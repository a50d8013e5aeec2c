package org.opponency.physiology.cone;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.opponency.models.VisionModel;
import org.opponency.physiology.HandMade;
import org.opponency.physiology.HandMade.Cell;
import org.opponency.physiology.Opponency;
import org.opponency.stimuli.ColourSpace;
import org.opponency.stimuli.ConeAxis;
import org.opponency.stimuli.ConeSpace;
import org.opponency.testing.GoldenTable;

/** Cells that weigh red, green and blue, whose answers NumPy knows: environment/golden/cones.py. */
class ConeCellTest {
  private static final List<String> RETINA_2 = List.of(HandMade.RETINA_2);
  private static final double[][] GOLDEN =
      GoldenTable.of("/org/opponency/physiology/cone/golden/cells.csv").rows();

  private static final double[] LUMINANCE = GOLDEN[3];

  /** Linear in light, but for the screen: L against M. */
  private static final double[] RED_GREEN = GOLDEN[4];

  /** A cell that sees one point. */
  private static Cell point(double... rgb) {
    return new Cell(0.1, (c, x, y) -> x == 0 && y == 0 ? rgb[c] : 0);
  }

  /** Centre and surround of one volume: nothing to see in a field. */
  private static Cell edges(double... rgb) {
    double[][] shape = new double[7][7];
    double sum = 0;
    for (int y = -3; y <= 3; y++) {
      for (int x = -3; x <= 3; x++) {
        shape[y + 3][x + 3] = Math.exp(-(x * x + y * y) / 6.0);
        sum += x == 0 && y == 0 ? 0 : shape[y + 3][x + 3];
      }
    }
    double all = sum;
    return new Cell(0.1, (c, x, y) -> rgb[c] * (x == 0 && y == 0 ? 1 : -shape[y + 3][x + 3] / all));
  }

  private static List<ConeCell> cells(Cell... cells) {
    return cells(List.of(cells));
  }

  private static List<ConeCell> cells(List<Cell> cells) {
    try (VisionModel vision = HandMade.vision(cells)) {
      return ConeCell.of(vision, RETINA_2);
    }
  }

  @Test
  void linearCellsAreNumPys() {
    List<Cell> cells = new ArrayList<>();
    for (double[] row : GOLDEN) {
      cells.add(point(row[0], row[1], row[2]));
    }
    List<ConeCell> measured = cells(cells);
    for (int i = 0; i < GOLDEN.length; i++) {
      assertWeights(measured.get(i).fields(), GOLDEN[i], 3, 1e-4);
      assertThat(measured.get(i).fields().explained()).isWithin(1e-3).of(GOLDEN[i][6]);
      ColourPreference preference = measured.get(i).preference();
      assertThat(preference.luminance()).isWithin(2e-5).of(GOLDEN[i][7]);
      assertThat(preference.colour()).isWithin(2e-4).of(GOLDEN[i][8]);
      assertThat(preference.blue()).isWithin(2e-5).of(GOLDEN[i][9]);
      assertWeights(measured.get(i).gratings(), GOLDEN[i], 11, 2e-3);
      assertThat(measured.get(i).gratings().explained()).isWithin(1e-3).of(1);
    }
  }

  private static void assertWeights(ConeWeights found, double[] row, int from, double within) {
    assertThat(found.l()).isWithin(within).of(row[from]);
    assertThat(found.m()).isWithin(within).of(row[from + 1]);
    assertThat(found.s()).isWithin(within).of(row[from + 2]);
    double size = Math.abs(found.l()) + Math.abs(found.m()) + Math.abs(found.s());
    assertThat(size).isWithin(1e-12).of(1);
  }

  @Test
  void luminanceCellSeesLuminanceOnly() {
    ConeCell cell = cells(point(LUMINANCE[0], LUMINANCE[1], LUMINANCE[2])).get(0);
    assertThat(cell.type().isConeOpponent()).isFalse();
    assertThat(cell.preference().type()).isEqualTo(Preference.LUMINANCE);
    assertThat(cell.preference().doubleOpponent()).isFalse();
  }

  @Test
  void redAgainstGreenSeesColourAndFields() {
    ConeCell cell = cells(point(RED_GREEN[0], RED_GREEN[1], RED_GREEN[2])).get(0);
    assertThat(cell.type().isConeOpponent()).isTrue();
    assertThat(cell.preference().type()).isEqualTo(Preference.COLOUR);
    assertThat(cell.preference().atZero()).isWithin(1e-2).of(1);
    assertThat(cell.preference().doubleOpponent()).isFalse();
  }

  @Test
  void edgesOfColourMakeACellDoubleOpponent() {
    ConeCell colour = cells(edges(RED_GREEN[0], RED_GREEN[1], RED_GREEN[2])).get(0);
    assertThat(colour.type()).isEqualTo(ConeClass.SILENT);
    assertThat(colour.fields().areUnknown()).isTrue();
    assertThat(colour.gratings().l() * colour.gratings().m()).isLessThan(0.0);
    assertThat(colour.preference().atZero()).isWithin(1e-3).of(0);
    assertThat(colour.preference().doubleOpponent()).isTrue();
    ConeCell light = cells(edges(LUMINANCE[0], LUMINANCE[1], LUMINANCE[2])).get(0);
    assertThat(light.preference().type()).isEqualTo(Preference.LUMINANCE);
    assertThat(light.preference().doubleOpponent()).isFalse();
  }

  @Test
  void silentCellsHaveNoNumbersAndSpoilNobodys() {
    List<ConeCell> cells = cells(HandMade.unresponsive(), HandMade.redMinusGreen());
    ConeCell silent = cells.get(0);
    assertThat(silent.type()).isEqualTo(ConeClass.SILENT);
    assertThat(silent.fields()).isEqualTo(ConeWeights.NONE);
    assertThat(silent.gratings()).isEqualTo(ConeWeights.NONE);
    assertThat(silent.preference().type()).isEqualTo(Preference.SILENT);
    assertThat(silent.preference().index()).isNaN();
    assertThat(silent.preference().frequency()).isNaN();
    assertThat(silent.hues().crosses()).isEqualTo(Opponency.UNRESPONSIVE);
    assertThat(silent.hues().luminance()).isNaN();
    assertThat(cells.get(1)).isEqualTo(withCell(cells(HandMade.redMinusGreen()).get(0), 1));
  }

  @Test
  void weightsThatExplainLittleMakeNoClass() {
    assertThat(ConeWeights.of(2, -1, -1, 0.51).type()).isEqualTo(ConeClass.BOTH);
    assertThat(ConeWeights.of(2, -1, -1, 0.49).type()).isEqualTo(ConeClass.UNCLEAR);
    assertThat(ConeWeights.of(2, -1, 0, 1).type()).isEqualTo(ConeClass.CONE_OPPONENT);
    assertThat(ConeWeights.of(2, 1, -1, 1).type()).isEqualTo(ConeClass.S_OPPONENT);
    assertThat(ConeWeights.of(-2, -1, -1, 1).type()).isEqualTo(ConeClass.NON_OPPONENT);
    assertThat(ConeClass.UNCLEAR.isKnown()).isFalse();
  }

  private static ConeCell withCell(ConeCell one, int cell) {
    return new ConeCell(
        one.layer(), cell, one.type(), one.fields(), one.gratings(), one.preference(), one.hues());
  }

  @Test
  void whatIsNoNumberIsNamed() {
    try (VisionModel vision = HandMade.broken(2, 4)) {
      var thrown = assertThrows(IllegalStateException.class, () -> ConeCell.of(vision, RETINA_2));
      assertThat(thrown).hasMessageThat().contains("from 1 of its 4 cells: [2]");
    }
  }

  @Test
  void signChangesWeightsAndNoClass() {
    Cell cell = point(1, -0.3, 0.2);
    List<ConeCell> both = cells(cell, new Cell(0.3, cell.times(-2).weights()));
    assertThat(both.get(1).fields().l()).isWithin(1e-5).of(-both.get(0).fields().l());
    assertThat(both.get(1).type()).isEqualTo(both.get(0).type());
    assertThat(both.get(1).preference().type()).isEqualTo(both.get(0).preference().type());
    assertThat(both.get(1).preference().colour())
        .isWithin(1e-3)
        .of(2 * both.get(0).preference().colour());
  }

  @Test
  void tuningToHuesIsHeldAgainstTheirLuminance() {
    ConeCell cell = cells(point(0.2, 0.7, -0.4)).get(0);
    double[] light = new double[360];
    double[] responses = new double[360];
    for (int hue = 0; hue < 360; hue++) {
      double[] rgb = ColourSpace.rgb(hue, 1, 0.5);
      double[] cones = ConeSpace.cones(rgb);
      light[hue] = cones[0] + cones[1];
      responses[hue] = 0.2 * rgb[0] + 0.7 * rgb[1] - 0.4 * rgb[2];
    }
    double expected = new PearsonsCorrelation().correlation(light, responses);
    assertThat(cell.hues().luminance()).isWithin(1e-5).of(expected * expected);
    assertThat(Arrays.stream(light).max().orElseThrow() / Arrays.stream(light).min().orElseThrow())
        .isWithin(0.1)
        .of(12.85);
  }

  /** The numbers that the Javadoc gives for cells that learnt nothing. */
  @Test
  void randomWeightsAreOpponentMoreOftenThanNot() {
    Random random = new Random(1);
    int count = 40_000;
    int coneOpponent = 0;
    int blueOpponent = 0;
    int colour = 0;
    int luminance = 0;
    double[][] axes = new double[3][];
    double[][] cones = new double[3][];
    for (int i = 0; i < 3; i++) {
      double[] axis = ConeAxis.values()[i].contrasts();
      axes[i] = slopes(axis[0], axis[1], axis[2]);
      cones[i] = slopes(i == 0 ? 1 : 0, i == 1 ? 1 : 0, i == 2 ? 1 : 0);
    }
    for (int i = 0; i < count; i++) {
      double[] rgb = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      ConeWeights weights =
          ConeWeights.of(dot(rgb, cones[0]), dot(rgb, cones[1]), dot(rgb, cones[2]), 1);
      coneOpponent += weights.type().isConeOpponent() ? 1 : 0;
      blueOpponent += weights.type().isSOpponent() ? 1 : 0;
      double index = Math.abs(dot(rgb, axes[1])) / Math.abs(dot(rgb, axes[0]));
      colour += Preference.of(index) == Preference.COLOUR ? 1 : 0;
      luminance += Preference.of(index) == Preference.LUMINANCE ? 1 : 0;
    }
    assertThat(coneOpponent / (double) count).isWithin(0.005).of(0.915);
    assertThat(blueOpponent / (double) count).isWithin(0.01).of(0.546);
    assertThat(colour / (double) count).isWithin(0.01).of(0.83);
    assertThat(luminance / (double) count).isWithin(0.005).of(0.042);
  }

  /** Change of sRGB levels with contrast at mid-grey. */
  private static double[] slopes(double l, double m, double s) {
    double step = 1e-6;
    double[] up = ConeSpace.rgb(step * l, step * m, step * s);
    double[] down = ConeSpace.rgb(-step * l, -step * m, -step * s);
    return new double[] {up[0] - down[0], up[1] - down[1], up[2] - down[2]};
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
