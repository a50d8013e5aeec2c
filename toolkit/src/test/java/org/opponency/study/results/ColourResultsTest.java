package org.opponency.study.results;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.evaluation.Trend;
import org.opponency.report.Examples;
import org.opponency.report.Figure;
import org.opponency.report.Figures;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.ColourVerdict.Finding;

class ColourResultsTest {
  @TempDir private Path folder;

  /** The weight of luminance of a cell, and whether it crosses. */
  private interface Cell {
    double weight(int step, int run);
  }

  @Test
  void supportsWhatThePaperPresumes() {
    ColourResults results = results((s, r) -> s + 0.01 * r, (s, r) -> 3 - s + 0.1 * r);
    ColourVerdict verdict = results.verdicts().get(0);
    assertThat(verdict.finding()).isEqualTo(Finding.SUPPORTS);
    assertThat(verdict.normalised()).isTrue();
    assertThat(verdict.weightEffect()).isEqualTo(1);
    assertThat(verdict.crossingEffect()).isLessThan(0);
    assertThat(results.verdicts().get(1).finding()).isEqualTo(Finding.SUPPORTS);
  }

  @Test
  void theWeightAloneIsSaidToBeAlone() {
    ColourResults results = results((s, r) -> s + 0.01 * r, (s, r) -> 1);
    assertThat(results.verdicts().get(0).finding()).isEqualTo(Finding.WEIGHT_ONLY);
    assertThat(results.verdicts().get(0).crossingP()).isEqualTo(1);
  }

  @Test
  void theOtherWayContradicts() {
    assertThat(results((s, r) -> r - 10 * s, (s, r) -> 1).verdicts().get(0).finding())
        .isEqualTo(Finding.CONTRADICTS);
    assertThat(results((s, r) -> s, (s, r) -> s - 2).verdicts().get(0).finding())
        .isEqualTo(Finding.CONTRADICTS);
  }

  @Test
  void noTrendIsNotDecided() {
    assertThat(results((s, r) -> r, (s, r) -> r - 3).verdicts().get(0).finding())
        .isEqualTo(Finding.UNDECIDED);
  }

  /** Two measures of two forms of the pixels, each in both directions: eight tests. */
  @Test
  void everyTestThatCanDecideIsCorrectedFor() {
    ColourResults results = results((s, r) -> s + r, (s, r) -> 1);
    List<double[]> weights = new ArrayList<>();
    for (int step = 0; step < 5; step++) {
      int s = step;
      weights.add(
          results.trials().stream()
              .filter(trial -> trial.normalised() && trial.step() == s + 1)
              .mapToDouble(ColourTrial::luminanceWeight)
              .toArray());
    }
    double p = Trend.overSteps("weight", weights).pRises();
    assertThat(results.verdicts().get(0).weightP()).isWithin(1e-12).of(8 * p);
  }

  @Test
  void theDeadAreCountedAndNotJudged() {
    List<ColourTrial> trials = new ArrayList<>(results((s, r) -> s, (s, r) -> 1).trials());
    ColourTrial first = trials.get(0);
    trials.set(
        0,
        new ColourTrial(
            first.step(),
            0,
            1,
            first.luminanceShare(),
            true,
            0,
            true,
            0.1,
            true,
            true,
            Double.NaN));
    ColourResults results = new ColourResults(Examples.provenance(Scale.LAPTOP), trials);
    assertThat(results.steps().get(0).dead()).isEqualTo(1);
    assertThat(results.steps().get(0).networks()).isEqualTo(7);
    assertThat(results.verdicts().get(0).networks()).isEqualTo(39);
  }

  /** Of eight cells, those of runs 5 to 7 cross: 3/8; the mean of 0 to 0.7 is 0.35. */
  @Test
  void stepsHaveSharesMeansAndIntervals() {
    List<ColourStep> steps = results((s, r) -> 0.1 * r, (s, r) -> r - 5).steps();
    assertThat(steps).hasSize(10);
    ColourStep step = steps.get(7);
    assertThat(step.normalised()).isFalse();
    assertThat(step.step()).isEqualTo(3);
    assertThat(step.crosses()).isEqualTo(3 / 8.0);
    assertThat(step.crossesInterval().low()).isWithin(0.001).of(0.137);
    assertThat(step.crossesInterval().high()).isWithin(0.001).of(0.694);
    assertThat(step.weight()).isWithin(1e-12).of(0.35);
    // s.d. sqrt(0.06), Student's 2.3646 with 7 degrees of freedom, over the root of 8
    assertThat(step.weightInterval().high() - 0.35)
        .isWithin(1e-4)
        .of(2.36462 * Math.sqrt(0.06) / Math.sqrt(8));
  }

  @Test
  void whatAFigureSavedIsReadBack() {
    ColourResults results = results((s, r) -> s + 0.01 * r, (s, r) -> 2 - r);
    Figure figure = Figures.colourDiagnosticity(results);
    assertThat(ColourResults.areSaved(folder)).isFalse();
    figure.save(folder);
    assertThat(ColourResults.areSaved(folder)).isTrue();
    ColourResults read = ColourResults.saved(folder);
    assertThat(read.trials()).isEqualTo(results.trials());
    assertThat(read.provenance().toJson()).isEqualTo(results.provenance().toJson());
    assertThat(read.provenance().figures()).isEqualTo(folder.toAbsolutePath());
    assertThat(Figures.colourDiagnosticity(read).caption()).isEqualTo(figure.caption());
  }

  @Test
  void saysWhichFileIsMissingOrDamaged() throws Exception {
    assertThat(assertThrows(UncheckedIOException.class, () -> ColourResults.saved(folder)))
        .hasMessageThat()
        .contains("colour-diagnosticity.csv");
    Figures.colourDiagnosticity(results((s, r) -> s, (s, r) -> r)).save(folder);
    Path csv = folder.resolve("colour-diagnosticity.csv");
    String good = Files.readString(csv);
    Files.writeString(csv, good.replace("luminanceWeight", "weight"));
    assertThat(assertThrows(IllegalArgumentException.class, () -> ColourResults.saved(folder)))
        .hasMessageThat()
        .contains("expected one named luminanceWeight");
    Files.writeString(csv, good.replaceFirst("\n1,", "\none,"));
    assertThat(assertThrows(IllegalArgumentException.class, () -> ColourResults.saved(folder)))
        .hasMessageThat()
        .contains("a row that is no trial");
    Files.writeString(csv, good);
    Files.writeString(folder.resolve("colour-diagnosticity.json"), "{}");
    assertThat(assertThrows(IllegalArgumentException.class, () -> ColourResults.saved(folder)))
        .hasMessageThat()
        .contains("Expected the provenance of a figure in");
  }

  /** Five steps of eight networks in both forms; a cell crosses where its number is positive. */
  private static ColourResults results(Cell weight, Cell crosses) {
    List<ColourTrial> trials = new ArrayList<>();
    for (int step = 1; step <= 5; step++) {
      for (boolean normalised : new boolean[] {true, false}) {
        for (int run = 0; run < 8; run++) {
          trials.add(
              new ColourTrial(
                  step,
                  0.1 * step,
                  1,
                  0.6 + 0.06 * step,
                  normalised,
                  run,
                  false,
                  0.5,
                  crosses.weight(step, run) >= 0,
                  true,
                  weight.weight(step, run)));
        }
      }
    }
    return new ColourResults(Examples.provenance(Scale.LAPTOP), trials);
  }
}
