package org.opponency.physiology;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpponencyRuleTest {
  @Test
  void indexIsOneEvenlyAboutTheBaselineAndZeroOnOneSide() {
    assertThat(OpponencyRule.index(1, -1, 0)).isEqualTo(1.0);
    assertThat(OpponencyRule.index(3, -1, 0)).isEqualTo(0.5); // 2 * 1 / 4
    assertThat(OpponencyRule.index(1, 0, 0)).isEqualTo(0.0);
    assertThat(OpponencyRule.index(2, 1, 0)).isEqualTo(0.0);
    assertThat(OpponencyRule.index(5, 5, 5)).isNaN();
    // A twentieth of the range on one side is an index of a tenth.
    assertThat(OpponencyRule.index(20, 0, 19)).isWithin(1e-12).of(0.1);
  }

  @Test
  void cellsKeepTheirResponsesUnderAnotherRule() {
    var colour = new ColourTuning(Opponency.OPPONENT, 10, 190, 1, -1, -0.5f);
    var greys = new LuminanceTuning(Opponency.OPPONENT, 1, 0, 1, -1, 0.5f);
    var cell = new CellOpponency("layer", 3, colour, greys);
    CellOpponency coded = cell.by(OpponencyRule.AUTHORS_CODE);
    assertThat(cell.type()).isEqualTo(CellClass.COLOUR_AND_LUMINANCE);
    assertThat(coded.type()).isEqualTo(CellClass.LUMINANCE_ONLY);
    assertThat(coded.colour().preferredHue()).isEqualTo(10);
    assertThat(coded.by(OpponencyRule.CROSSES)).isEqualTo(cell);
    assertThat(colour.index()).isEqualTo(0.5); // 1.5 above, 0.5 below
  }

  @Test
  void curvesTurnWhereTheirBestOrWorstGreyIsInside() {
    assertThat(greys(1, 0.45).turns()).isTrue();
    assertThat(greys(0.45, 0).turns()).isTrue();
    assertThat(greys(1, 0).turns()).isFalse();
    assertThat(greys(Double.NaN, Double.NaN).turns()).isFalse();
  }

  private static LuminanceTuning greys(double best, double worst) {
    return new LuminanceTuning(Opponency.OPPONENT, best, worst, 1, -1, 0);
  }

  @Test
  void countsAddUpAndRefuseMoreThanThereAre() {
    var first = new OpponencyCounts(4, 3, 2, 1);
    var sum = OpponencyCounts.sum(List.of(first, new OpponencyCounts(4, 1, 3, 1)));
    assertThat(sum).isEqualTo(new OpponencyCounts(8, 4, 5, 2));
    assertThat(sum.opponentShare()).isEqualTo(0.25);
    assertThat(sum.positiveShare() * sum.crossingIfPositive()).isEqualTo(sum.opponentShare());
    assertThat(OpponencyCounts.NONE.opponentShare()).isNaN();
    assertThrows(IllegalArgumentException.class, () -> new OpponencyCounts(4, 1, 3, 2));
    var error = assertThrows(IllegalArgumentException.class, () -> new OpponencyCounts(2, 3, 1, 1));
    assertThat(error).hasMessageThat().endsWith("got [1, 3, 1, 2]");
  }
}
