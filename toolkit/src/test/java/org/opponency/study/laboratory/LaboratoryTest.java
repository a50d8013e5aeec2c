package org.opponency.study.laboratory;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.physiology.Opponency;
import org.opponency.physiology.cone.ConeClass;
import org.opponency.physiology.cone.HueCurves;
import org.opponency.physiology.cone.HumanHues;
import org.opponency.report.ConeFigures;
import org.opponency.report.Figure;
import org.opponency.study.ModelRuns;
import org.opponency.study.Study;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.results.WeightOrigin;
import tech.tablesaw.api.Table;

class LaboratoryTest {
  @TempDir private static Path folder;
  private static Study study;
  private static List<ModelRun> models;
  private static ConeResults cones;
  private static HueResults hues;

  @BeforeAll
  static void prepare() {
    study = ModelRuns.study(folder);
    models =
        List.of(
            ModelRuns.of(folder, 1, 0, false),
            ModelRuns.of(folder, 1, 1, true),
            ModelRuns.of(folder, 32, 0, false),
            ModelRuns.of(folder, 32, 1, false));
    Laboratory laboratory = study.laboratory();
    cones =
        laboratory
            .cones(WeightOrigin.TRAINED, models)
            .and(laboratory.cones(WeightOrigin.RANDOM, models));
    hues =
        laboratory
            .hueDiscrimination(WeightOrigin.TRAINED, models)
            .and(laboratory.hueDiscrimination(WeightOrigin.RANDOM, models));
  }

  @Test
  void whatWasMeasuredIsKept() {
    assertThat(Files.exists(study.store().folder().resolve("cones"))).isTrue();
    var again = ModelRuns.study(folder).laboratory().cones(WeightOrigin.TRAINED, models);
    assertThat(again.networks()).isEqualTo(cones.networks().subList(0, 4));
  }

  @Test
  void deadNetworksAreInNoCount() {
    assertThat(cones.networks()).hasSize(8);
    assertThat(cones.rows()).hasSize(16);
    assertThat(cones.cells(WeightOrigin.TRAINED, EarlyVision.RETINA_2)).hasSize(1 + 32 + 32);
  }

  @Test
  void everyCellIsInOneClassByHuesAndOneByCones() {
    List<ClassChange> changes = cones.changes();
    assertThat(changes).hasSize(2 * 2 * Opponency.values().length);
    long all = 0;
    for (ClassChange row : changes) {
      long opponent = row.onlyConeOpponent() + row.onlySOpponent() + row.both();
      assertThat(opponent + row.nonOpponent() + row.unclear() + row.silent())
          .isEqualTo(row.cells());
      boolean trained = row.weights() == WeightOrigin.TRAINED;
      all += trained && row.layer().equals(EarlyVision.RETINA_2) ? row.cells() : 0;
    }
    assertThat(all).isEqualTo(65);
  }

  @Test
  void sharesAreOfTheCellsThatAnswer() {
    for (var one : cones.networks()) {
      ConeShares shares = ConeShares.of(one.value()).get(0);
      long silent =
          one.value().of(EarlyVision.RETINA_2).stream()
              .filter(cell -> cell.type() == ConeClass.SILENT)
              .count();
      assertThat((long) shares.silent()).isEqualTo(silent);
      assertThat(shares.cells()).isEqualTo(one.width());
      assertThat(shares.colour() + shares.colourLuminance() + shares.luminance())
          .isWithin(1e-9)
          .of(1);
    }
  }

  @Test
  void likenessHasAnIntervalFromTwoNetworksOn() {
    List<HueAgreement> agreement = hues.agreement(EarlyVision.RETINA_2);
    assertThat(agreement).hasSize(5);
    HueAgreement wide = agreement.get(1);
    assertThat(wide.widths()).isEqualTo("width 16 and 32");
    assertThat(wide.networks()).isEqualTo(2);
    assertThat(wide.interval().low()).isAtMost(wide.allCells());
    assertThat(wide.interval().high()).isAtLeast(wide.allCells());
    HueAgreement narrow = agreement.get(0);
    assertThat(narrow.networks()).isEqualTo(1);
    assertThat(narrow.interval().low()).isNaN();
    assertThat(agreement.get(4).weights()).isEqualTo("pixels");
  }

  @Test
  void networksThatAnswerNothingAreCountedAndLeftOut() {
    var curves = hues.curves(WeightOrigin.TRAINED, EarlyVision.RETINA_2, HueGroup.WIDE);
    double[] nothing = new double[HumanHues.ALL.size()];
    var silent = new HueCurves(EarlyVision.RETINA_2, nothing, nothing);
    HueAgreement with =
        HueAgreement.of(
            WeightOrigin.TRAINED, HueGroup.WIDE, List.of(curves.get(0), silent, curves.get(1)));
    HueAgreement without = HueAgreement.of(WeightOrigin.TRAINED, HueGroup.WIDE, curves);
    assertThat(with.networks()).isEqualTo(3);
    assertThat(with.silent()).isEqualTo(1);
    assertThat(with.allCells()).isEqualTo(without.allCells());
    assertThat(with.interval()).isEqualTo(without.interval());
  }

  @Test
  void figuresAreDrawnOfAllOfIt() {
    Figure weights = ConeFigures.weights(cones, EarlyVision.RETINA_2);
    assertThat(weights.data().table().rowCount()).isEqualTo(65 + 66);
    assertThat(weights.svg()).contains("S inhibits");
    Figure classes = ConeFigures.classes(cones, EarlyVision.RETINA_2);
    assertThat(classes.svg()).contains("colour-luminance");
    Figure telling = ConeFigures.hueDiscrimination(hues, EarlyVision.RETINA_2);
    assertThat(telling.svg()).contains("wavelength (nm)");
    Table curves = telling.data().table();
    assertThat(curves.rowCount()).isEqualTo(2 * 4 * HumanHues.ALL.size());
    Table people = curves.where(curves.stringColumn("line").isEqualTo("people"));
    assertThat(people.doubleColumn("sensitivity").sum()).isWithin(1e-9).of(2);
    assertThat(people.doubleColumn("wavelength").min())
        .isEqualTo(HumanHues.ALL.get(0).wavelength());
  }
}
