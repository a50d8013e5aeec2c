package org.opponency.study.census;

import static com.google.common.truth.Truth.assertThat;
import static org.opponency.evaluation.Networks.measured;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.evaluation.Interval;
import org.opponency.evaluation.Measured;
import org.opponency.physiology.OpponencyCounts;

class OpponencyFactorsTest {
  @Test
  void opponencyIsTheProductOfItsFactors() {
    OpponencyFactors row =
        of(
            List.of(
                measured(2, 0, false, new OpponencyCounts(2, 2, 1, 1)),
                measured(2, 1, false, new OpponencyCounts(2, 1, 2, 1)),
                measured(2, 2, true, new OpponencyCounts(2, 0, 0, 0))));
    assertThat(row.runs()).isEqualTo(2);
    assertThat(row.cells()).isEqualTo(4);
    assertThat(row.opponent()).isEqualTo(0.5);
    assertThat(row.positive()).isEqualTo(0.75);
    assertThat(row.crossingIfPositive()).isWithin(1e-12).of(2.0 / 3);
    assertThat(row.crossing()).isEqualTo(0.75);
    // Two networks: a resample has the one, the other or both.
    assertThat(row.positiveInterval()).isEqualTo(new Interval(0.5, 1));
    assertThat(row.crossingIfPositiveInterval()).isEqualTo(new Interval(0.5, 1));
  }

  @Test
  void threeCellsThatAgreeAreNoCertainty() {
    List<Measured<OpponencyCounts>> networks = new ArrayList<>();
    for (int run = 0; run < 3; run++) {
      networks.add(measured(1, run, false, new OpponencyCounts(1, 1, 0, 0)));
    }
    OpponencyFactors row = of(networks);
    assertThat(row.positiveInterval()).isEqualTo(Interval.ofShare(3, 3));
    assertThat(row.positiveInterval().low()).isWithin(0.001).of(0.438); // Wilson: n / (n + z^2)
    assertThat(row.opponentInterval()).isEqualTo(Interval.ofShare(0, 3));
  }

  @Test
  void networksThatAgreeOnAHalfAreNoCertaintyEither() {
    OpponencyFactors row =
        of(
            List.of(
                measured(2, 0, false, new OpponencyCounts(2, 1, 1, 1)),
                measured(2, 1, false, new OpponencyCounts(2, 1, 2, 1))));
    assertThat(row.positiveInterval()).isEqualTo(Interval.ofShare(2, 4));
    assertThat(row.crossingIfPositiveInterval()).isEqualTo(Interval.ofShare(2, 2));
  }

  @Test
  void withoutPositiveBaselinesNothingIsKnownOfCrossingThem() {
    OpponencyFactors row = of(List.of(measured(1, 0, false, new OpponencyCounts(3, 0, 2, 0))));
    assertThat(row.crossingIfPositive()).isNaN();
    assertThat(row.crossingIfPositiveInterval().low()).isNaN();
    assertThat(row.opponent()).isEqualTo(0.0);
  }

  private static OpponencyFactors of(List<Measured<OpponencyCounts>> networks) {
    List<OpponencyFactors> rows = OpponencyFactors.of("toys", "hues", networks);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  @Test
  void everyPublishedConditionHasSixWidths() {
    List<OpponencyFactors> rows = OpponencyFactors.published(PublishedCensus.RETINA_2);
    assertThat(rows).hasSize(6 * PublishedCondition.values().length);
    for (OpponencyFactors row : rows) {
      boolean grey = row.networks().equals("published, CIFAR-10 in grey");
      assertThat(row.stimuli()).isEqualTo(grey ? "gratings" : "hues");
      assertThat(row.opponentInterval().low()).isAtMost(row.opponent());
      assertThat(row.opponentInterval().high()).isAtLeast(row.opponent());
    }
  }

  @Test
  void changeIsSharedOutBetweenTheFactors() {
    List<OpponencyFactors> rows =
        OpponencyFactors.of(
            "toys",
            "hues",
            List.of(
                measured(1, 0, false, new OpponencyCounts(8, 8, 8, 8)),
                measured(2, 0, false, new OpponencyCounts(8, 8, 8, 8)),
                measured(4, 0, false, new OpponencyCounts(16, 4, 16, 2))));
    OpponencyFactors.Change change = OpponencyFactors.changes(rows).get(0);
    assertThat(change.narrow()).isEqualTo(1);
    assertThat(change.wide()).isEqualTo(4);
    assertThat(change.opponent()).isEqualTo(0.125);
    assertThat(change.positive()).isEqualTo(0.25);
    assertThat(change.crossingIfPositive()).isEqualTo(0.5);
    assertThat(change.byBaseline()).isWithin(1e-12).of(2.0 / 3); // two halvings of three
  }

  /** Not 0, as the logarithm of nothing would have it. */
  @Test
  void whatBaselinesCarryIsUnknownWithoutOpponentCellsAtBothEnds() {
    OpponencyCounts all = new OpponencyCounts(8, 8, 8, 8);
    OpponencyCounts none = new OpponencyCounts(16, 4, 16, 0);
    assertThat(change(all, none).positive()).isEqualTo(0.25);
    assertThat(change(all, none).byBaseline()).isNaN();
    assertThat(change(none, all).byBaseline()).isNaN();
    assertThat(change(none, none).byBaseline()).isNaN();
  }

  private static OpponencyFactors.Change change(OpponencyCounts narrow, OpponencyCounts wide) {
    List<Measured<OpponencyCounts>> networks =
        List.of(measured(1, 0, false, narrow), measured(4, 0, false, wide));
    return OpponencyFactors.changes(OpponencyFactors.of("toys", "hues", networks)).get(0);
  }

  @Test
  void baselineCarriesMostOfThePublishedFall() {
    // From 74 to 13.25 %: baselines from 100 to 24.8125 %.
    OpponencyFactors.Change change =
        OpponencyFactors.changes(OpponencyFactors.published(PublishedCensus.RETINA_2)).get(0);
    assertThat(change.networks()).isEqualTo("published, CIFAR-10 in colour");
    assertThat(change.byBaseline())
        .isWithin(0.001)
        .of(Math.log(0.248125) / Math.log(0.13312 / 0.74));
  }
}
