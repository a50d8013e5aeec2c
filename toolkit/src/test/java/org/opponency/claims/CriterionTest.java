package org.opponency.claims;

import static com.google.common.truth.Truth.assertThat;
import static org.opponency.claims.ClaimVerdict.CONTRADICTS;
import static org.opponency.claims.ClaimVerdict.SUPPORTS;
import static org.opponency.claims.ClaimVerdict.TOO_FEW;
import static org.opponency.evaluation.Networks.dead;
import static org.opponency.evaluation.Networks.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Share;

class CriterionTest {
  /** Three runs of each of the paper's widths, around a mean a width. */
  static ByWidth runs(double... means) {
    List<Measured<Double>> rows = new ArrayList<>();
    for (int i = 0; i < means.length; i++) {
      for (int run = -1; run <= 1; run++) {
        rows.add(measured(1 << i, run + 1, false, means[i] + 0.001 * run + 0.0001 * i));
      }
    }
    return new ByWidth("measure", rows);
  }

  static final ByWidth FALLING = runs(0.6, 0.55, 0.5, 0.45, 0.4, 0.35);
  static final ByWidth RISING = runs(0.35, 0.4, 0.45, 0.5, 0.55, 0.6);

  /** Two widths, two runs each, that differ more from each other than the widths do. */
  static final ByWidth FLAT =
      new ByWidth(
          "measure",
          List.of(
              measured(1, 0, false, 0.4),
              measured(1, 1, false, 0.6),
              measured(2, 0, false, 0.41),
              measured(2, 1, false, 0.59)));

  /** Networks of as many cells as they are wide, each with the same number of them counted. */
  private static ByWidth cells(int width, int networks, int count) {
    List<Measured<Share>> rows = new ArrayList<>();
    for (int run = 0; run < networks; run++) {
      rows.add(measured(width, run, false, new Share(count, width)));
    }
    return ByWidth.ofShares("share", rows, share -> share);
  }

  private static ByWidth both(ByWidth one, ByWidth other) {
    return new ByWidth(
        "share",
        one.shownAs(),
        Stream.concat(one.rows().stream(), other.rows().stream()).toList(),
        Stream.concat(one.shares().stream(), other.shares().stream()).toList());
  }

  private static ClaimVerdict judge(Criterion criterion, ByWidth runs) {
    return criterion.judge(runs).verdict();
  }

  @Test
  void trendsAreToldOneSided() {
    assertThat(judge(Criterion.falls(), FALLING)).isEqualTo(SUPPORTS);
    assertThat(judge(Criterion.falls(), RISING)).isEqualTo(CONTRADICTS);
    assertThat(judge(Criterion.falls(), FLAT)).isEqualTo(TOO_FEW);
    assertThat(judge(Criterion.rises(), RISING)).isEqualTo(SUPPORTS);
    assertThat(judge(Criterion.rises(), FALLING)).isEqualTo(CONTRADICTS);
    Finding falls = Criterion.falls().judge(FALLING);
    assertThat(falls.p()).isEqualTo(FALLING.trend().pFalls());
    assertThat(falls.against()).isEqualTo(FALLING.trend().pRises());
    assertThat(falls.networks()).isEqualTo(18);
    assertThat(falls.numbers()).contains("width 1: 60.0 % [");
    assertThat(falls.numbers()).contains("points a doubling, effect -1.00 of 18 runs");
  }

  /**
   * 6 of 20 one-cell networks (30 %) against 8 of 32 cells of each of 20 (25 %): the share falls,
   * although in 280 of 400 pairs of networks the wider has the larger one.
   */
  @Test
  void sharesFallThoughMostPairsRise() {
    List<Measured<Share>> rows = new ArrayList<>();
    for (int run = 0; run < 20; run++) {
      rows.add(measured(1, run, false, new Share(run < 6 ? 1 : 0, 1)));
      rows.add(measured(32, run, false, new Share(8, 32)));
    }
    ByWidth runs = ByWidth.ofShares("share", rows, share -> share);
    assertThat(runs.trend().pRises()).isLessThan(0.05);
    Finding falls = Criterion.falls().judge(runs);
    assertThat(falls.verdict()).isEqualTo(TOO_FEW);
    assertThat(falls.p()).isLessThan(falls.against());
    assertThat(falls.numbers()).contains("; -1.00 points a doubling [");
    Finding rises = Criterion.rises().judge(runs);
    assertThat(rises.p()).isEqualTo(falls.against());
    assertThat(judge(Criterion.higherBelow(4), runs)).isEqualTo(TOO_FEW);
  }

  @Test
  void sharesThatRiseOrFallAreFound() {
    ByWidth runs = both(cells(1, 8, 1), cells(32, 4, 3));
    assertThat(judge(Criterion.falls(), runs)).isEqualTo(SUPPORTS);
    assertThat(judge(Criterion.rises(), runs)).isEqualTo(CONTRADICTS);
    assertThat(judge(Criterion.higherBelow(4), runs)).isEqualTo(SUPPORTS);
    assertThat(judge(Criterion.lowerBelow(4), runs)).isEqualTo(CONTRADICTS);
    assertThat(judge(Criterion.falls(), cells(1, 8, 1))).isEqualTo(TOO_FEW);
    assertThat(judge(Criterion.lowerBelow(4), cells(1, 8, 1))).isEqualTo(TOO_FEW);
  }

  /** By hand: four of four that changed have one time in sixteen the same sign. */
  @Test
  void whatTrainingAddsIsASignTest() {
    Criterion above = Criterion.aboveRandom(width -> width == 1);
    Finding half = above.judge(changes(1, 0, 1, 1, 0, 1, 0, 0));
    assertThat(half.verdict()).isEqualTo(TOO_FEW);
    assertThat(half.p()).isWithin(1e-12).of(1 / 16.0);
    assertThat(half.numbers()).isEqualTo("width 1: 50.0 %; more in 4, less in 0");
    Finding all = above.judge(changes(1, 1, 1, 1, 1, 1, 1, 1));
    assertThat(all.verdict()).isEqualTo(SUPPORTS);
    assertThat(all.p()).isWithin(1e-12).of(1 / 256.0);
    assertThat(judge(above, changes(-1, -1, -1, -1, -1))).isEqualTo(CONTRADICTS);
    assertThat(above.judge(changes(0, 0)).p()).isEqualTo(1);
  }

  private static ByWidth changes(double... values) {
    List<Measured<Double>> rows = new ArrayList<>();
    for (double value : values) {
      rows.add(measured(1, rows.size(), false, value));
    }
    return new ByWidth("change", rows);
  }

  @Test
  void neitherWidthMayBeAboveTheBound() {
    Criterion neither = Criterion.allAtMost(0.5, width -> width == 1 || width == 4);
    assertThat(judge(neither, runs(0.45, 0.9, 0.24))).isEqualTo(SUPPORTS);
    assertThat(judge(neither, runs(0.62, 0.9, 0.25))).isEqualTo(CONTRADICTS);
  }

  @Test
  void whatSoFewCannotShowIsNoTestOfTheFamily() {
    ByWidth single =
        new ByWidth(
            "m",
            List.of(
                measured(1, 0, false, 0.1),
                measured(2, 0, false, 0.2),
                measured(4, 0, false, 3.0)));
    Finding finding = Criterion.rises().judge(single);
    assertThat(finding.p()).isWithin(1e-12).of(1.0 / 6);
    assertThat(finding.couldTell()).isFalse();
    assertThat(Criterion.rises().judge(RISING).couldTell()).isTrue();
    assertThat(Criterion.alike(0.02, w -> true).judge(single).couldTell()).isFalse();
    assertThat(finding.couldTellContrary()).isFalse();
  }

  /** By hand: four networks have one time in sixteen the same sign, six ranks are dealt 20 ways. */
  @Test
  void norIsTheContraryThatSoFewCannotShow() {
    Criterion above = Criterion.aboveRandom(width -> true);
    assertThat(above.judge(changes(1, 0, 0, -1)).couldTellContrary()).isFalse();
    assertThat(above.judge(changes(1, 0, 0, -1, 0)).couldTellContrary()).isTrue();
    // Eight networks may all be below 10 % by chance, and not above it.
    Finding none = Criterion.atMost(0.1, width -> true).judge(cells(1, 8, 0));
    assertThat(none.couldTell()).isFalse();
    assertThat(none.couldTellContrary()).isTrue();
    Finding all = Criterion.atLeast(0.9, width -> true).judge(cells(1, 8, 1));
    assertThat(all.couldTell()).isFalse();
    assertThat(all.couldTellContrary()).isTrue();
    assertThat(Criterion.between(0, 0.9, width -> true).judge(cells(1, 8, 0)).couldTellContrary())
        .isFalse();
    Criterion alike = Criterion.alike(0.02, width -> true);
    assertThat(alike.judge(runs(0.4, 0.5)).leastAgainst()).isWithin(1e-12).of(2 / 20.0);
    // Of three widths with two networks each 90 ways, in six of which they lie as far apart.
    assertThat(alike.judge(pairs()).leastAgainst()).isWithin(1e-12).of(6 / 90.0);
    assertThat(alike.judge(pairs()).couldTellContrary()).isFalse();
    assertThat(alike.judge(runs(0.4, 0.5, 0.6)).couldTellContrary()).isTrue();
  }

  private static ByWidth pairs() {
    List<Measured<Double>> rows = new ArrayList<>(FLAT.rows());
    rows.add(measured(4, 0, false, 0.1));
    rows.add(measured(4, 1, false, 0.2));
    return new ByWidth("measure", rows);
  }

  @Test
  void highestMeanMustExceedEveryOther() {
    assertThat(judge(Criterion.highestAt(1), FALLING)).isEqualTo(SUPPORTS);
    assertThat(judge(Criterion.highestAt(1), RISING)).isEqualTo(CONTRADICTS);
    assertThat(judge(Criterion.highestAt(1), FLAT)).isEqualTo(TOO_FEW);
  }

  @Test
  void tightWidthsAreComparedWithTheRest() {
    assertThat(judge(Criterion.lowerBelow(4), RISING)).isEqualTo(SUPPORTS);
    assertThat(judge(Criterion.lowerBelow(4), FALLING)).isEqualTo(CONTRADICTS);
    assertThat(judge(Criterion.higherBelow(4), FALLING)).isEqualTo(SUPPORTS);
    assertThat(judge(Criterion.higherBelow(4), FLAT)).isEqualTo(TOO_FEW);
  }

  @Test
  void pooledClaimsAreJudgedTogether() {
    assertThat(judge(Criterion.between(0.3, 0.7, width -> true), FALLING)).isEqualTo(SUPPORTS);
    assertThat(judge(Criterion.atLeast(0.6, width -> true), FALLING)).isEqualTo(CONTRADICTS);
    assertThat(judge(Criterion.atMost(0.5, width -> width > 4), FALLING)).isEqualTo(SUPPORTS);
    assertThat(judge(Criterion.between(0.45, 0.55, width -> true), FLAT)).isEqualTo(TOO_FEW);
    // Their mean lies within, but not that of every width.
    assertThat(judge(Criterion.between(0.44, 0.51, width -> true), FALLING)).isEqualTo(SUPPORTS);
    assertThat(judge(Criterion.allBetween(0.44, 0.51), FALLING)).isEqualTo(CONTRADICTS);
  }

  @Test
  void sharesSayHowManyOfHowMany() {
    Finding three = Criterion.atLeast(0.5, width -> true).judge(cells(1, 3, 1));
    assertThat(three.numbers()).startsWith("width 1: 3 of 3 cells in 3 networks, 100.0 % [");
    assertThat(three.verdict()).isEqualTo(TOO_FEW); // half of all agree so one time in eight
    assertThat(judge(Criterion.atLeast(0.5, width -> true), cells(1, 8, 1))).isEqualTo(SUPPORTS);
    assertThat(judge(Criterion.atMost(0.1, width -> true), cells(1, 8, 0))).isEqualTo(TOO_FEW);
    assertThat(judge(Criterion.atMost(0.1, width -> true), cells(1, 8, 1))).isEqualTo(CONTRADICTS);
  }

  @Test
  void likeWidthsAreLessThanAMarginApart() {
    ByWidth alike = runs(0.5, 0.5, 0.5);
    assertThat(judge(Criterion.alike(0.02, width -> true), alike)).isEqualTo(SUPPORTS);
    assertThat(judge(Criterion.alike(0.02, width -> true), FALLING)).isEqualTo(CONTRADICTS);
    assertThat(judge(Criterion.alike(0.02, width -> true), FLAT)).isEqualTo(TOO_FEW);
    assertThat(judge(Criterion.alike(0.02, width -> width > 8), alike)).isEqualTo(TOO_FEW);
  }

  @Test
  void standardNetworkIsWidthZero() {
    var runs =
        new ByWidth(
            "m",
            List.of(
                measured(1, 0, false, 0.5),
                measured(1, 1, false, 0.51),
                measured(0, 0, false, 0.2),
                measured(0, 1, false, 0.21)));
    assertThat(judge(Criterion.higherAt(1, 0), runs)).isEqualTo(SUPPORTS);
    assertThat(judge(Criterion.higherAt(1, 0), runs.withRetina())).isEqualTo(TOO_FEW);
  }

  @Test
  void withoutLivingNetworksNothingIsSaid() {
    ByWidth dead = new ByWidth("m", List.of(dead(1, 0)));
    for (Claim claim : PaperClaims.ALL) {
      assertThat(claim.criterion().judge(dead).verdict())
          .isAnyOf(TOO_FEW, ClaimVerdict.NOT_TESTABLE);
    }
  }
}
