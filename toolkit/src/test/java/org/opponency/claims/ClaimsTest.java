package org.opponency.claims;

import static com.google.common.truth.Truth.assertThat;
import static org.opponency.evaluation.Networks.alive;
import static org.opponency.evaluation.Networks.dead;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Trend;
import org.opponency.study.networks.Scale;

class ClaimsTest {
  /** Three runs of each of the paper's widths, around a mean a width. */
  private static ByWidth runs(double... means) {
    List<Measured<Double>> rows = new ArrayList<>();
    for (int i = 0; i < means.length; i++) {
      for (int run = -1; run <= 1; run++) {
        rows.add(alive(1 << i, means[i] + 0.001 * run + 0.0001 * i));
      }
    }
    return new ByWidth("measure", rows);
  }

  private static final ByWidth FALLING = runs(0.6, 0.55, 0.5, 0.45, 0.4, 0.35);
  private static final ByWidth RISING = runs(0.35, 0.4, 0.45, 0.5, 0.55, 0.6);
  private static final ByWidth FLAT =
      new ByWidth("measure", List.of(alive(1, 0.4), alive(1, 0.6), alive(2, 0.41), alive(2, 0.59)));

  private static final List<ClaimRow> NOTHING_MEASURED = Claims.ledger(Evidence.none(Scale.LAPTOP));

  /** Of a criterion that looks at no trend: that would take a million permutations. */
  private static ClaimVerdict judge(Criterion criterion, ByWidth runs) {
    return criterion.judge(runs, null).verdict();
  }

  private static ClaimVerdict judgeTrend(Criterion criterion, Trend trend) {
    return criterion.judge(FLAT, trend).verdict();
  }

  @Test
  void onlyTrendsThatAreClaimedCountAsTests() {
    Evidence trends =
        Evidence.none(Scale.LAPTOP).with(Quantity.SHAPE_BIAS, FLAT).with(Quantity.AURRA, FLAT);
    Evidence more = trends.with(Quantity.ACCURACY, FLAT).with(Quantity.RETINA2_COLOUR, FLAT);
    assertThat(more.trends()).isEqualTo(trends.trends());
    assertThat(more.trends().keySet()).containsExactly(Quantity.SHAPE_BIAS, Quantity.AURRA);
  }

  @Test
  void partOfTheLedgerIsNeverJudgedMoreLeniently() {
    Evidence part = Evidence.none(Scale.LAPTOP).with(Quantity.SHAPE_BIAS, FLAT);
    Trend alone = part.trends().get(Quantity.SHAPE_BIAS);
    Trend asOne = part.trendsOfPart().get(Quantity.SHAPE_BIAS);
    assertThat(alone.pCorrected()).isEqualTo(alone.p());
    assertThat(asOne.p()).isEqualTo(alone.p());
    assertThat(asOne.pCorrected()).isEqualTo(Math.min(1, 6 * alone.p()));
  }

  @Test
  void perturbationsAreThoseThatWereTried() {
    ByWidth small = new ByWidth("measure", List.of(alive(1, 0.3)));
    assertThat(judge(Criterion.budgetsUpTo(0.3), small)).isEqualTo(ClaimVerdict.REPRODUCED);
    assertThat(judge(Criterion.budgetsUpTo(1.0), small)).isEqualTo(ClaimVerdict.DIFFERS);
  }

  @Test
  void trendsAreReproducedDifferOrStayOpen() {
    Trend falling = FALLING.trend();
    Trend rising = RISING.trend();
    Trend flat = FLAT.trend();
    assertThat(judgeTrend(Criterion.falls(), falling)).isEqualTo(ClaimVerdict.REPRODUCED);
    assertThat(judgeTrend(Criterion.falls(), rising)).isEqualTo(ClaimVerdict.DIFFERS);
    assertThat(judgeTrend(Criterion.falls(), flat)).isEqualTo(ClaimVerdict.NOT_DECIDABLE);
    assertThat(judgeTrend(Criterion.rises(), rising)).isEqualTo(ClaimVerdict.REPRODUCED);
    assertThat(judgeTrend(Criterion.rises(), falling)).isEqualTo(ClaimVerdict.DIFFERS);
    assertThat(judgeTrend(Criterion.noTrend(), flat)).isEqualTo(ClaimVerdict.REPRODUCED);
    assertThat(judgeTrend(Criterion.noTrend(), falling)).isEqualTo(ClaimVerdict.DIFFERS);
    ByWidth single = new ByWidth("measure", List.of(alive(1, 0.4), alive(2, 0.5)));
    assertThat(Criterion.noTrend().judge(single, flat).verdict())
        .isEqualTo(ClaimVerdict.NOT_DECIDABLE);
  }

  @Test
  void highestMeanMustExceedEveryOtherBeyondChance() {
    assertThat(judge(Criterion.highestAt(1), FALLING)).isEqualTo(ClaimVerdict.REPRODUCED);
    assertThat(judge(Criterion.highestAt(1), RISING)).isEqualTo(ClaimVerdict.DIFFERS);
    assertThat(judge(Criterion.highestAt(1), FLAT)).isEqualTo(ClaimVerdict.NOT_DECIDABLE);
  }

  @Test
  void pooledWidthsAreComparedWithTheRest() {
    assertThat(judge(Criterion.lowerBelow(4), RISING)).isEqualTo(ClaimVerdict.REPRODUCED);
    assertThat(judge(Criterion.lowerBelow(4), FALLING)).isEqualTo(ClaimVerdict.DIFFERS);
    assertThat(judge(Criterion.higherBelow(4), FALLING)).isEqualTo(ClaimVerdict.REPRODUCED);
  }

  @Test
  void noneMeansNoneInAnyRun() {
    assertThat(judge(Criterion.noneAt(1), new ByWidth("m", List.of(alive(1, 0)))))
        .isEqualTo(ClaimVerdict.REPRODUCED);
    assertThat(judge(Criterion.noneAt(1), FLAT)).isEqualTo(ClaimVerdict.DIFFERS);
    var dead = new ByWidth("m", List.of(dead(1, 0)));
    assertThat(judge(Criterion.noneAt(1), dead)).isEqualTo(ClaimVerdict.NOT_DECIDABLE);
  }

  @Test
  void boundsAreHeldAgainstIntervals() {
    assertThat(judge(Criterion.between(0.3, 0.7, width -> true), FALLING))
        .isEqualTo(ClaimVerdict.REPRODUCED);
    assertThat(judge(Criterion.between(0.5, 1, width -> true), FALLING))
        .isEqualTo(ClaimVerdict.DIFFERS);
    assertThat(judge(Criterion.between(0.45, 0.7, width -> true), FLAT))
        .isEqualTo(ClaimVerdict.NOT_DECIDABLE);
    assertThat(judge(Criterion.between(0.9, 1, width -> true), runs(0.9995, 0.9995)))
        .isEqualTo(ClaimVerdict.REPRODUCED);
  }

  @Test
  void spreadDecidesWhetherWidthsAgree() {
    assertThat(judge(Criterion.withinOneDeviationFrom(4), FALLING)).isEqualTo(ClaimVerdict.DIFFERS);
    assertThat(judge(Criterion.withinOneDeviationFrom(1), FLAT)).isEqualTo(ClaimVerdict.REPRODUCED);
  }

  @Test
  void runsAreCounted() {
    assertThat(judge(Criterion.runsAWidth(3), FALLING)).isEqualTo(ClaimVerdict.REPRODUCED);
    assertThat(judge(Criterion.runsAWidth(5), FALLING)).isEqualTo(ClaimVerdict.DIFFERS);
  }

  @Test
  void standardNetworkIsWidthZero() {
    var runs =
        new ByWidth("m", List.of(alive(1, 0.5), alive(1, 0.51), alive(0, 0.2), alive(0, 0.21)));
    assertThat(judge(Criterion.higherAt(1, 0), runs)).isEqualTo(ClaimVerdict.REPRODUCED);
    assertThat(judge(Criterion.higherAt(1, 0), runs.withRetina()))
        .isEqualTo(ClaimVerdict.NOT_DECIDABLE);
  }

  @Test
  void ledgerListsEveryClaimAndSaysWhatIsMissing() {
    List<ClaimRow> rows = NOTHING_MEASURED;
    assertThat(rows.size()).isAtLeast(20);
    assertThat(rows.stream().map(ClaimRow::verdict).collect(Collectors.toSet()))
        .isEqualTo(Set.of("not measured yet", "not testable at this scale"));
    assertThat(rows.stream().allMatch(row -> row.measured().isEmpty())).isTrue();
    assertThat(rows.stream().map(ClaimRow::claim).distinct().count()).isEqualTo(rows.size());
  }

  @Test
  void verdictsFollowTheEvidence() {
    Evidence evidence =
        Evidence.none(Scale.LAPTOP)
            .with(Quantity.SHAPE_BIAS, FALLING)
            .with(Quantity.AURRA, RISING)
            .with(Quantity.ACCURACY, RISING);
    List<ClaimRow> rows = Claims.ledger(evidence);
    assertThat(verdict(rows, "a small increase in shape bias")).isEqualTo("reproduced");
    assertThat(verdict(rows, "Width 1 has the highest shape bias")).isEqualTo("reproduced");
    assertThat(verdict(rows, "(AURRA)")).isEqualTo("differs");
    assertThat(verdict(rows, "within 2 %")).isEqualTo("not testable at this scale");
    assertThat(row(rows, "a small increase").measured()).contains("width 1: 60.0 % [");
  }

  @Test
  void publishedRunsAreHeldAgainstTheSameTests() {
    List<ClaimRow> rows = NOTHING_MEASURED;
    ClaimRow shape = row(rows, "a small increase in shape bias");
    assertThat(shape.published()).contains("width 1: 23.4 %");
    assertThat(Stream.of(ClaimVerdict.values()).map(ClaimVerdict::label).toList())
        .contains(shape.publishedRuns());
    assertThat(row(rows, "within 2 %").published()).isEqualTo("76.15 %");
  }

  private static String verdict(List<ClaimRow> rows, String text) {
    return row(rows, text).verdict();
  }

  private static ClaimRow row(List<ClaimRow> rows, String text) {
    return rows.stream().filter(row -> row.claim().contains(text)).findFirst().orElseThrow();
  }
}
