package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final double EXACT = 1e-12;

  @Test
  void agreesWithTheReferenceFormulasOnRandomPredictions() {
    List<Prediction> all = random();
    for (List<String> row : GoldenTables.table("calibration.csv").rows()) {
      int n = Integer.parseInt(row.get(0));
      Calibration ours = Calibration.of(all.subList(0, n));
      assertThat(ours.aurra()).isWithin(EXACT).of(Double.parseDouble(row.get(1)));
      assertThat(ours.ece()).isWithin(EXACT).of(Double.parseDouble(row.get(3)));
      if (n >= 200) {
        assertThat(ours.rmsErrorOfScript()).isWithin(EXACT).of(Double.parseDouble(row.get(2)));
      }
    }
  }

  private static List<Prediction> random() {
    List<Prediction> all = new ArrayList<>();
    for (List<String> row : GoldenTables.table("predictions.csv").rows()) {
      all.add(
          new Prediction(
              "image " + all.size(),
              Integer.parseInt(row.get(0)),
              List.of(Integer.parseInt(row.get(1))),
              List.of(Double.parseDouble(row.get(2)))));
    }
    return all;
  }

  @Test
  void responseCurveBeginsWithTheMostConfident() {
    var curve = Calibration.responseCurve(List.of(of(0.2, true), of(0.9, true), of(0.5, false)));
    assertThat(curve)
        .containsExactly(
            new Calibration.ResponsePoint(1.0 / 3, 1),
            new Calibration.ResponsePoint(2.0 / 3, 0.5),
            new Calibration.ResponsePoint(1, 2.0 / 3))
        .inOrder();
    assertThat(Calibration.of(List.of(of(0.2, true), of(0.9, true), of(0.5, false))).aurra())
        .isWithin(EXACT)
        .of((1 + 0.5 + 2.0 / 3) / 3);
  }

  @Test
  void rmsErrorCountsTheMostConfidentBinTooAndTheScriptDoesNot() {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      predictions.add(of(0.2, i < 50)); // gap 0.3
      predictions.add(of(0.9, false)); // gap 0.9
    }
    Calibration calibration = Calibration.of(predictions);
    assertThat(calibration.rmsError()).isWithin(EXACT).of(Math.sqrt((0.09 + 0.81) / 2));
    assertThat(calibration.rmsErrorOfScript()).isWithin(EXACT).of(Math.sqrt(0.09 / 2));
    assertThat(calibration.warning()).isEmpty();
    // 50 more go to the last bin; no bin of 50 comes about.
    predictions.addAll(Collections.nCopies(50, of(1, true)));
    assertThat(Calibration.of(predictions).rmsErrorOfScript())
        .isWithin(EXACT)
        .of(Math.sqrt(0.09 * 100 / 250));
  }

  @Test
  void perfectConfidenceHasNoError() {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      predictions.add(of(i % 3 == 0 ? 1 : 1e-300, i % 3 == 0));
    }
    Calibration calibration = Calibration.of(predictions);
    assertThat(calibration.ece()).isWithin(1e-9).of(0);
    assertThat(calibration.rmsError()).isWithin(1e-9).of(0);
  }

  @Test
  void binsOfTheDiagramAreClosedAbove() {
    var bins =
        Calibration.reliability(
            List.of(of(0, true), of(0.5, false), of(0.5001, true), of(1, true)), 2);
    assertThat(bins.get(0)).isEqualTo(new Calibration.ReliabilityBin(0, 0.5, 2, 0.25, 0.5));
    assertThat(bins.get(1).images()).isEqualTo(2);
    assertThat(bins.get(1).accuracy()).isEqualTo(1);
  }

  @Test
  void tooFewPredictionsAreSaidSo() {
    Calibration few = Calibration.of(List.of(of(0.5, true)));
    assertThat(few.rmsErrorOfScript()).isNaN();
    assertThat(few.rmsError()).isWithin(EXACT).of(0.5);
    assertThat(few.warning()).contains("1 images make one bin of 100");
    Calibration none = Calibration.of(List.of());
    assertThat(none.aurra()).isNaN();
    assertThat(none.ece()).isNaN();
    assertThat(none.rmsError()).isNaN();
    assertThat(none.warning()).isEqualTo("no predictions");
  }

  private static Prediction of(double confidence, boolean correct) {
    return new Prediction("image", correct ? 1 : 0, List.of(1), List.of(confidence));
  }
}
