package org.opponency.study.laboratory;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.physiology.Opponency;
import org.opponency.physiology.cone.ColourPreference;
import org.opponency.physiology.cone.ConeCell;
import org.opponency.physiology.cone.ConeClass;
import org.opponency.physiology.cone.ConeWeights;
import org.opponency.physiology.cone.HueReading;
import org.opponency.physiology.cone.Preference;
import org.opponency.study.results.WeightOrigin;

class ConeSharesTest {
  private static final ColourPreference EDGES_OF_COLOUR =
      new ColourPreference(Preference.COLOUR, 4, 1, 4, 1, 2, 0, true);
  private static final ColourPreference COLOUR =
      new ColourPreference(Preference.COLOUR, 4, 1, 4, 1, 2, 1, false);
  private static final ColourPreference NOTHING =
      new ColourPreference(Preference.SILENT, Double.NaN, 0, 0, 0, Double.NaN, Double.NaN, false);

  private static ConeCell cell(ConeClass type, Opponency byHues, ColourPreference preference) {
    ConeWeights any = new ConeWeights(0.5, -0.5, 0, 1);
    HueReading hues = new HueReading(byHues, byHues, 0.5);
    return new ConeCell("layer", 0, type, any, any, preference, hues);
  }

  private static ConeShares shares(ConeCell... cells) {
    var network = new CellRecords<>(WeightOrigin.TRAINED, List.of(cells), ConeCell::layer);
    return ConeShares.of(network).get(0);
  }

  @Test
  void doubleOpponentCellsAnswerNoFields() {
    ConeShares shares =
        shares(
            cell(ConeClass.SILENT, Opponency.UNRESPONSIVE, EDGES_OF_COLOUR),
            cell(ConeClass.CONE_OPPONENT, Opponency.OPPONENT, COLOUR),
            cell(ConeClass.SILENT, Opponency.UNRESPONSIVE, NOTHING));
    assertThat(shares.doubleOpponent()).isEqualTo(0.5);
    assertThat(shares.colour()).isEqualTo(1.0);
  }

  @Test
  void blueAgainstYellowIsOpponentToo() {
    ConeShares shares =
        shares(
            cell(ConeClass.S_OPPONENT, Opponency.OPPONENT, COLOUR),
            cell(ConeClass.CONE_OPPONENT, Opponency.OPPONENT, COLOUR),
            cell(ConeClass.BOTH, Opponency.OPPONENT, COLOUR),
            cell(ConeClass.NON_OPPONENT, Opponency.OPPONENT, COLOUR));
    assertThat(shares.changed()).isEqualTo(0.25);
  }
}
