package org.opponency.physiology;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opponency.images.RgbImage;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.VisionModel;
import org.opponency.stimuli.Aperture;

class ReceptiveFieldTest {
  @Test
  void fieldOfALinearCellIsItsFilter() {
    try (VisionModel vision = HandMade.vision(HandMade.luminance(), HandMade.redMinusGreen())) {
      // A pixel that is black sits on the ReLU's corner, where PyTorch's slope is 0: notebook's
      // 0.01.
      ReceptiveField field =
          ReceptiveField.of(vision, HandMade.RETINA_2, 1, FieldProtocol.NOTEBOOK_2019);
      assertThat(field.gradient()).hasLength(3 * 32 * 32);
      assertThat(sum(field.gradient())).isEqualTo(0);
    }
  }

  /** Below zero the batch norm has gradients that nothing behind the ReLU has. */
  @Test
  void layersOfAResidualBlockAreNotMeasuredBehindTheReLU() {
    try (VisionModel vision = VisionModel.of(Network.initialise(Architecture.thin(1, 3, 32), 0))) {
      for (String layer : List.of("ventral.layer1.0.conv1", "ventral.layer1.0.bn3")) {
        var refusal =
            assertThrows(
                IllegalArgumentException.class,
                () -> ReceptiveField.of(vision, layer, 0, FieldProtocol.NOTEBOOK_2019));
        assertThat(refusal).hasMessageThat().contains("got " + layer + "; use PAPER");
        assertThat(ReceptiveField.of(vision, layer, 0, FieldProtocol.PAPER).layer())
            .isEqualTo(layer);
      }
      for (String layer : List.of("ventral.conv1", "ventral.layer1")) {
        assertThat(ReceptiveField.of(vision, layer, 0, FieldProtocol.NOTEBOOK_2019).layer())
            .isEqualTo(layer);
      }
    }
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  @Test
  void pictureRunsFromBlackToWhite() {
    float[] gradient = new float[3 * 4 * 4];
    gradient[5] = -1;
    gradient[16 + 6] = 3;
    var field = new ReceptiveField("a", 0, FieldProtocol.PAPER, 4, new Aperture(1, 2), gradient);
    RgbImage colour = field.colour();
    assertThat(colour.width()).isEqualTo(2);
    assertThat(colour.value(0, 0, 0)).isEqualTo(0);
    assertThat(colour.value(1, 0, 1)).isEqualTo(255);
    assertThat(colour.value(1, 1, 2)).isEqualTo(64);
    RgbImage grey = field.grey();
    assertThat(grey.value(0, 0, 2)).isEqualTo(0);
    assertThat(grey.value(1, 0, 0)).isEqualTo(255);
  }

  @Test
  void silentCellIsGrey() {
    var field =
        new ReceptiveField("a", 0, FieldProtocol.PAPER, 4, new Aperture(0, 4), new float[48]);
    assertThat(field.colour().value(2, 2, 1)).isEqualTo(128);
    assertThat(DifferenceOfGaussians.fit(field).goodness()).isNaN();
    assertThat(DifferenceOfGaussians.fit(field).isCentreSurround()).isFalse();
  }

  @Test
  void fitFindsTheGaussiansThatMadeAField() {
    var fit =
        DifferenceOfGaussians.fit(field((x, y) -> 2 * g(x - 1, y, 1.2) - 0.5 * g(x - 1, y, 2.5)));
    assertThat(fit.x()).isWithin(1e-3).of(1);
    assertThat(fit.y()).isWithin(1e-3).of(0);
    assertThat(fit.centre()).isWithin(1e-3).of(6);
    assertThat(fit.centreWidth()).isWithin(1e-3).of(1.2);
    assertThat(fit.surround()).isWithin(1e-3).of(1.5);
    assertThat(fit.surroundWidth()).isWithin(1e-3).of(2.5);
    assertThat(fit.balance()).isWithin(1e-3).of(0.25 * 6.25 / 1.44);
    assertThat(fit.goodness()).isWithin(1e-6).of(1);
    assertThat(fit.isCentreSurround()).isTrue();
  }

  /** The squares of a Gaussian of s.d. s are one of s / sqrt(2): 90 % lie within s sqrt(ln 10). */
  @Test
  void extentHoldsNineTenthsOfTheEnergy() {
    assertThat(field((x, y) -> g(x - 1, y, 1.5)).extent())
        .isWithin(0.3)
        .of(1.5 * Math.sqrt(Math.log(10)));
    assertThat(field((x, y) -> x == 0 && y == 0 ? 1 : 0).extent()).isEqualTo(0);
    // Two pixels four apart: the middle is between them, and both are needed for nine tenths.
    assertThat(field((x, y) -> Math.abs(x) == 2 && y == 0 ? 1 : 0).extent()).isEqualTo(2);
    assertThat(field((x, y) -> 0).extent()).isNaN();
  }

  @Test
  void offCentreCellsAreCentreSurroundToo() {
    var fit = DifferenceOfGaussians.fit(field((x, y) -> 0.3 * g(x, y, 3) - g(x, y, 1)));
    assertThat(fit.centre()).isLessThan(0.0);
    assertThat(fit.isCentreSurround()).isTrue();
  }

  @Test
  void blobsBarsAndNoiseAreNotCentreSurround() {
    var blob = DifferenceOfGaussians.fit(field((x, y) -> g(x, y, 1.5)));
    assertThat(blob.goodness()).isWithin(1e-3).of(1);
    assertThat(blob.isCentreSurround()).isFalse();
    var bars = DifferenceOfGaussians.fit(field((x, y) -> g(x, y, 3) * Math.sin(1.5 * x)));
    assertThat(bars.isCentreSurround()).isFalse();
    Random random = new Random(1);
    var noise = DifferenceOfGaussians.fit(field((x, y) -> random.nextGaussian()));
    assertThat(noise.goodness()).isLessThan(0.5);
  }

  @Test
  void cellOfTheNetworkIsFoundToBeCentreSurround() {
    try (VisionModel vision = HandMade.vision(HandMade.differenceOfGaussians())) {
      ReceptiveField field = shifted(vision);
      DifferenceOfGaussians fit = DifferenceOfGaussians.fit(field);
      assertThat(fit.centreWidth()).isWithin(0.02).of(0.7);
      assertThat(fit.surroundWidth()).isWithin(0.05).of(1.1);
      assertThat(fit.goodness()).isGreaterThan(0.999);
      assertThat(fit.isCentreSurround()).isTrue();
    }
  }

  /** At a field of 0.01 every pixel of Retina-1 lies above the ReLU's corner. */
  private static ReceptiveField shifted(VisionModel vision) {
    ReceptiveField field =
        ReceptiveField.of(vision, HandMade.RETINA_2, FieldProtocol.NOTEBOOK_2019).get(0);
    return new ReceptiveField(
        field.layer(),
        0,
        FieldProtocol.PAPER,
        field.side(),
        vision.field(HandMade.RETINA_2).seen(field.side()),
        field.gradient());
  }

  @Test
  void linearCellsScoreZeroAndOthersMore() {
    try (VisionModel vision = HandMade.vision(HandMade.gabor(), HandMade.differenceOfGaussians())) {
      List<Linearity> linear = Linearity.of(vision, HandMade.RETINA_2, Linearity.INPUTS, 1);
      assertThat(linear).hasSize(2);
      linear.forEach(cell -> assertThat(cell.score()).isWithin(1e-4).of(0));
    }
    try (VisionModel vision = VisionModel.of(Network.initialise(Architecture.thin(2, 5, 32), 7))) {
      List<Linearity> deep = Linearity.of(vision, "ventral.layer1", Linearity.INPUTS, 1);
      assertThat(deep.stream().mapToDouble(Linearity::score).max().orElse(0)).isGreaterThan(1);
    }
  }

  @Test
  void responseMapsRunFromBlackToWhite() {
    try (VisionModel vision = HandMade.vision(HandMade.luminance())) {
      byte[] pixels = new byte[3 * 32 * 32];
      pixels[3 * (5 * 32 + 7)] = (byte) 255;
      List<ResponseMap> maps =
          ResponseMap.of(vision, HandMade.RETINA_2, new RgbImage(32, 32, pixels));
      assertThat(maps).hasSize(1);
      assertThat(maps.get(0).values()[5 * 32 + 7]).isWithin(1e-6f).of(0.25f);
      assertThat(maps.get(0).image().value(7, 5, 0)).isEqualTo(255);
      assertThat(maps.get(0).image().value(8, 5, 0)).isEqualTo(0);
    }
  }

  @Test
  void mapsFollowBrightnessEitherWayUp() {
    byte[] pixels = new byte[3 * 4];
    for (int i = 0; i < 12; i++) {
      pixels[i] = (byte) (20 * (i / 3));
    }
    RgbImage image = new RgbImage(2, 2, pixels);
    assertThat(map(1, 2, 3, 4).followsBrightness(image)).isWithin(1e-9).of(1);
    assertThat(map(4, 3, 2, 1).followsBrightness(image)).isWithin(1e-9).of(1);
    assertThat(map(1, -1, -1, 1).followsBrightness(image)).isWithin(1e-9).of(0);
    assertThat(map(2, 2, 2, 2).followsBrightness(image)).isNaN();
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ResponseMap("a", 0, 1, 1, new float[1]).followsBrightness(image));
    assertThat(refusal).hasMessageThat().contains("1 x 1, got 2 x 2");
  }

  private static ResponseMap map(float... values) {
    return new ResponseMap("a", 0, 2, 2, values);
  }

  /** A grey field, one of red against green, and one that sees red only: a third of it is grey. */
  @Test
  void theWeightOfLuminanceIsItsShareOfTheFieldsEnergy() {
    assertThat(field((x, y) -> x + 2 * y).luminanceWeight()).isWithin(1e-6).of(1);
    assertThat(channels(1, -1, 0).luminanceWeight()).isWithin(1e-6).of(0);
    assertThat(channels(1, 0, 0).luminanceWeight()).isWithin(1e-6).of(1 / 3.0);
    // (2 + 1)^2 / 3 of 2^2 + 1^2
    assertThat(channels(2, 1, 0).luminanceWeight()).isWithin(1e-6).of(0.6);
    assertThat(channels(0, 0, 0).luminanceWeight()).isNaN();
  }

  private static ReceptiveField channels(float red, float green, float blue) {
    ReceptiveField one = field((x, y) -> 1);
    float[] gradient = one.gradient().clone();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= i < 1024 ? red : i < 2048 ? green : blue;
    }
    return new ReceptiveField(one.layer(), 0, one.protocol(), 32, one.shown(), gradient);
  }

  private static double g(double x, double y, double s) {
    return Math.exp(-(x * x + y * y) / (2 * s * s));
  }

  @FunctionalInterface
  private interface Profile {
    double at(int x, int y);
  }

  /** A field of 13 pixels around pixel (16, 16), the same in each channel. */
  private static ReceptiveField field(Profile profile) {
    float[] gradient = new float[3 * 32 * 32];
    for (int y = -6; y <= 6; y++) {
      for (int x = -6; x <= 6; x++) {
        float value = (float) profile.at(x, y);
        for (int c = 0; c < 3; c++) {
          gradient[(c * 32 + y + 16) * 32 + x + 16] = value;
        }
      }
    }
    return new ReceptiveField("a", 0, FieldProtocol.PAPER, 32, new Aperture(10, 13), gradient);
  }
}
