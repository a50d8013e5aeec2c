package org.opponency.study;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyByWidthTest {
  @Test
  void meanAndDeviationOfEachWidthInIncreasingOrder() {
    var rows = AccuracyByWidth.of(List.of(alive(4, 0.2), alive(1, 0.5), alive(4, 0.4)));
    assertThat(rows.stream().map(AccuracyByWidth::width)).containsExactly(1, 4).inOrder();
    AccuracyByWidth four = rows.get(1);
    assertThat(four.runs()).isEqualTo(2);
    assertThat(four.dead()).isEqualTo(0);
    assertThat(four.mean()).isWithin(1e-12).of(0.3);
    // Squared distances 0.01 + 0.01, over n - 1 = 1.
    assertThat(four.sd()).isWithin(1e-12).of(Math.sqrt(0.02));
  }

  @Test
  void deadRunIsLeftOutAndCounted() {
    var rows = AccuracyByWidth.of(List.of(alive(2, 0.4), dead(2, 0.1), alive(2, 0.6)));
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).runs()).isEqualTo(2);
    assertThat(rows.get(0).dead()).isEqualTo(1);
    assertThat(rows.get(0).mean()).isWithin(1e-12).of(0.5);
  }

  @Test
  void deadRunsAloneHaveNoMean() {
    AccuracyByWidth row = AccuracyByWidth.of(List.of(dead(1, 0.1))).get(0);
    assertThat(row.runs()).isEqualTo(0);
    assertThat(row.dead()).isEqualTo(1);
    assertThat(row.mean()).isNaN();
    assertThat(row.sd()).isNaN();
    assertThat(AccuracyByWidth.of(List.of())).isEmpty();
  }

  @Test
  void agreementIsAMeanWithinThisDeviation() {
    var ours = new AccuracyByWidth(4, 3, 0, 0.50, 0.02);
    assertThat(ours.agreesWith(new AccuracyByWidth(4, 3, 0, 0.51, 0.001))).isTrue();
    assertThat(ours.agreesWith(new AccuracyByWidth(4, 3, 0, 0.47, 0.2))).isFalse();
    assertThat(ours.agreesWith(new AccuracyByWidth(4, 0, 3, Double.NaN, Double.NaN))).isFalse();
  }

  private static ModelAccuracy alive(int width, double top1) {
    return new ModelAccuracy("alive", width, 0, 0, false, 10, 0, top1, 1);
  }

  private static ModelAccuracy dead(int width, double top1) {
    return new ModelAccuracy("dead", width, 0, 3, true, 10, 0, top1, 1);
  }
}
