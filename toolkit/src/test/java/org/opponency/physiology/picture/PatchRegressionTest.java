package org.opponency.physiology.picture;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pixels of independent Gaussian noise, on which the best linear model is known. */
class PatchRegressionTest {
  private static final int PATCHES = 4000;
  private static final double[] WEIGHTS = {1, -2, 0.5, 3, 0, 0.2};
  private static final double[][] PIXELS = pixels();

  private static double[][] pixels() {
    Random random = new Random(5);
    return IntStream.range(0, PATCHES)
        .mapToObj(i -> IntStream.range(0, WEIGHTS.length).mapToDouble(j -> random.nextGaussian()))
        .map(DoubleStream::toArray)
        .toArray(double[][]::new);
  }

  private static float[] response(DoubleUnaryOperator cell) {
    float[] response = new float[PATCHES];
    for (int patch = 0; patch < PATCHES; patch++) {
      double drive = 0;
      for (int i = 0; i < WEIGHTS.length; i++) {
        drive += WEIGHTS[i] * PIXELS[patch][i];
      }
      response[patch] = (float) cell.applyAsDouble(drive);
    }
    return response;
  }

  private static List<PatchRegression.Fit> fits(float[]... responses) {
    return PatchRegression.of(PIXELS, patch -> patch / 10, List.of(responses));
  }

  @Test
  void aLinearCellIsToldExactlyWhateverItsConstant() {
    var fit = fits(response(drive -> 4 - 0.5 * drive)).get(0);
    assertThat(fit.goodness()).isWithin(1e-6).of(1);
    assertThat(fit.penalty()).isEqualTo(PatchRegression.PENALTIES[0]);
  }

  /** Half of a Gaussian keeps (1/4) / (1/2 - 1 / (2 pi)) = 0.734 of its variance linear. */
  @Test
  void aRectifiedCellKeepsWhatTheoryLeavesIt() {
    var fit = fits(response(drive -> Math.max(0, drive))).get(0);
    assertThat(fit.goodness()).isWithin(0.03).of(0.25 / (0.5 - 0.5 / Math.PI));
  }

  @Test
  void anEnergyCellIsNotLinearAtAll() {
    var fit = fits(response(drive -> drive * drive)).get(0);
    assertThat(fit.goodness()).isWithin(0.02).of(0);
  }

  /** What is not there is best told by small weights. */
  @Test
  void noiseIsPenalisedMost() {
    Random random = new Random(9);
    var fit = fits(response(drive -> random.nextGaussian())).get(0);
    assertThat(fit.goodness()).isWithin(0.02).of(0);
    assertThat(fit.penalty()).isEqualTo(PatchRegression.PENALTIES[4]);
  }

  @Test
  void silentCellsAndThoseWithoutNumbersHaveNoneAndSpoilNoOthers() {
    float[] broken = response(drive -> drive);
    broken[17] = Float.NaN;
    var fits = fits(response(drive -> 0.3), broken, response(drive -> drive));
    assertThat(fits.get(0).goodness()).isNaN();
    assertThat(fits.get(1).goodness()).isNaN();
    assertThat(fits.get(2).goodness()).isWithin(1e-6).of(1);
  }

  @Test
  void fewerThanFivePicturesAreRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                PatchRegression.of(PIXELS, patch -> patch % 4, List.of(response(drive -> drive))));
    assertThat(error).hasMessageThat().contains("at least 5 pictures");
  }

  /** Ten patches of 40 pixels: a regression knows of them by their products alone. */
  @Test
  void patchesOfMorePixelsThanThereAreOfThemAreTurned() {
    double[][] few = new double[10][];
    for (int i = 0; i < few.length; i++) {
      int pixel = i % WEIGHTS.length;
      few[i] = IntStream.range(7 * i, 7 * i + 40).mapToDouble(j -> PIXELS[j][pixel]).toArray();
    }
    double[][] turned = PatchRegression.turned(few);
    for (int i = 0; i < few.length; i++) {
      assertThat(turned[i]).hasLength(10);
      for (int j = 0; j < few.length; j++) {
        assertThat(Moments.dot(turned[i], turned[j], 10))
            .isWithin(1e-6)
            .of(Moments.dot(few[i], few[j], 40));
      }
    }
  }
}
