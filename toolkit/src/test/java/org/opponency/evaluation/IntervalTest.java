package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.io.ShownAs;

class IntervalTest {
  @Test
  void agreesWithSciPy() {
    for (List<String> row : GoldenTables.table("intervals.csv").rows()) {
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
  void differenceOfMeansIsWelchs() {
    // Of 1, 2, 3 and 4, 5, 9; SciPy: -4 + t.ppf(0.975, 2.56) * sqrt(8 / 3)
    WidthMean first = new WidthMean("m", ShownAs.PERCENT, 1, 3, 0, 2, 1, new Interval(0, 0));
    WidthMean second =
        new WidthMean("m", ShownAs.PERCENT, 2, 3, 0, 6, Math.sqrt(7), new Interval(0, 0));
    Interval interval = Interval.ofDifference(first, second);
    assertThat((interval.low() + interval.high()) / 2).isWithin(1e-12).of(-4);
    assertThat(interval.high()).isWithin(1e-6).of(1.7406563892842222);
    assertThat(Interval.ofDifference(second, first).low()).isWithin(1e-12).of(-interval.high());
  }

  @Test
  void differenceWithoutSpreadIsAPoint() {
    WidthMean first = new WidthMean("m", ShownAs.PERCENT, 1, 3, 0, 0.5, 0, new Interval(0, 0));
    WidthMean second = new WidthMean("m", ShownAs.PERCENT, 2, 3, 0, 0.25, 0, new Interval(0, 0));
    assertThat(Interval.ofDifference(first, second)).isEqualTo(new Interval(0.25, 0.25));
    WidthMean single =
        new WidthMean("m", ShownAs.PERCENT, 2, 1, 0, 0.25, Double.NaN, new Interval(0, 0));
    assertThat(Interval.ofDifference(first, single).low()).isNaN();
  }

  @Test
  void aShareStaysBetweenItsBounds() {
    assertThat(new Interval(-0.1, 0.4).within(0, 1)).isEqualTo(new Interval(0, 0.4));
    assertThat(new Interval(Double.NaN, Double.NaN).within(0, 1).low()).isNaN();
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
