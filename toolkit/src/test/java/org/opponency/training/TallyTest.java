package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void weighsBatchesByTheirImages() {
    Tally tally = Tally.EMPTY.plus(1.0, 3, 6).plus(4.0, 1, 2);
    assertThat(tally.meanLoss()).isWithin(1e-15).of(14.0 / 8);
    assertThat(tally.accuracy()).isWithin(0).of(0.5);
    assertThat(Tally.EMPTY.plus(1.0, 3, 6).plus(Tally.EMPTY.plus(4.0, 1, 2))).isEqualTo(tally);
  }

  @Test
  void isReadBackToTheSameBits() {
    Tally tally = Tally.EMPTY.plus(1 / 3.0, 1, 7);
    assertThat(Tally.parse(tally.format())).isEqualTo(tally);
  }
}
