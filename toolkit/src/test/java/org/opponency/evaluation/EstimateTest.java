package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EstimateTest {
  private static double[] numbers(String text) {
    return Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void agreesWithSciPy() {
    for (List<String> row : GoldenTables.table("tests.csv").rows()) {
      ByWidth first = Samples.of(1, numbers(row.get(0)));
      ByWidth second = Samples.of(2, numbers(row.get(1)));
      double[] expected = row.subList(2, 9).stream().mapToDouble(Double::parseDouble).toArray();
      Estimate mean = first.mean();
      Estimate difference = first.minus(second);
      assertThat(
              new double[] {
                mean.pAbove(0),
                mean.interval().low(),
                mean.interval().high(),
                difference.pAbove(0),
                difference.interval().low(),
                difference.interval().high(),
                difference.pBetween(-0.5, 0.5)
              })
          .usingTolerance(1e-9)
          .containsExactly(expected)
          .inOrder();
      assertThat(difference.pBelow(0)).isWithin(1e-12).of(1 - difference.pAbove(0));
    }
  }

  /** By hand: widths of means 2 and 6 and variances 1 and 7 have the mean 4 +- sqrt(8 / 3) / 2. */
  @Test
  void widthsCountAlike() {
    Estimate mean = Samples.and(Samples.of(1, 1, 2, 3), Samples.of(2, 4, 5, 9)).mean();
    assertThat(mean.value()).isWithin(1e-12).of(4);
    // SciPy: 4 + t.ppf(0.975, 2.56) * sqrt(8 / 3) / 2
    assertThat(mean.interval().high()).isWithin(1e-6).of(4 + 5.7406563892842222 / 2);
    assertThat(Samples.and(Samples.of(1, 1, 1, 1, 2), Samples.of(2, 5, 6)).mean().value())
        .isWithin(1e-12)
        .of((1.25 + 5.5) / 2);
  }

  @Test
  void valuesWithoutSpreadAreNoCertainty() {
    for (ByWidth runs :
        List.of(
            Samples.of(1, 0.5, 0.5, 0.5),
            Samples.of(1, 0.5),
            Samples.and(Samples.of(1, 0.5, 0.5), Samples.of(2, 0.7, 0.7)))) {
      assertThat(runs.mean().interval().low()).isNaN();
      assertThat(runs.mean().pAbove(0)).isNaN();
      assertThat(runs.mean().pBetween(0, 1)).isNaN();
    }
    Estimate difference = Samples.of(1, 0.5, 0.5).minus(Samples.of(2, 0.7, 0.7));
    assertThat(difference.value()).isWithin(1e-12).of(-0.2);
    assertThat(difference.pBelow(0)).isNaN();
    assertThat(Samples.of(1, 0.5, 0.6).minus(Samples.of(2)).pAbove(0)).isNaN();
  }

  /** Networks of one width would be one group of both. */
  @Test
  void differencesAreOfOtherWidths() {
    ByWidth both = Samples.and(Samples.of(1, 1, 2), Samples.of(2, 4, 5));
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> both.minus(Samples.of(2, 0.5, 0.6)));
    assertThat(refusal).hasMessageThat().contains("other widths than [1, 2], got [2]");
  }

  /** Where each network is one cell, Jeffreys' Beta(k + 1/2, n - k + 1/2); SciPy's quantiles. */
  @Test
  void sharesOfSingleCellsAreNearJeffreys() {
    double[][] cells =
        IntStream.range(0, 16)
            .mapToObj(i -> new double[] {i < 12 ? 1 : 0, 1})
            .toArray(double[][]::new);
    Interval interval = Samples.shares(1, cells).mean().interval();
    assertThat(interval.low()).isWithin(0.04).of(0.5093);
    assertThat(interval.high()).isWithin(0.04).of(0.9092);
  }

  @Test
  void threeOfThreeCellsAreNotAllCells() {
    double[] one = {1, 1};
    Estimate all = Samples.shares(1, one, one, one).mean();
    assertThat(all.value()).isEqualTo(1);
    assertThat(all.interval().high()).isEqualTo(1);
    assertThat(all.interval().low()).isLessThan(0.6);
    // Three networks that agree: half of all would do so one time in eight.
    assertThat(all.pAbove(0.5)).isAtLeast(0.125);
    double[] many = {64, 64};
    Estimate alike = Samples.shares(1, many, many, many).mean();
    assertThat(alike.interval().low()).isWithin(1e-12).of(all.interval().low());
  }

  /** Of five widths, in one of which one cell of 32 is not: so near to all, draws lie below. */
  @Test
  void intervalsHoldTheNumberItself() {
    double[] nearly = {31, 32};
    ByWidth runs = Samples.shares(32, nearly, nearly, nearly);
    for (int width : new int[] {2, 4, 8, 16}) {
      double[] all = {width, width};
      runs = Samples.and(runs, Samples.shares(width, all, all, all));
    }
    Estimate share = runs.mean();
    assertThat(share.value()).isWithin(1e-12).of((4 + 31.0 / 32) / 5);
    assertThat(share.interval().low()).isLessThan(share.value());
    assertThat(share.interval().high()).isEqualTo(1);
  }

  @Test
  void cellsOfNetworksThatHaveNoneSayNothing() {
    ByWidth runs = Samples.shares(2, new double[] {3, 4}, new double[] {0, 0}, new double[] {1, 2});
    assertThat(runs.mean().value()).isWithin(1e-12).of(4.0 / 6);
    assertThat(Samples.shares(2, new double[] {0, 0}).mean().value()).isNaN();
    assertThrows(IllegalArgumentException.class, () -> new Share(3, 2));
  }

  @Test
  void differencesOfSharesAreDrawnToo() {
    double[] most = {15, 16};
    double[] few = {2, 16};
    Estimate difference =
        Samples.shares(1, most, most, most).minus(Samples.shares(2, few, few, few));
    assertThat(difference.value()).isWithin(1e-12).of(13.0 / 16);
    assertThat(difference.pAbove(0)).isLessThan(0.05);
    assertThat(difference.interval().low()).isGreaterThan(0.0);
    assertThat(difference.interval().high()).isAtMost(1.0);
  }

  /** Fisher's exact test of 0 of 8 against 4 of 8 cells: 0.0385 one-sided (SciPy). */
  @Test
  void differencesOfSharesAreRarerThanCellsDealtOutAtRandom() {
    double[] none = {0, 1};
    double[] one = {1, 1};
    ByWidth tight = Samples.shares(1, none, none, none, none, none, none, none, none);
    ByWidth wide = Samples.shares(2, one, one, one, one, none, none, none, none);
    assertThat(wide.minus(tight).pAbove(0)).isWithin(0.006).of(0.0385);
    assertThat(tight.minus(wide).pBelow(0)).isWithin(0.006).of(0.0385);
  }

  /** 0 of 10 cells below width 4 and 20 of 120 above, of few networks: chance gives it, too. */
  @Test
  void noneOfFewCellsIsNotFewerThanSomeOfMany() {
    ByWidth below = Samples.shares(1, cells(4, 0, 1));
    below = Samples.and(below, Samples.shares(2, cells(3, 0, 2)));
    ByWidth above = Samples.shares(4, cells(2, 0, 4));
    above = Samples.and(above, Samples.shares(8, cells(2, 1, 8)));
    above = Samples.and(above, Samples.shares(16, cells(2, 4, 16)));
    above = Samples.and(above, Samples.shares(32, cells(2, 5, 32)));
    assertThat(below.minus(above).pBelow(0)).isGreaterThan(0.1);
  }

  private static double[][] cells(int networks, double counted, double of) {
    return IntStream.range(0, networks)
        .mapToObj(i -> new double[] {counted, of})
        .toArray(double[][]::new);
  }

  /** Whether intervals hold the truth as often as they say; printed. */
  @Test
  void intervalsOfSharesHoldTheTruth() {
    Object[][] kinds = {
      {3, 1, 0.5, 1.0},
      {8, 1, 0.5, 1.0},
      {8, 1, 0.9, 1.0},
      {3, 32, 0.5, 0.1},
      {3, 32, 0.5, 0.3},
      {3, 16, 0.95, 0.0},
      {10, 32, 0.2, 0.1}
    };
    for (Object[] kind : kinds) {
      double share = (double) kind[2];
      double held =
          share(
              100,
              samples -> {
                Interval i =
                    samples
                        .cells(1, (int) kind[0], (int) kind[1], share, (double) kind[3])
                        .mean()
                        .interval();
                return i.low() <= share && share <= i.high();
              });
      String what =
          format(
              "%s networks of %s cells, share %s, alike %s: %.1f %% of intervals hold it",
              kind[0], kind[1], share, kind[3], 100 * held);
      System.out.println(what);
      // 95 % wanted, 92 % known of so few networks; 3 s.d. of 100 trials are 7 points.
      assertWithMessage(what).that(held).isAtLeast(0.85);
    }
  }

  /** "About half": 35 to 65 %, six widths less one, by the study's runs of each; printed. */
  @Test
  void equivalenceOfSharesSaysYesToTheTruthAndNoToItsBounds() {
    double half = share(100, samples -> aboutHalf(samples, 0.5));
    double edge = share(100, samples -> aboutHalf(samples, 0.65));
    System.out.println(
        format(
            "about half is confirmed: of 50 %% %.1f %%, of 65 %% %.1f %%", 100 * half, 100 * edge));
    assertThat(half).isAtLeast(0.75);
    assertThat(edge).isAtMost(0.12); // 5 % by the test, 3 s.d. of 100 trials are 7 points
  }

  private static boolean aboutHalf(Samples samples, double share) {
    ByWidth runs = samples.cells(2, 6, 2, share, 0.05);
    runs = Samples.and(runs, samples.cells(4, 4, 4, share, 0.05));
    for (int width : new int[] {8, 16, 32}) {
      runs = Samples.and(runs, samples.cells(width, 3, width, share, 0.05));
    }
    return runs.mean().pBetween(0.35, 0.65) < 0.05;
  }

  /**
   * Cells of the study's networks, of which as many are opponent at every width: their slope, and
   * what ranks would say of them; printed.
   */
  @Test
  void slopesOfSharesKeepTheirLevelWhereRanksDoNot() {
    double[] rising = {0, 0};
    double[] falling = {0, 0};
    int studies = 60;
    share(
        studies,
        samples -> {
          ByWidth runs = studyOf(samples, 0.3, 0.1);
          Estimate slope = runs.slope();
          Trend trend = runs.trend();
          rising[0] += slope.pAbove(0) < 0.05 ? 100.0 / studies : 0;
          falling[0] += slope.pBelow(0) < 0.05 ? 100.0 / studies : 0;
          rising[1] += trend.pRises() < 0.05 ? 100.0 / studies : 0;
          falling[1] += trend.pFalls() < 0.05 ? 100.0 / studies : 0;
          return true;
        });
    System.out.println(
        format(
            "no trend of a share of 0.3 in %d studies: slope rises in %.1f %%, falls in %.1f %%;"
                + " ranks rise in %.1f %%, fall in %.1f %%",
            studies, rising[0], falling[0], rising[1], falling[1]));
    // 5 % by the test; 3 s.d. of so many trials are 8 points. Of ranks as ByWidth.trend says.
    assertThat(rising[0]).isAtMost(13);
    assertThat(falling[0]).isAtMost(13);
    assertThat(rising[1]).isAtLeast(17);
  }

  /** Where widths of one cell have all or none most often; cells of a network are independent. */
  @Test
  void slopesAndDifferencesOfRareSharesKeepTheirLevel() {
    double[] found = {0, 0};
    int studies = 60;
    share(
        studies,
        samples -> {
          ByWidth runs = studyOf(samples, 0.9, 0);
          found[0] += runs.slope().pBelow(0) < 0.05 ? 100.0 / studies : 0;
          Estimate more = runs.only(width -> width < 4).minus(runs.only(width -> width >= 4));
          found[1] += more.pAbove(0) < 0.05 ? 100.0 / studies : 0;
          return true;
        });
    System.out.println(
        format(
            "no trend of a share of 0.9 in %d studies: slope falls in %.1f %%, more below 4 in %.1f %%",
            studies, found[0], found[1]));
    assertThat(found[0]).isAtMost(13);
    assertThat(found[1]).isAtMost(13);
  }

  /** Networks as uneven by width as the study's. */
  private static ByWidth studyOf(Samples samples, double share, double alike) {
    int[] networks = {8, 6, 4, 3, 3, 3};
    ByWidth runs = samples.cells(1, networks[0], 1, share, alike);
    for (int i = 1; i < networks.length; i++) {
      runs = Samples.and(runs, samples.cells(1 << i, networks[i], 1 << i, share, alike));
    }
    return runs;
  }

  /** Widths of unequal numbers and spreads; printed. */
  @Test
  void testsOfMeansKeepTheirLevel() {
    double size =
        share(
            2000,
            samples ->
                samples.normal(1, 8, 0, 2).minus(samples.normal(2, 3, 0, 1)).pAbove(0) < 0.05);
    double power =
        share(
            2000,
            samples ->
                samples.normal(1, 8, 3, 2).minus(samples.normal(2, 3, 0, 1)).pAbove(0) < 0.05);
    double equal =
        share(
            2000,
            samples ->
                samples.normal(1, 3, 1, 0.1).minus(samples.normal(2, 3, 0, 0.1)).pBetween(-1, 1)
                    < 0.05);
    System.out.println(
        format(
            "difference of means: size %.3f, power %.3f; equivalence: size %.3f",
            size, power, equal));
    assertThat(size).isWithin(0.018).of(0.05);
    assertThat(power).isGreaterThan(0.85);
    assertThat(equal).isAtMost(0.068);
  }

  private static double share(int trials, Predicate<Samples> held) {
    return IntStream.range(0, trials).filter(seed -> held.test(new Samples(seed))).count()
        / (double) trials;
  }
}
