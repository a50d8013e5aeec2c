package org.opponency.physiology.grating;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opponency.models.LayerField;
import org.opponency.models.VisionModel;
import org.opponency.physiology.Responses;
import org.opponency.physiology.Subunits;
import org.opponency.stimuli.Grating;
import org.opponency.stimuli.StimulusSet;

class GratingCellTest {
  private static final double SHARPNESS = 2;
  private static final double OCTAVES = 0.8;

  private static final GratingProtocol PROTOCOL =
      new GratingProtocol(
          12,
          16,
          IntStream.rangeClosed(-8, 0).mapToObj(half -> 0.4 * Math.pow(2, half / 2.0)).toList());

  /** Tuned to 60 degrees as von Mises' distribution, to 0.1 periods a pixel as a log-Gaussian. */
  private static double strength(Grating grating) {
    double angle = 2 * Math.toRadians(grating.orientation() - 60);
    double octaves = Math.log(grating.frequency() / Subunits.SIDE / 0.1) / Math.log(2);
    return Math.exp(
        SHARPNESS * (Math.cos(angle) - 1) - octaves * octaves / (2 * OCTAVES * OCTAVES));
  }

  private static double wave(Grating grating) {
    return Math.cos(2 * Math.PI * (grating.phase() - 0.2));
  }

  private static GratingCell cell(double blank, ToDoubleFunction<Grating> response) {
    StimulusSet<Grating> gratings = PROTOCOL.gratings(Subunits.SIDE);
    float[] curve = new float[gratings.size()];
    for (int i = 0; i < curve.length; i++) {
      curve[i] = (float) response.applyAsDouble(gratings.get(i));
    }
    Responses<Grating> responses =
        new Responses<>(
            "layer",
            new LayerField(9, 1, 4),
            gratings,
            new float[][] {curve},
            new float[] {(float) blank});
    return GratingSession.cell(responses, 0, PROTOCOL, SizeTuning.NONE);
  }

  /** I1(2) / I0(2) = 0.6978; at 1 / sqrt 2 of its height von Mises' curve is 17.1 degrees off. */
  @Test
  void aSimpleCellHasTheTuningThatItWasMadeOf() {
    GratingCell cell = cell(0, g -> Math.max(0, strength(g) * wave(g)));
    assertThat(cell.orientation()).isWithin(0.5).of(60);
    assertThat(cell.circularVariance()).isWithin(0.002).of(1 - 0.6978);
    assertThat(cell.bandwidth()).isWithin(1.5).of(17.1);
    assertThat(cell.orthogonal()).isWithin(1e-4).of(Math.exp(-2 * SHARPNESS));
    assertThat(cell.selectivity()).isWithin(1e-3).of(Math.tanh(SHARPNESS));
    assertThat(cell.frequency()).isWithin(1e-9).of(0.1);
    assertThat(cell.frequencyBandwidth()).isWithin(0.08).of(2 * OCTAVES * Math.sqrt(Math.log(4)));
    assertThat(cell.frequencySelectivity())
        .isWithin(0.03)
        .of(Math.pow(2, -2 * OCTAVES * Math.sqrt(Math.log(2))));
    assertThat(cell.modulation()).isWithin(0.02).of(Math.PI / 2);
    assertThat(cell.maximum()).isWithin(0.005).of(1 / Math.PI);
    assertThat(cell.simple()).isTrue();
    assertThat(cell.oriented()).isTrue();
  }

  /** What lies below the response to mid-grey is none, so that a constant changes nothing else. */
  @Test
  void aLinearCellThatIsNeverSilentIsASimpleOne() {
    GratingCell bare = cell(0, g -> Math.max(0, strength(g) * wave(g)));
    GratingCell raised = cell(5, g -> 5 + strength(g) * wave(g));
    assertThat(raised.blank()).isEqualTo(5.0);
    assertThat(raised.circularVariance()).isWithin(1e-4).of(bare.circularVariance());
    assertThat(raised.modulation()).isWithin(1e-4).of(bare.modulation());
    assertThat(raised.frequencyBandwidth()).isWithin(1e-4).of(bare.frequencyBandwidth());
  }

  @Test
  void cellsThatPoolPhasesDoNotFollowThem() {
    assertThat(cell(0, GratingCellTest::strength).modulation()).isWithin(1e-6).of(0);
    // Twice a period: nothing of the first harmonic.
    GratingCell contrast = cell(0, g -> strength(g) * Math.abs(wave(g)));
    assertThat(contrast.modulation()).isWithin(1e-6).of(0);
    assertThat(contrast.simple()).isFalse();
    assertThat(contrast.circularVariance()).isWithin(0.002).of(1 - 0.6978);
  }

  @Test
  void cellsWithoutOrientationAndBandSaySo() {
    GratingCell flat = cell(0, g -> 1 - 0.1 * g.frequency() / Subunits.SIDE);
    assertThat(flat.circularVariance()).isWithin(1e-6).of(1);
    assertThat(flat.oriented()).isFalse();
    assertThat(flat.orthogonal()).isWithin(1e-6).of(1);
    assertThat(flat.selectivity()).isWithin(1e-6).of(0);
    assertThat(flat.frequencyBandwidth()).isNaN();
    assertThat(flat.frequencySelectivity()).isNaN();
    assertThat(flat.silent()).isFalse();
  }

  @Test
  void silentCellsHaveNoNumbers() {
    for (GratingCell silent : List.of(cell(0.5, g -> 0.5), cell(1, g -> 0.2 + 0.1 * wave(g)))) {
      assertThat(silent.silent()).isTrue();
      assertThat(silent.maximum()).isEqualTo(0.0);
      assertThat(silent.circularVariance()).isNaN();
      assertThat(silent.modulation()).isNaN();
      assertThat(silent.suppression()).isNaN();
    }
  }

  @Test
  void responsesOfOtherGratingsAreRefused() {
    Responses<Grating> few =
        new Responses<>(
            "layer",
            new LayerField(9, 1, 4),
            StimulusSet.gratings(32, 2, 2, 2),
            new float[1][8],
            new float[1]);
    var error =
        assertThrows(IllegalArgumentException.class, () -> GratingCurves.of(few, 0, PROTOCOL));
    assertThat(error)
        .hasMessageThat()
        .isEqualTo("Expected responses to 12 orientations x 16 phases x 9 frequencies, got 8");
  }

  @Test
  void cellsOfANetworkAreToldApart() {
    try (VisionModel vision =
        Subunits.vision(
            Subunits.linear(0, Subunits.gabor(60, 0.177, 0.1)),
            Subunits.complex(Subunits.gabor(60, 0.177, 0), Subunits.gabor(60, 0.177, 0.25)),
            Subunits.linear(0.5, Subunits.centreSurround()),
            Subunits.linear(0.3, (x, y) -> 0))) {
      List<GratingCell> cells = GratingCell.of(vision, List.of(Subunits.RETINA_2));
      assertThat(cells).hasSize(4);
      GratingCell simple = cells.get(0);
      GratingCell complex = cells.get(1);
      assertThat(simple.orientation()).isWithin(2).of(60);
      assertThat(simple.frequency()).isWithin(0.01).of(0.177);
      assertThat(simple.modulation()).isWithin(0.02).of(Math.PI / 2);
      assertThat(complex.orientation()).isWithin(2).of(60);
      // |cos| + |sin| swings by a sixth, four times a period.
      assertThat(complex.modulation()).isLessThan(0.05);
      assertThat(complex.circularVariance()).isLessThan(0.6);
      GratingCell round = cells.get(2);
      assertThat(round.circularVariance()).isGreaterThan(0.95);
      assertThat(round.oriented()).isFalse();
      assertThat(round.blank()).isWithin(1e-5).of(0.5);
      assertThat(cells.get(3).silent()).isTrue();
      assertThat(cells.get(3).summationField()).isNaN();
    }
  }

  /** The second layer looks at the middle alone, so that seven pixels are all a cell sums. */
  @Test
  void discsTellHowFarACellSums() {
    try (VisionModel vision =
        Subunits.vision(
            Subunits.linear(0, (x, y) -> x == 0 && y == 0 ? 1 : 0),
            Subunits.linear(0, (x, y) -> 1))) {
      List<GratingCell> cells = GratingCell.of(vision, List.of(Subunits.RETINA_2));
      double step = Math.sqrt(2) * 13 / 12;
      assertThat(cells.get(0).summationField()).isWithin(1e-9).of(step);
      assertThat(cells.get(0).suppression()).isWithin(1e-6).of(0);
      // A disc of 8.3 pixels covers 95 % of a square of 7.
      assertThat(cells.get(1).summationField()).isWithin(step).of(8.3);
      assertThat(cells.get(1).suppression()).isLessThan(0.02);
    }
  }

  @Test
  void sizesAreReadFromTheCurve() {
    List<Double> diameters = List.of(1.0, 2.0, 3.0, 4.0);
    SizeTuning tuning = SizeTuning.of(new double[] {2, 9.6, 10, 7}, diameters);
    assertThat(tuning.summationField()).isEqualTo(2.0);
    assertThat(tuning.suppression()).isWithin(1e-12).of(0.3);
    assertThat(SizeTuning.of(new double[4], diameters)).isEqualTo(SizeTuning.NONE);
  }

  @Test
  void gratingsReachFromHalfAPeriodInTheFieldToTheFinestPixelsShow() {
    try (VisionModel vision = Subunits.vision(Subunits.linear(0, (x, y) -> 1))) {
      List<Double> frequencies =
          GratingProtocol.of(vision, List.of(Subunits.RETINA_2)).frequencies();
      assertThat(frequencies.get(0) * 13).isAtMost(0.5);
      assertThat(frequencies.get(1) * 13).isGreaterThan(0.5);
      assertThat(frequencies.get(frequencies.size() - 1)).isWithin(1e-9).of(Math.sqrt(0.125));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> FrequencyTuning.of(new double[2], Arrays.asList(1.0, 2.0, 3.0)));
  }
}
