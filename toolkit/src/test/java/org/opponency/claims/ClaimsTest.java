package org.opponency.claims;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.opponency.claims.CriterionTest.FALLING;
import static org.opponency.claims.CriterionTest.FLAT;
import static org.opponency.claims.CriterionTest.RISING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.evaluation.Holm;
import org.opponency.report.table.ResultTable;
import org.opponency.study.networks.Scale;

class ClaimsTest {
  private static final Evidence NONE = new Evidence(Scale.LAPTOP, false, Map.of());

  private static final List<ClaimRow> NOTHING_MEASURED =
      Claims.ledger(Evidence.none(Scale.LAPTOP), NONE);

  private static final Evidence SOME =
      Evidence.none(Scale.LAPTOP)
          .with(Quantity.SHAPE_BIAS, FALLING)
          .with(Quantity.AURRA, RISING)
          .with(Quantity.ACCURACY, RISING);

  @Test
  void ledgerListsEveryClaimAndLeavesOpenWhatIsMissing() {
    assertThat(NOTHING_MEASURED.size()).isAtLeast(30);
    for (ClaimRow row : NOTHING_MEASURED) {
      assertThat(row.orchard() + row.photographs() + row.photographsVerdict()).isEmpty();
      assertThat(row.orchardVerdict()).isAnyOf("", "not testable here");
      assertThat(row.corrected()).isNaN();
    }
    assertThat(NOTHING_MEASURED.stream().map(ClaimRow::claim).distinct().count())
        .isEqualTo(NOTHING_MEASURED.size());
  }

  @Test
  void readmeHasADozenAtMost() {
    assertThat(NOTHING_MEASURED.stream().filter(ClaimRow::headline).count()).isAtMost(12);
  }

  @Test
  void drawnPicturesSayDirectionsAndNoMore() {
    List<ClaimRow> rows = Claims.ledger(SOME, NONE);
    assertThat(row(rows, "a small increase in shape bias").orchardVerdict())
        .isEqualTo("same direction");
    assertThat(row(rows, "Width 1 has the highest").orchardVerdict()).isEqualTo("same direction");
    assertThat(row(rows, "improved calibration").orchardVerdict()).isEqualTo("opposite");
    assertThat(row(rows, "within 2 %").orchardVerdict()).isEqualTo("not testable here");
    assertThat(row(rows, "improved calibration").photographsVerdict()).isEmpty();
    assertThat(row(rows, "a small increase").orchard()).contains("width 1: 60.0 % [");
  }

  @Test
  void photographsStandInAColumnOfTheirOwn() {
    Evidence photographs = new Evidence(Scale.PAPER, false, SOME.measures());
    List<ClaimRow> rows = Claims.ledger(photographs, NONE);
    assertThat(row(rows, "improved calibration").photographsVerdict()).isEqualTo("contradicts");
    assertThat(row(rows, "improved calibration").orchardVerdict()).isEmpty();
  }

  @Test
  void photographsOfAnotherStudyStandBesideOrchard(@TempDir Path figures) throws IOException {
    assertThat(Evidence.photographs(figures).measures()).isEmpty();
    Path folder = Files.createDirectory(figures.resolve("tiny-imagenet"));
    Files.writeString(
        folder.resolve(Evidence.FILE),
        ResultTable.of(NONE.with(Quantity.AURRA, SOME.measures().get(Quantity.AURRA)).values())
            .csv());
    List<ClaimRow> rows = Claims.ledger(SOME, Evidence.photographs(figures));
    assertThat(row(rows, "improved calibration").photographsVerdict()).isEqualTo("contradicts");
    assertThat(row(rows, "improved calibration").orchardVerdict()).isEqualTo("opposite");
    assertThat(row(rows, "a small increase in shape bias").photographsVerdict()).isEmpty();
  }

  @Test
  void claimsAndContrariesAreCorrectedTogether() {
    Evidence evidence = SOME.with(Quantity.ROBUST_ACCURACY, FLAT);
    List<Finding> findings = PaperClaims.ALL.stream().map(claim -> claim.judge(evidence)).toList();
    double[] tested =
        Stream.concat(
                findings.stream().filter(Finding::couldTell).map(Finding::p),
                findings.stream().filter(Finding::couldTellContrary).map(Finding::against))
            .mapToDouble(p -> p)
            .sorted()
            .toArray();
    assertThat(tested.length).isGreaterThan(12);
    double[] corrected = Holm.corrected(tested);
    List<ClaimRow> rows = Claims.ledger(evidence, NONE);
    for (ClaimRow row : rows.stream().filter(row -> row.corrected() >= 0).toList()) {
      int place = Arrays.binarySearch(tested, Math.min(row.p(), row.against()));
      assertThat(row.corrected()).isWithin(1e-12).of(corrected[place]);
    }
    assertThat(row(rows, "improved calibration").corrected()).isLessThan(0.05);
    // Two runs of two widths can give one sixth at best, whichever way.
    ClaimRow flat = row(rows, "Robust accuracy falls");
    assertThat(Math.min(flat.p(), flat.against())).isAtLeast(1.0 / 6);
    assertThat(flat.corrected()).isNaN();
  }

  @Test
  void publishedNumbersAreHeldAgainstTheSameTests() {
    ClaimRow shape = row(NOTHING_MEASURED, "a small increase in shape bias");
    assertThat(shape.published()).contains("width 1: 23.4 %");
    assertThat(shape.publishedVerdict()).isEqualTo("supports");
    ClaimRow neither = row(NOTHING_MEASURED, "Neither width 1 nor width 32");
    assertThat(neither.publishedVerdict()).isEqualTo("supports");
    ClaimRow cifar = row(NOTHING_MEASURED, "CIFAR-10 networks");
    assertThat(cifar.publishedVerdict()).isEqualTo("contradicts");
    assertThat(row(NOTHING_MEASURED, "within 2 %").stated()).isEqualTo("76.15 %");
  }

  /** Those published are not the normal models that the paper speaks of. */
  @Test
  void bottlenecksAreHeldAgainstWhatThePaperSaysOfNormalModels() {
    ClaimRow row = row(NOTHING_MEASURED, "where the paper puts normal models");
    assertThat(row.claim()).contains("networks with a bottleneck");
    assertThat(row.where()).contains("our reading");
    assertThat(row.stated()).isEqualTo("2 to 3 %");
    assertThat(row.publishedVerdict()).isEqualTo("supports");
  }

  /** 37 of the 50 cells of width 1 and 78 of the 100 of width 2, by the authors' own labels. */
  @Test
  void companionsCellsAreFewerThanAlmostAll() {
    ClaimRow row = row(NOTHING_MEASURED, "almost all Retina-2 cells are colour-opponent");
    assertThat(row.published()).contains("width 1: 74.0 %, width 2: 78.0 %");
    assertThat(row.publishedVerdict()).isEqualTo("contradicts");
    assertThat(row.earlier()).contains("width 1: ");
    assertThat(row.earlier()).doesNotContain("width 4");
    assertThat(NOTHING_MEASURED.get(row.number() - 2).claim()).startsWith("Companion study");
  }

  @Test
  void theEarlierNetworksStandBesideThem() {
    onRecord(ClaimRow::exploratory, ClaimRow::exploratoryVerdict);
    onRecord(ClaimRow::earlier, ClaimRow::earlierVerdict);
  }

  private static void onRecord(
      Function<ClaimRow, String> numbers, Function<ClaimRow, String> verdict) {
    long recorded = NOTHING_MEASURED.stream().filter(r -> !numbers.apply(r).isEmpty()).count();
    assertWithMessage("claims with a record").that(recorded).isAtLeast(25);
    assertThat(NOTHING_MEASURED.stream().map(verdict).collect(Collectors.toSet()))
        .containsAtLeast("same direction", "too few runs");
  }

  @Test
  void oneAnalysisIsJudgedByTheSameTests() {
    List<Judgement> some = Claims.about(Evidence.none(Scale.LAPTOP).with(Quantity.AURRA, RISING));
    assertThat(some).hasSize(1);
    ClaimRow whole = row(Claims.ledger(SOME, NONE), "improved calibration");
    assertThat(some.get(0).p()).isEqualTo(whole.p());
    assertThat(some.get(0).verdict()).isEqualTo(whole.orchardVerdict());
    assertThat(some.get(0).publishedVerdict()).isEqualTo(whole.publishedVerdict());
  }

  private static ClaimRow row(List<ClaimRow> rows, String text) {
    return rows.stream().filter(row -> row.claim().contains(text)).findFirst().orElseThrow();
  }
}
