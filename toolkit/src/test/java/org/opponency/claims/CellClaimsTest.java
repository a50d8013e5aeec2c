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
  @Test
  void thePapersNumbersMakeItsClaimsHold() {
    List<Measured<OpponentCells>> models = new ArrayList<>();
    for (int run = 0; run < 3; run++) {
      models.add(model(1, run, false, 0, 1));
      models.add(model(4, run, false, 2, 4));
    }
    List<ClaimRow> rows = claims(models);
    assertThat(rows).hasSize(2 * 7); // by the paper's words, and by its authors' code
    List<String> verdicts = rows.stream().map(ClaimRow::verdict).distinct().toList();
    assertThat(verdicts).containsExactly("reproduced");
  }

  @Test
  void otherNumbersMakeThemDiffer() {
    List<Measured<OpponentCells>> models = new ArrayList<>();
    for (int run = 0; run < 3; run++) {
      models.add(model(1, run, false, 1, 1));
      models.add(model(4, run, false, 4, 1));
    }
    List<String> verdicts = claims(models).stream().map(ClaimRow::verdict).distinct().toList();
    assertThat(verdicts).doesNotContain("reproduced");
  }

  @Test
  void withoutLivingNetworksNothingIsReproduced() {
    for (ClaimRow row : claims(List.of(model(1, 0, true, 0, 1)))) {
      assertThat(row.verdict()).isEqualTo("not decidable with these runs");
    }
  }

  @Test
  void withoutColourOpponentCellsNothingIsKnownOfThem() {
    ByWidth shares = Quantity.COLOUR_AND_LUMINANCE.of(results(List.of(model(4, 0, false, 0, 4))));
    double share = shares.rows().get(0).value();
    assertThat(share).isNaN();
  }

  private static List<ClaimRow> claims(List<Measured<OpponentCells>> models) {
    return Claims.about(results(models));
  }

  private static OpponencyResults results(List<Measured<OpponentCells>> models) {
    return new OpponencyResults(Examples.provenance(Scale.LAPTOP), models);
  }

  @Test
  void preferredHuesAreSharedOutOverTheRuns() {
    List<HueShare> bins =
        HueShare.of(
            List.of(model(4, 0, false, 4, 4), model(4, 1, false, 4, 4), model(2, 1, true, 0, 0)),
            EarlyVision.RETINA_2);
    assertThat(bins).hasSize(45);
    assertThat(bins.get(0).runs()).isEqualTo(2);
    assertThat(bins.get(0).exciting()).isEqualTo(1);
    assertThat(bins.get(22).inhibiting()).isEqualTo(1);
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
