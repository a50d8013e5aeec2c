package org.opponency.stimuli;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opponency.engine.HostTensor;
import org.opponency.models.weights.Safetensors;

/** Holds gratings to those PsychoPy draws: environment/golden/early_vision.py. */
class GratingTest {
  private static final int SIDE = 16;

  /** The most that one of 128 samples of a period differs from the next, and rounding to 8 bits. */
  private static final float SAMPLE = (float) (Math.PI / 127 + 1 / 255.0);

  @Test
  void bothKindsEqualPsychoPysWithAndWithoutItsRounding() throws Exception {
    Map<String, HostTensor> golden =
        Safetensors.read(
                Path.of(GratingTest.class.getResource("golden/gratings.safetensors").toURI()))
            .tensors();
    HostTensor parameters = golden.get("parameters");
    FloatBuffer exact = golden.get("exact").data().asFloatBuffer();
    for (int i = 0; i < parameters.shape()[0]; i++) {
      double[] p = new double[3];
      parameters.data().asDoubleBuffer().get(3 * i, p);
      float[] pixels = paint(new Grating(p[0], p[1], p[2]));
      float[] published = paint(new Grating(p[0], p[1], p[2], Waveform.PSYCHOPY));
      for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
        int place = i * SIDE * SIDE + pixel;
        assertThat(pixels[pixel]).isWithin(1e-6f).of(exact.get(place));
        float drawn = (golden.get("psychopy").data().get(place) & 0xff) / 255f;
        assertThat(pixels[pixel]).isWithin(0.03f).of(drawn);
        assertThat(published[pixel]).isWithin(onEdges(p[0]) ? SAMPLE : 1e-6f).of(drawn);
        assertThat(pixels[pixel + SIDE * SIDE]).isWithin(0).of(pixels[pixel]);
        assertThat(pixels[pixel + 2 * SIDE * SIDE]).isWithin(0).of(pixels[pixel]);
      }
    }
  }

  /**
   * Whether pixels lie where one sample ends, so that rounding alone decides for it or the next.
   */
  private static boolean onEdges(double orientation) {
    return orientation % 45 == 0;
  }

  @Test
  void orientationIsThatOfTheBars() {
    float[] horizontal = paint(new Grating(0, 0, 2));
    assertThat(horizontal[5 * SIDE + 1]).isWithin(1e-6f).of(horizontal[5 * SIDE + 9]);
    float[] rising = paint(new Grating(45, 0, 2));
    // Up and to the right along a bar.
    assertThat(rising[9 * SIDE + 4]).isWithin(1e-6f).of(rising[6 * SIDE + 7]);
  }

  private static float[] paint(Grating grating) {
    float[] pixels = new float[3 * SIDE * SIDE];
    grating.paint(SIDE, Aperture.whole(SIDE), pixels, 0);
    return pixels;
  }

  /** White within the circle, mid-grey without, a half where its edge cuts a pixel in two. */
  @Test
  void aDiscShowsItsGratingWithinACircle() {
    Grating white = new Grating(0, 0, 0);
    float[] pixels = new float[3 * 25];
    new GratingDisc(white, 1, 0, 2).paint(5, Aperture.whole(5), pixels, 0);
    assertThat(Arrays.copyOfRange(pixels, 10, 15))
        .usingTolerance(1e-6)
        .containsExactly(new float[] {0.5f, 0.5f, 0.75f, 1, 0.75f})
        .inOrder();
    assertThat(Arrays.copyOfRange(pixels, 50, 75)).isEqualTo(Arrays.copyOfRange(pixels, 0, 25));
    float[] part = new float[3];
    new GratingDisc(white, 1, 0, 2).paint(5, new Aperture(3, 1), part, 0);
    assertThat(part[0]).isEqualTo(pixels[18]);
    var error = assertThrows(IllegalArgumentException.class, () -> new GratingDisc(white, 0, 0, 0));
    assertThat(error).hasMessageThat().isEqualTo("Expected a diameter above 0, got 0.0");
  }
}
