package org.opponency.study.analysis;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.claims.CellEvidence;
import org.opponency.claims.Evidence;
import org.opponency.claims.Quantity;
import org.opponency.physiology.CellClass;
import org.opponency.study.ModelRun;
import org.opponency.study.ModelRuns;
import org.opponency.study.Scale;
import org.opponency.study.Study;
import org.opponency.study.analysis.ModelShares.Weights;

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
    List<ModelCensus> census = early.census(models);
    List<ModelOpponency> opponency = early.opponency(Weights.TRAINED, models, EarlyVision.FIGURE_2);
    assertThat(census.stream().map(ModelCensus::opponency).toList()).isEqualTo(opponency);
    assertThat(census.get(1).rows()).hasSize(2);
    assertThat(opponency.get(1).cells(EarlyVision.RETINA_2)).hasSize(4);
    assertThat(opponency.get(2).dead()).isTrue();
  }

  @Test
  void whatCellsDidIsKeptAndReadBackToTheSame() {
    Study study = ModelRuns.study(folder.resolve("kept"));
    List<ModelCensus> census = new EarlyVision(study).census(models);
    assertThat(new EarlyVision(study).census(models)).isEqualTo(census);
    assertThat(Files.exists(study.store().folder().resolve("census"))).isTrue();
  }

  @Test
  void randomNetworksAreTheSameEveryTimeAndNotThoseTrained() {
    List<String> layers = List.of(EarlyVision.RETINA_2);
    List<ModelOpponency> random = early.opponency(Weights.RANDOM, models, layers);
    EarlyVision elsewhere = new EarlyVision(ModelRuns.study(folder.resolve("elsewhere")));
    assertThat(elsewhere.opponency(Weights.RANDOM, models, layers)).isEqualTo(random);
    assertThat(random.get(1).network()).isEqualTo(Weights.RANDOM);
    assertThat(random.get(1).cells())
        .isNotEqualTo(early.opponency(Weights.TRAINED, models, layers).get(1).cells());
  }

  @Test
  void everyStageHasItsShares() {
    List<ModelOpponency> stages =
        early.opponency(Weights.TRAINED, models.subList(0, 1), EarlyVision.STAGES);
    assertThat(stages.get(0).shares().stream().map(ModelShares::layer).toList())
        .containsExactlyElementsIn(EarlyVision.STAGES)
        .inOrder();
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
            .opponency(Weights.TRAINED, models.subList(0, 2), List.of(EarlyVision.RETINA_2))
            .stream()
            .mapToDouble(m -> m.shares().get(0).opponency().luminance())
            .toArray();
    assertThat(paper.luminance()).isWithin(1e-12).of((luminance[0] + luminance[1]) / 2);
    Sensitivity positive = rows.get(4);
    assertThat(positive.colour()).isAtMost(paper.colour());
  }

  @Test
  void fieldsHaveARowACell() {
    List<ModelFields> fields = early.fields(models.subList(1, 2), early.example(3));
    assertThat(fields.get(0).rows()).hasSize(4);
    assertThat(fields.get(0).maps()).hasSize(4);
    assertThat(fields.get(0).maps().get(0).values()).hasLength(32 * 32);
    var error = assertThrows(IllegalArgumentException.class, () -> early.example(10));
    assertThat(error).hasMessageThat().contains("got 10");
  }

  @Test
  void deadNetworksAreCountedButNeverAveraged() {
    List<ModelOpponency> opponency =
        early.opponency(Weights.TRAINED, models, List.of(EarlyVision.RETINA_2));
    Optional<ClassShare> four =
        ClassShare.of(opponency).stream()
            .filter(row -> row.width() == 4 && row.type() == CellClass.LUMINANCE_ONLY)
            .findFirst();
    assertThat(four.orElseThrow().runs()).isEqualTo(1);
    assertThat(four.orElseThrow().dead()).isEqualTo(1);
    assertThat(four.orElseThrow().mean())
        .isEqualTo(opponency.get(1).shares().get(0).opponency().luminanceOnly());
    List<ModelFields> fields = early.fields(models, early.example(0));
    List<FieldsByWidth> widths = FieldsByWidth.of(fields);
    assertThat(widths.get(1).runs()).isEqualTo(1);
    assertThat(widths.get(1).dead()).isEqualTo(1);
    Evidence evidence = CellEvidence.ofFields(Scale.SMOKE, fields);
    var centre = evidence.measures().get(Quantity.RETINA2_CENTRE_WIDTH).at(4);
    assertThat(centre.dead()).isEqualTo(1);
    assertThat(centre.mean()).isWithin(1e-12).of(fields.get(1).centreWidth());
    assertThat(centre.mean()).isLessThan(1);
  }
}
