package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalTest {
  @Test
  void agreesWithSciPy() {
    for (List<String> row : GoldenTables.table("intervals.csv").rows()) {
      Interval interval = Interval.ofShare(Long.parseLong(row.get(0)), Long.parseLong(row.get(1)));
      assertThat(interval.low()).isWithin(1e-9).of(Double.parseDouble(row.get(2)));
      assertThat(interval.high()).isWithin(1e-9).of(Double.parseDouble(row.get(3)));
    }
  }

  @Test
  void nothingKnownIsNaN() {
    assertThat(Interval.ofShare(0, 0).low()).isNaN();
  }

  @Test
  void moreSuccessesThanTrialsAreRefused() {
    var refusal = assertThrows(IllegalArgumentException.class, () -> Interval.ofShare(4, 3));
    assertThat(refusal).hasMessageThat().contains("4 of 3");
  }
}
