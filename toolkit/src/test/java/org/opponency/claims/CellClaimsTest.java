package org.opponency.claims;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Networks;
import org.opponency.physiology.CellOpponency;
import org.opponency.physiology.ColourTuning;
import org.opponency.physiology.LuminanceTuning;
import org.opponency.physiology.Opponency;
import org.opponency.report.Examples;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.HueShare;
import org.opponency.study.results.OpponencyResults;
import org.opponency.study.results.OpponentCells;
import org.opponency.study.results.WeightOrigin;

class CellClaimsTest {
  /**
   * Ten networks of width 1, ten of width 4, of which half or all cells are what the paper says.
   */
  @Test
  void thePapersNumbersMakeItsClaimsHold() {
    List<Judgement> claims = claims(0, 1, 2, 4);
    for (String text : List.of("vast majority", "Below width 4", "half of the Retina-2")) {
      assertThat(verdict(claims, text)).isEqualTo("same direction");
    }
    // None of ten may still be one of ten.
    assertThat(verdict(claims, "no colour-opponent")).isEqualTo("too few runs");
  }

  @Test
  void otherNumbersMakeThemDiffer() {
    List<Judgement> claims = claims(1, 0, 4, 1);
    assertThat(claims.stream().map(Judgement::verdict).toList()).doesNotContain("same direction");
    assertThat(verdict(claims, "no colour-opponent")).isEqualTo("opposite");
  }

  private static String verdict(List<Judgement> claims, String text) {
    return claims.stream()
        .filter(row -> row.claim().contains(text))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private static List<Judgement> claims(int colour1, int luminance1, int colour4, int luminance4) {
    List<Measured<OpponentCells>> models = new ArrayList<>();
    for (int run = 0; run < 10; run++) {
      models.add(model(1, run, false, colour1, luminance1));
      models.add(model(4, run, false, colour4, luminance4));
    }
    return claims(models);
  }

  @Test
  void withoutLivingNetworksNothingIsReproduced() {
    for (Judgement row : claims(List.of(model(1, 0, true, 0, 1)))) {
      assertThat(row.verdict()).isEqualTo("too few runs");
    }
  }

  @Test
  void withoutColourOpponentCellsNothingIsKnownOfThem() {
    ByWidth shares = Quantity.COLOUR_AND_LUMINANCE.of(results(List.of(model(4, 0, false, 0, 4))));
    double share = shares.rows().get(0).value();
    assertThat(share).isNaN();
  }

  private static List<Judgement> claims(List<Measured<OpponentCells>> models) {
    return Claims.about(results(models));
  }

  private static OpponencyResults results(List<Measured<OpponentCells>> models) {
    return new OpponencyResults(Examples.provenance(Scale.LAPTOP), models);
  }

  @Test
  void preferredHuesAreSharedOutOverTheRuns() {
    List<HueShare> bins =
        HueShare.of(
            List.of(
                model(4, 0, false, 4, 4),
                model(2, 0, false, 2, 2),
                model(4, 1, false, 4, 4),
                model(2, 1, false, 2, 2),
                model(4, 2, false, 4, 4), // no network of width 2 beside it
                model(2, 2, true, 0, 0)),
            EarlyVision.RETINA_2,
            "HSL");
    assertThat(bins).hasSize(45);
    assertThat(bins.get(0).hues()).isEqualTo("HSL");
    assertThat(bins.get(0).runs()).isEqualTo(2);
    assertThat(bins.get(0).exciting()).isWithin(1e-12).of(1);
    assertThat(bins.get(22).inhibiting()).isWithin(1e-12).of(1);
  }

  /** As many cells as wide in each layer, the first so many opponent. */
  private static Measured<OpponentCells> model(
      int width, int run, boolean dead, int colour, int luminance) {
    List<CellOpponency> cells = new ArrayList<>();
    for (String layer : EarlyVision.FIGURE_2) {
      IntStream.range(0, width)
          .mapToObj(cell -> cell(layer, cell, cell < colour, cell < luminance))
          .forEach(cells::add);
    }
    return Networks.measured(width, run, dead, new OpponentCells(WeightOrigin.TRAINED, cells));
  }

  private static CellOpponency cell(String layer, int cell, boolean colour, boolean luminance) {
    return new CellOpponency(
        layer,
        cell,
        new ColourTuning(opponency(colour), 0, 180, 1, min(colour), 0.5f),
        new LuminanceTuning(opponency(luminance), 0, 1, 1, min(luminance), 0.5f));
  }

  private static float min(boolean opponent) {
    return opponent ? -1 : 0.75f;
  }

  private static Opponency opponency(boolean opponent) {
    return opponent ? Opponency.OPPONENT : Opponency.NON_OPPONENT;
  }
}
