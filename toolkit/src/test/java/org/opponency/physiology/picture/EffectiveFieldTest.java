package org.opponency.physiology.picture;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.VisionModel;
import org.opponency.physiology.Subunits;

class EffectiveFieldTest {
  private static final int SIDE = 41;
  private static final int MIDDLE = 20;

  @FunctionalInterface
  private interface Profile {
    double at(double squaredDistance);
  }

  private static float[] gradient(Profile profile) {
    float[] gradient = new float[3 * SIDE * SIDE];
    for (int i = 0; i < gradient.length; i++) {
      double x = i % SIDE - MIDDLE;
      double y = i / SIDE % SIDE - MIDDLE;
      gradient[i] = (float) profile.at(x * x + y * y);
    }
    return gradient;
  }

  private static double gauss(double squared, double width) {
    return Math.exp(-squared / (2 * width * width));
  }

  /** Squared, a Gaussian of s.d. s holds half within s sqrt(ln 2), on 2 pi s^2 pixels. */
  @Test
  void aGaussianHasTheRadiiOfItsEnergy() {
    Gradients gradients = Gradients.of(List.of(gradient(squared -> -gauss(squared, 4))), SIDE);
    EffectiveField field = gradients.field(true);
    assertThat(field.halfRadius()).isWithin(0.5).of(4 * Math.sqrt(Math.log(2)));
    assertThat(field.radius()).isWithin(0.5).of(4 * Math.sqrt(Math.log(10)));
    assertThat(field.area()).isWithin(0.5).of(2 * Math.PI * 16);
    assertThat(field.constancy()).isWithin(1e-9).of(1);
    assertThat(field.surround()).isEqualTo(0.0);
    assertThat(gradients.profile().get(0)).isGreaterThan(0.0); // whichever way up
    assertThat(gradients.profile().stream().mapToDouble(ring -> ring).sum()).isWithin(1e-6).of(1);
  }

  /** The rings outside of where the two Gaussians meet, over those inside. */
  @Test
  void aSurroundIsWhatOpposesTheMiddle() {
    double narrow = 2;
    double wide = 4;
    double crossing =
        Math.log(4) / (1 / (2 * narrow * narrow) - 1 / (2 * wide * wide)); // squared radius
    double inside =
        narrow * narrow * (1 - gauss(crossing, narrow))
            - 0.25 * wide * wide * (1 - gauss(crossing, wide));
    double all = narrow * narrow - 0.25 * wide * wide;
    Gradients gradients =
        Gradients.of(
            List.of(gradient(squared -> gauss(squared, narrow) - 0.25 * gauss(squared, wide))),
            SIDE);
    assertThat(gradients.field(true).surround()).isWithin(0.03).of((inside - all) / inside);
    assertThat(gradients.profile().get(1)).isGreaterThan(0.0);
    assertThat(gradients.profile().get(7)).isLessThan(0.0);
  }

  @Test
  void gradientsThatContradictEachOtherAreNotConstant() {
    float[] one = gradient(squared -> gauss(squared, 3));
    float[] other = gradient(squared -> -7 * gauss(squared, 3));
    EffectiveField both = Gradients.of(List.of(one, other), SIDE).field(true);
    assertThat(both.constancy()).isWithin(1e-9).of(0);
    assertThat(both.gradients()).isEqualTo(2);
    assertThat(Gradients.of(List.of(one, other), SIDE).field(false).constancy()).isNaN();
  }

  @Test
  void picturesThatMoveNothingAreCountedAndLeftOut() {
    float[] one = gradient(squared -> gauss(squared, 3));
    float[] broken = gradient(squared -> Double.NaN);
    float[] none = new float[3 * SIDE * SIDE];
    EffectiveField some = Gradients.of(List.of(none, one, broken), SIDE).field(true);
    assertThat(some.gradients()).isEqualTo(1);
    assertThat(some.silent()).isEqualTo(2);
    assertThat(some.radius()).isEqualTo(Gradients.of(List.of(one), SIDE).field(true).radius());
    EffectiveField silent = Gradients.of(List.of(none), SIDE).field(true);
    assertThat(silent.gradients()).isEqualTo(0);
    assertThat(silent.radius()).isNaN();
    assertThat(Gradients.of(List.of(none), SIDE).profile()).isEmpty();
  }

  @Test
  void aLinearCellHasOneFieldAndAComplexOneMany() {
    try (VisionModel vision =
        Subunits.vision(
            Subunits.linear(0, Subunits.gabor(30, 0.2, 0.1)),
            Subunits.complex(Subunits.gabor(30, 0.2, 0), Subunits.gabor(30, 0.2, 0.25)),
            Subunits.linear(0.3, (x, y) -> 0))) {
      var pictures = PictureLinearityTest.noise(12, Subunits.SIDE);
      var cells = EffectiveField.ofCells(vision, Subunits.RETINA_2, pictures);
      assertThat(cells.get(0).field().constancy()).isWithin(1e-5).of(1);
      assertThat(cells.get(0).field().radius()).isLessThan(4.0);
      assertThat(cells.get(1).field().constancy()).isLessThan(0.5);
      assertThat(cells.get(2).field().gradients()).isEqualTo(0);
      assertThat(cells.get(2).field().silent()).isEqualTo(12);
    }
  }

  /** What later layers see grows, and stays within what they can see. */
  @Test
  void fieldsGrowThroughANetwork() {
    try (VisionModel vision = VisionModel.of(Network.initialise(Architecture.thin(4, 5, 32), 7))) {
      var pictures = PictureLinearityTest.noise(8, 32);
      List<Double> radii =
          List.of("retina.retina_conv1", "retina.retina_conv2", "ventral.layer2").stream()
              .map(layer -> EffectiveField.ofLayer(vision, layer, pictures).field().radius())
              .toList();
      assertThat(radii).isInStrictOrder();
      assertThat(radii.get(0)).isAtMost(Math.sqrt(2) * 3.5);
      assertThat(
              EffectiveField.ofLayer(vision, "retina.retina_conv1", pictures).field().gradients())
          .isEqualTo(8);
    }
  }
}
