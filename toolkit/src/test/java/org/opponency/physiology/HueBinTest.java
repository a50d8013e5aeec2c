package org.opponency.physiology;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HueBinTest {
  @Test
  void cellsAreCountedInBinsOfEightDegrees() {
    List<HueBin> bins =
        HueBin.of(List.of(cell(0, 359), cell(7, 120), cell(8, 120), cell(Double.NaN, Double.NaN)));
    assertThat(bins).hasSize(45);
    assertThat(bins.get(0).exciting()).isWithin(1e-12).of(2 / 3.0);
    assertThat(bins.get(1).exciting()).isWithin(1e-12).of(1 / 3.0);
    assertThat(bins.get(44).inhibiting()).isWithin(1e-12).of(1 / 3.0);
    assertThat(bins.get(15).inhibiting()).isWithin(1e-12).of(2 / 3.0);
    assertThat(bins.get(15).from()).isEqualTo(120);
  }

  @Test
  void withoutCellsAllBinsAreEmpty() {
    HueBin.of(List.of()).forEach(bin -> assertThat(bin.exciting()).isEqualTo(0));
  }

  private static ColourTuning cell(double preferred, double anti) {
    return new ColourTuning(Opponency.OPPONENT, preferred, anti, 1, -1, 0);
  }
}
