package org.opponency.models.parity;

import static com.google.common.truth.Truth.assertThat;

import java.util.Random;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.opponency.engine.HostTensor;

class SketchTest {
  private static final int SIZE = 5000;
  private final float[] values = normal(1);

  @Test
  void knowsTheNorm() {
    assertThat(sketch(new float[] {3, 0, -4}).norm()).isWithin(1e-12).of(5);
  }

  @Test
  void equalTensorsAgree() {
    assertThat(sketch(values).errorAgainst(sketch(values.clone()))).isWithin(0).of(0);
  }

  @Test
  void estimatesTheRelativeError() {
    SummaryStatistics squares = new SummaryStatistics();
    for (int seed = 2; seed < 402; seed++) {
      float[] noise = normal(seed);
      float[] other = values.clone();
      for (int i = 0; i < SIZE; i++) {
        other[i] += 0.01f * noise[i];
      }
      double error = sketch(other).errorAgainst(sketch(values));
      squares.addValue(error * error);
    }
    // Mean square 1e-4; the mean of 400 chi-squares of three degrees has an s.d. of 4 %.
    assertThat(squares.getMean()).isWithin(1.6e-5).of(1e-4);
  }

  @Test
  void seesOneWrongElement() {
    for (int i = 0; i < SIZE; i += 97) {
      float[] other = values.clone();
      other[i] += 0.5f;
      double share = 0.5 / sketch(values).norm();
      assertThat(sketch(other).errorAgainst(sketch(values))).isGreaterThan(share / 20);
    }
  }

  @Test
  void seesExchangedElements() {
    float[] other = values.clone();
    other[10] = values[11];
    other[11] = values[10];
    assertThat(sketch(other).errorAgainst(sketch(values))).isGreaterThan(1e-4);
  }

  @Test
  void whatIsNoNumberIsNoAgreement() {
    float[] other = values.clone();
    other[7] = Float.NaN;
    assertThat(sketch(other).errorAgainst(sketch(values))).isNaN();
    assertThat(sketch(values).errorAgainst(sketch(new float[SIZE]))).isPositiveInfinity();
  }

  @Test
  void typesOfEqualValuesHaveEqualSketches() {
    Sketch whole = Sketch.of(HostTensor.ofLong(3));
    assertThat(whole).isEqualTo(sketch(new float[] {3}));
  }

  private static Sketch sketch(float[] values) {
    return Sketch.of(HostTensor.ofFloats(values, values.length));
  }

  private static float[] normal(long seed) {
    Random random = new Random(seed);
    float[] values = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
