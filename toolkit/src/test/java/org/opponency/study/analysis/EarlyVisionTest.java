package org.opponency.study.analysis;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.WidthMean;
import org.opponency.physiology.CellOpponency;
import org.opponency.physiology.CensusCell;
import org.opponency.physiology.OpponencyRule;
import org.opponency.physiology.ResponseMap;
import org.opponency.study.ModelRuns;
import org.opponency.study.Study;
import org.opponency.study.census.OpponencyBar;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.results.CensusResults;
import org.opponency.study.results.WeightOrigin;

class EarlyVisionTest {
  @TempDir private static Path folder;
  private static EarlyVision early;
  private static List<ModelRun> models;

  @BeforeAll
  static void prepare() {
    early = new EarlyVision(ModelRuns.study(folder));
    models =
        List.of(
            ModelRuns.of(folder, 1, 0, false),
            ModelRuns.of(folder, 4, 0, false),
            ModelRuns.of(folder, 4, 1, true));
  }

  @Test
  void censusAndOpponencyAgree() {
    CensusResults census = early.census(models);
    var opponency = early.opponency(WeightOrigin.TRAINED, models, EarlyVision.FIGURE_2).networks();
    for (int i = 0; i < models.size(); i++) {
      assertThat(
              census.networks().get(i).value().cells().stream().map(CensusCell::opponency).toList())
          .isEqualTo(opponency.get(i).value().cells());
    }
    assertThat(census.rows()).hasSize(2 * 3);
    assertThat(opponency.get(1).value().cells(EarlyVision.RETINA_2)).hasSize(4);
    assertThat(opponency.get(2).dead()).isTrue();
  }

  @Test
  void whatCellsDidIsKeptAndReadBackToTheSame() {
    Study study = ModelRuns.study(folder.resolve("kept"));
    var census = study.earlyVision().census(models).networks();
    assertThat(study.earlyVision().census(models).networks()).isEqualTo(census);
    assertThat(Files.exists(study.store().folder().resolve("census"))).isTrue();
  }

  @Test
  void randomNetworksAreTheSameEveryTimeAndNotThoseTrained() {
    List<String> layers = List.of(EarlyVision.RETINA_2);
    var random = early.opponency(WeightOrigin.RANDOM, models, layers).networks();
    EarlyVision elsewhere = new EarlyVision(ModelRuns.study(folder.resolve("elsewhere")));
    assertThat(elsewhere.opponency(WeightOrigin.RANDOM, models, layers).networks())
        .isEqualTo(random);
    assertThat(random.get(1).value().weights()).isEqualTo(WeightOrigin.RANDOM);
    assertThat(random.get(2).dead()).isFalse(); // nothing that training could have killed
    var trained = early.opponency(WeightOrigin.TRAINED, models, layers).networks();
    assertThat(random.get(1).value().cells()).isNotEqualTo(trained.get(1).value().cells());
  }

  @Test
  void everyStageHasItsShares() {
    var stages = early.stages(models.subList(0, 1));
    assertThat(stages.rows().stream().map(row -> row.value().layer()).toList())
        .containsExactlyElementsIn(EarlyVision.STAGES)
        .inOrder();
    // Behind the ReLU everywhere, where both rules are one.
    assertThat(stages.cells(EarlyVision.RETINA_2).get(0).value().colour().min()).isAtLeast(0f);
    assertThat(stages.by(OpponencyRule.AUTHORS_CODE)).isEqualTo(stages);
  }

  @Test
  void rawStimuliAreSeenOtherwiseAndRandomNetworksAnswerNothingToRawBlack() {
    List<String> layers = List.of(EarlyVision.RETINA_2);
    var raw = early.rawOpponency(WeightOrigin.RANDOM, models, layers);
    var normalised = early.opponency(WeightOrigin.RANDOM, models, layers);
    assertThat(raw.networks()).isNotEqualTo(normalised.networks());
    for (Measured<CellOpponency> cell : raw.cells(EarlyVision.RETINA_2)) {
      assertThat(cell.value().colour().baseline()).isEqualTo(0f); // no biases, no light
    }
    assertThat(raw.by(OpponencyRule.AUTHORS_CODE).rows().get(1).value().opponency().colour())
        .isEqualTo(0.0);
  }

  @Test
  void sensitivityBeginsWithThePapersProtocolAndLeavesDeadNetworksOut() {
    List<Sensitivity> rows = early.sensitivity(models);
    assertThat(rows).hasSize(2 * Sensitivity.variants().size());
    Sensitivity paper = rows.get(0);
    assertThat(paper.variant()).isEqualTo("paper");
    assertThat(paper.networks()).isEqualTo(2);
    double[] luminance =
        early
            .opponency(WeightOrigin.TRAINED, models.subList(0, 2), List.of(EarlyVision.RETINA_2))
            .rows()
            .stream()
            .mapToDouble(row -> row.value().opponency().luminance())
            .toArray();
    assertThat(paper.luminance()).isWithin(1e-12).of((luminance[0] + luminance[1]) / 2);
    Sensitivity positive = rows.get(4);
    assertThat(positive.colour()).isAtMost(paper.colour());
  }

  @Test
  void fieldsHaveARowACell() {
    var fields = early.fields(models.subList(1, 2), 3);
    assertThat(fields.rows()).hasSize(4);
    List<ResponseMap> maps = fields.networks().get(0).value().maps();
    assertThat(maps).hasSize(4);
    assertThat(maps.get(0).values()).hasLength(144 * 144);
    var error = assertThrows(IllegalArgumentException.class, () -> early.fields(models, 10));
    assertThat(error).hasMessageThat().contains("got 10");
  }

  @Test
  void deadNetworksAreCountedButNeverAveraged() {
    var opponency = early.opponency(WeightOrigin.TRAINED, models, List.of(EarlyVision.RETINA_2));
    OpponencyBar four = OpponencyBar.of("crosses", opponency).get(1);
    assertThat(four.shares().width()).isEqualTo(4);
    assertThat(four.shares().runs()).isEqualTo(1);
    assertThat(four.shares().dead()).isEqualTo(1);
    assertThat(four.shares().cells()).isEqualTo(4);
    assertThat(four.shares().luminanceOnly())
        .isEqualTo(opponency.rows().get(1).value().opponency().luminanceOnly());
    assertThat(four.runs()).containsExactly(four.shares().colour());
    var fields = early.fields(models, 0);
    for (WidthMean mean : fields.byWidth()) {
      assertThat(mean.runs()).isEqualTo(1);
      assertThat(mean.dead()).isEqualTo(mean.width() == 4 ? 1 : 0);
    }
    assertThat(fields.byWidth().stream().map(WidthMean::measure).distinct().count()).isEqualTo(4);
    var extent = Quantity.RETINA2_EXTENT.of(fields).at(4);
    assertThat(extent.dead()).isEqualTo(1);
    assertThat(extent.mean()).isWithin(1e-12).of(fields.networks().get(1).value().extent());
    assertThat(extent.mean()).isLessThan(1);
    var learnt = Quantity.RETINA2_CENTRE_SURROUND_LEARNT.of(fields).at(4);
    assertThat(Math.abs(learnt.mean())).isAtMost(1);
    assertThat(fields.networks().get(1).value().random()).hasSize(4);
  }
}
