package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.evaluation.Networks.alive;
import static org.opponency.evaluation.Networks.dead;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByWidthTest {
  /** Three widths, two runs each: no trend without error, no ties. */
  private static final double[] VALUES = {0.3, 0.5, 0.45, 0.2, 0.1, 0.25};

  private static ByWidth runs(double... values) {
    List<Measured<Double>> rows = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      rows.add(alive(1 << i / 2, values[i]));
    }
    return new ByWidth("measure", rows);
  }

  /**
   * By hand: 0.1 and 0.3 have mean 0.2, s.d. sqrt(0.02) and t(0.975, 1) = 12.706 for their ends.
   */
  @Test
  void meansLeaveTheDeadOutAndNameThem() {
    ByWidth runs =
        new ByWidth(
            "m", List.of(alive(2, 0.4), alive(1, 0.1), dead(1, 9), alive(1, 0.3), dead(4, 7)));
    assertThat(runs.dead()).containsExactly("width 1, run 1", "width 4, run 1").inOrder();
    List<WidthMean> means = runs.means();
    assertThat(means).hasSize(3);
    WidthMean two = means.get(0);
    assertThat(two.measure()).isEqualTo("m");
    assertThat(two.mean()).isWithin(1e-12).of(0.2);
    assertThat(two.sd()).isWithin(1e-12).of(Math.sqrt(0.02));
    assertThat(two.spread()).isEqualTo(two.sd());
    assertThat(two.interval().low()).isWithin(1e-4).of(0.2 - 12.7062 * 0.1);
    assertThat(two.interval().high()).isWithin(1e-4).of(0.2 + 12.7062 * 0.1);
    assertThat(two.runs()).isEqualTo(2);
    assertThat(two.dead()).isEqualTo(1);
    WidthMean single = means.get(1);
    assertThat(single.mean()).isEqualTo(0.4);
    assertThat(single.sd()).isNaN();
    assertThat(single.spread()).isEqualTo(0);
    assertThat(single.interval().low()).isNaN();
    WidthMean none = means.get(2);
    assertThat(none.runs()).isEqualTo(0);
    assertThat(none.mean()).isNaN();
    assertThat(none.spread()).isNaN();
  }

  @Test
  void valuesOfTheLivingAreGroupedByWidthAndDeadWidthsStayEmpty() {
    var byWidth =
        Measured.byWidth(List.of(alive(32, 1), alive(1, 2), dead(1, 3), alive(1, 4), dead(2, 5)));
    assertThat(byWidth)
        .containsExactly(1, List.of(2.0, 4.0), 2, List.of(), 32, List.of(1.0))
        .inOrder();
  }

  @Test
  void exactValuesAgreeWithFullEnumeration() {
    Trend trend = runs(VALUES).trend();
    double[] p = enumerate(VALUES);
    assertThat(trend.exact()).isTrue();
    assertThat(trend.pRises()).isWithin(1e-12).of(p[0]);
    assertThat(trend.pFalls()).isWithin(1e-12).of(p[1]);
    assertThat(trend.errorOfP()).isEqualTo(0);
    assertThat(trend.leastP()).isWithin(1e-12).of(8.0 / 720);
  }

  @Test
  void tiedValuesArePermuted() {
    double[] tied = {0.3, 0.3, 0.25, 0.2, 0.2, 0.1};
    Trend trend = runs(tied).trend();
    double[] p = enumerate(tied);
    assertThat(trend.exact()).isFalse();
    assertThat(trend.errorOfP()).isGreaterThan(0);
    assertThat(Math.abs(trend.pFalls() - p[1])).isLessThan(4 * trend.errorOfP());
    assertThat(trend.pRises()).isWithin(0.005).of(p[0]);
    // 12 pairs from different groups: 11 fall and one, 0.2 and 0.2, counts half.
    assertThat(trend.effect()).isWithin(1e-12).of(-11.0 / 12);
  }

  /** One-sided p, of a rise and of a fall, over all 720 orders of six values. */
  private static double[] enumerate(double[] values) {
    List<double[]> orders = new ArrayList<>();
    permute(values.clone(), 0, orders);
    int high = 0;
    int low = 0;
    for (double[] order : orders) {
      high += pairs(order) >= pairs(values) ? 1 : 0;
      low += pairs(order) <= pairs(values) ? 1 : 0;
    }
    return new double[] {high / 720.0, low / 720.0};
  }

  private static void permute(double[] values, int from, List<double[]> orders) {
    if (from == values.length) {
      orders.add(values.clone());
    }
    for (int i = from; i < values.length; i++) {
      swap(values, from, i);
      permute(values, from + 1, orders);
      swap(values, from, i);
    }
  }

  private static void swap(double[] values, int i, int j) {
    double kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }

  private static double pairs(double[] v) {
    double count = 0;
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        if (i / 2 < j / 2) {
          count += v[j] > v[i] ? 1 : v[j] == v[i] ? 0.5 : 0;
        }
      }
    }
    return count;
  }

  /** Of three groups at 0, 1 and 2: half the difference of the outer means. */
  private static double slope(double[] v) {
    return (v[4] + v[5] - v[0] - v[1]) / 4;
  }

  @Test
  void slopeIsTheChangeADoubling() {
    Trend trend = runs(VALUES).trend();
    assertThat(trend.slope()).isWithin(1e-12).of(slope(VALUES));
    assertThat(runs(1, 1.1, 3, 3.1, 5, 5.1).trend().slope()).isWithin(1e-12).of(2);
  }

  @Test
  void nullDistributionIsThatOfAllOrders() {
    double[] distribution = Jonckheere.distribution(2, 2, 2);
    double[] counted = new double[13];
    List<double[]> orders = new ArrayList<>();
    permute(new double[] {1, 2, 3, 4, 5, 6}, 0, orders);
    orders.forEach(order -> counted[(int) pairs(order)] += 1 / 720.0);
    assertThat(distribution).usingTolerance(1e-12).containsExactly(counted).inOrder();
  }

  @Test
  void nullDistributionOfManyRunsSumsToOneAndIsSymmetric() {
    double[] distribution = Jonckheere.distribution(10, 10, 10, 10, 10, 10);
    assertThat(distribution).hasLength(1501);
    double sum = 0;
    for (int i = 0; i < distribution.length; i++) {
      sum += distribution[i];
      assertThat(distribution[i])
          .isWithin(1e-12 * distribution[i])
          .of(distribution[distribution.length - 1 - i]);
    }
    assertThat(sum).isWithin(1e-12).of(1);
    // The most extreme order is one of 60! / (10!)^6.
    assertThat(distribution[0]).isWithin(1e-55).of(2.7441215719410725e-43);
  }

  @Test
  void perfectOrderHasEffectOne() {
    assertThat(runs(1, 2, 3, 4, 5, 6).trend().effect()).isEqualTo(1);
    assertThat(runs(6, 5, 4, 3, 2, 1).trend().pFalls()).isWithin(1e-12).of(8.0 / 720);
    assertThat(runs(6, 5, 4, 3, 2, 1).trend().pRises()).isWithin(1e-12).of(1);
  }

  @Test
  void illDefinedTrendsAreNaNWithOneWarning() {
    assertNone(runs(1, 2), "two widths or more, got [1]");
    assertNone(runs(1, 1, 1, 1), "all values are equal");
    assertNone(runs(1, 1, Double.POSITIVE_INFINITY, 2), "not finite");
    assertNone(new ByWidth("m", List.of(alive(0, 1), alive(1, 2))), "width 0");
    assertNone(new ByWidth("m", List.of(dead(1, 1), alive(2, 2))), "got [2]");
  }

  private static void assertNone(ByWidth runs, String reason) {
    Trend trend = runs.trend();
    assertThat(trend.pRises()).isNaN();
    assertThat(trend.effect()).isNaN();
    assertThat(trend.warning()).contains(reason);
  }

  /** By hand: sorted 0.01 x 3, 0.02 x 2 (0.04), 0.03 x 1, which may not fall below 0.04. */
  @Test
  void holmCorrectsForTheNumberOfTests() {
    double[] corrected = Holm.corrected(0.03, Double.NaN, 0.01, 0.02);
    assertThat(corrected[0]).isWithin(1e-12).of(0.04);
    assertThat(corrected[1]).isNaN();
    assertThat(corrected[2]).isWithin(1e-12).of(0.03);
    assertThat(corrected[3]).isWithin(1e-12).of(0.04);
    assertThat(Holm.corrected(0.6, 0.7)).usingTolerance(1e-12).containsExactly(1, 1).inOrder();
  }

  @Test
  void differencesAreTakenNetworkByNetwork() {
    ByWidth ours = new ByWidth("m", List.of(alive(1, 0.5), alive(2, 0.75)));
    ByWidth others = new ByWidth("other", List.of(alive(2, 0.5), alive(1, 0.25), alive(4, 1)));
    assertThat(ours.above(others).measure()).isEqualTo("m above other");
    assertThat(ours.above(others).at(1).mean()).isEqualTo(0.25);
    assertThat(ours.above(others).at(2).mean()).isEqualTo(0.25);
    assertThat(ours.above("half", 0.5).at(2).mean()).isEqualTo(0.25);
    var refusal = assertThrows(IllegalArgumentException.class, () -> others.above(ours));
    assertThat(refusal).hasMessageThat().contains("\"width 4, run 0\"");
  }

  /** A network without a value spoils no mean, and is not among its runs. */
  @Test
  void networksWithoutSuchCellsStandBehindNoShare() {
    ByWidth runs = Samples.shares(2, new double[] {1, 2}, new double[] {0, 0}, new double[] {2, 2});
    assertThat(runs.at(2).mean()).isEqualTo(0.75);
    assertThat(runs.at(2).runs()).isEqualTo(2);
    assertThat(runs.at(2).sd()).isWithin(1e-12).of(Math.sqrt(0.125));
    ByWidth both = Samples.and(runs, Samples.shares(1, new double[] {0, 1}, new double[] {1, 1}));
    assertThat(both.trend().warning()).contains("ranks say little of shares");
    assertThat(both.trend().pRises()).isGreaterThan(0);
  }

  /** By hand: of 0.2, 0.4 and 0.6 at 1, 2 and 4 a fifth a doubling. */
  @Test
  void slopeGoesThroughTheWidthsMeans() {
    assertThat(runs(0.1, 0.3, 0.5, 0.3, 0.6, 0.6).slope().value()).isWithin(1e-12).of(0.2);
    assertThat(runs(0.1, 0.3).slope().value()).isNaN();
  }

  /** By hand: 0.2 and 0.3 have mean 0.25, s.d. sqrt(0.005) and ends 12.706 times 0.05 away. */
  @Test
  void networksWithoutAValueAreLeftOut() {
    ByWidth runs =
        new ByWidth(
            "m", List.of(alive(1, 0.2), alive(1, Double.NaN), alive(1, 0.3), alive(2, Double.NaN)));
    WidthMean mean = runs.at(1);
    assertThat(mean.mean()).isWithin(1e-12).of(0.25);
    assertThat(mean.runs()).isEqualTo(2);
    assertThat(mean.sd()).isWithin(1e-12).of(Math.sqrt(0.005));
    assertThat(mean.interval().low()).isWithin(1e-4).of(0.25 - 12.7062 * 0.05);
    assertThat(runs.at(2).runs()).isEqualTo(0);
    assertThat(runs.at(2).mean()).isNaN();
    assertThat(runs.known().widths()).isEqualTo(new int[] {1});
  }
}
