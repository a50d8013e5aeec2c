package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalTest {
  @Test
  void agreesWithSciPy() {
    for (List<String> row : Golden.table("intervals.csv").rows()) {
      long n = Long.parseLong(row.get(2));
      Interval interval =
          row.get(0).equals("wilson")
              ? Interval.ofShare(Long.parseLong(row.get(1)), n)
              : Interval.ofMean(Double.parseDouble(row.get(1)), Double.parseDouble(row.get(3)), n);
      assertThat(interval.low()).isWithin(1e-9).of(Double.parseDouble(row.get(4)));
      assertThat(interval.high()).isWithin(1e-9).of(Double.parseDouble(row.get(5)));
    }
  }

  @Test
  void nothingKnownIsNaN() {
    assertThat(Interval.ofShare(0, 0).low()).isNaN();
    assertThat(Interval.ofMean(0.5, Double.NaN, 1).high()).isNaN();
  }

  @Test
  void moreSuccessesThanTrialsAreRefused() {
    var refusal = assertThrows(IllegalArgumentException.class, () -> Interval.ofShare(4, 3));
    assertThat(refusal).hasMessageThat().contains("4 of 3");
  }
}
