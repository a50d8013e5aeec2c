package org.opponency.study.laboratory;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.claims.Claims;
import org.opponency.claims.Judgement;
import org.opponency.claims.Quantity;
import org.opponency.physiology.grating.GratingCell;
import org.opponency.physiology.picture.EffectiveField;
import org.opponency.report.Charts;
import org.opponency.report.Figure;
import org.opponency.report.GratingFigures;
import org.opponency.report.PictureFigures;
import org.opponency.study.ModelRuns;
import org.opponency.study.Study;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.results.WeightOrigin;

/** Gratings, linearity and effective fields over networks, one of them dead. */
class PictureLaboratoryTest {
  @TempDir private static Path folder;
  private static Study study;
  private static Laboratory laboratory;
  private static List<ModelRun> models;

  @BeforeAll
  static void prepare() {
    study = ModelRuns.study(folder);
    laboratory = study.laboratory();
    models =
        List.of(
            ModelRuns.of(folder, 1, 0, false),
            ModelRuns.of(folder, 1, 1, true),
            ModelRuns.of(folder, 4, 0, false));
  }

  @Test
  void gratingsAreKeptAndCountedByLayer() {
    GratingResults results =
        laboratory
            .gratings(WeightOrigin.TRAINED, models)
            .and(laboratory.gratings(WeightOrigin.RANDOM, models));
    assertThat(results.rows()).hasSize(2 * 3 * 2);
    assertThat(results.cells(WeightOrigin.TRAINED, EarlyVision.RETINA_2)).hasSize(1 + 4);
    GratingShares shares = results.rows().get(4).value();
    assertThat(shares.cells()).isEqualTo(4);
    List<GratingCell> own = results.networks().get(2).value().of(EarlyVision.RETINA_2);
    assertThat(shares.silent()).isEqualTo((int) own.stream().filter(GratingCell::silent).count());
    assertThat(Files.exists(study.store().folder().resolve("gratings"))).isTrue();
    assertThat(laboratory.gratings(WeightOrigin.TRAINED, models).rows().toString())
        .isEqualTo(results.rows().subList(0, 6).toString());
    Figure figure = GratingFigures.properties(results, EarlyVision.RETINA_2);
    assertThat(Charts.texts(figure))
        .containsAtLeast("circular variance", "modulation F1 / F0", "surround suppression");
    assertThat(figure.data().table().rowCount()).isEqualTo(5 + 6);
  }

  @Test
  void linearityIsTheLedgersPrimaryMeasure() {
    LinearityResults trained = laboratory.linearity(WeightOrigin.TRAINED, models);
    assertThat(trained.rows()).hasSize(3 * 16 + 1 + 1 + 4);
    double mean =
        trained.networks().get(2).value().mean(EarlyVision.RETINA_2, LinearityCell::goodness);
    assertThat(trained.goodness(EarlyVision.RETINA_2).at(4).mean()).isWithin(1e-12).of(mean);
    assertThat(trained.goodness(EarlyVision.RETINA_2).at(1).dead()).isEqualTo(1);
    assertThat(Quantity.RETINA2_LINEARITY.of(trained).at(4).mean()).isWithin(1e-12).of(mean);
    List<Judgement> claims = Claims.about(trained);
    assertThat(claims).hasSize(1);
    assertThat(claims.get(0).claim()).contains("primary measure");
    LinearityResults random = laboratory.linearity(WeightOrigin.RANDOM, models);
    Figure figure = PictureFigures.linearity(trained, random, EarlyVision.RETINA_2);
    assertThat(Charts.texts(figure)).contains("linearity before the ReLU");
    assertThat(figure.data().table().rowCount()).isEqualTo(2 * (1 + 1 + 4));
    assertThat(figure.stamp()).contains("6 cells");
  }

  @Test
  void fieldsAreToldByStage() {
    EffectiveFieldResults fields =
        laboratory
            .effectiveFields(WeightOrigin.TRAINED, models)
            .and(laboratory.effectiveFields(WeightOrigin.RANDOM, models));
    assertThat(fields.layers()).containsExactlyElementsIn(EarlyVision.STAGES).inOrder();
    assertThat(fields.rows()).hasSize(2 * 3 * EarlyVision.STAGES.size());
    double first = radius(fields, EarlyVision.STAGES.get(0));
    assertThat(first).isLessThan(radius(fields, "ventral.layer1"));
    Figure figure = PictureFigures.effectiveFields(fields);
    assertThat(Charts.texts(figure)).containsAtLeast("radius of 90 %", "R2", "S4");
    String[] profile = figure.data().table().stringColumn("profile").get(0).split(" ");
    List<Double> rings = fields.networks().get(0).value().rows().get(0).profile();
    assertThat(profile).hasLength(rings.size());
    assertThat(Double.parseDouble(profile[1])).isWithin(1e-6).of(rings.get(1));
    assertThat(figure.description()).contains("Radius of 90 % in ventral.layer4");
  }

  private static double radius(EffectiveFieldResults fields, String layer) {
    return fields.of(WeightOrigin.RANDOM, layer, "radius", EffectiveField::radius).at(4).mean();
  }
}
