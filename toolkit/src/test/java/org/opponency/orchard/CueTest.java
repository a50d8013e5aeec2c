package org.opponency.orchard;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a one-cue picture leaves out must be the same whatever the class. */
class CueTest {
  private static final int SCENES = 12;

  @Test
  void silhouettesCarryNeitherSurfaceNorColour() {
    forEachScene(
        (fruit, draws) -> {
          double[][] samples = skin(fruit, Cue.SILHOUETTE, draws);
          double[][] others = skin(Fruit.LEMON, Cue.SILHOUETTE, draws);
          for (double[] sample : samples) {
            assertThat(sample).isEqualTo(samples[0]);
            assertThat(sample).isEqualTo(others[0]);
          }
        });
  }

  @Test
  void surfacesCarryNeitherSilhouetteNorColour() {
    forEachScene(
        (fruit, draws) -> {
          assertThat(mask(fruit, Cue.SURFACE, draws))
              .isEqualTo(mask(Fruit.LEMON, Cue.SURFACE, draws));
          Look look = Look.of(fruit, false, Overlap.USUAL, draws).only(Cue.SURFACE);
          Skin skin = Dress.skin(look, draws.split("colour"));
          assertThat(chroma(skin.base())).isEqualTo(0);
          assertThat(chroma(skin.accent())).isEqualTo(0);
          assertThat(skin.base())
              .isEqualTo(
                  Dress.skin(
                          Look.of(Fruit.LEMON, false, Overlap.USUAL, draws).only(Cue.SURFACE),
                          draws.split("colour"))
                      .base());
        });
  }

  @Test
  void coloursCarryNeitherSilhouetteNorSurface() {
    forEachScene(
        (fruit, draws) -> {
          assertThat(mask(fruit, Cue.COLOUR, draws))
              .isEqualTo(mask(Fruit.LEMON, Cue.COLOUR, draws));
          Look look = Look.of(fruit, false, Overlap.USUAL, draws).only(Cue.COLOUR);
          Look other = Look.of(Fruit.LEMON, false, Overlap.USUAL, draws).only(Cue.COLOUR);
          Surface surface = Dress.surface(look, draws.split("surface"));
          assertThat(surface.strength()).isEqualTo(0);
          assertThat(surface).isEqualTo(Dress.surface(other, draws.split("surface")));
        });
  }

  @Test
  void eachCueDiffersBetweenFruits() {
    Draws draws = Draws.of(4);
    assertThat(mask(Fruit.BANANA, Cue.SILHOUETTE, draws))
        .isNotEqualTo(mask(Fruit.ORANGE, Cue.SILHOUETTE, draws));
    assertThat(skin(Fruit.PINEAPPLE, Cue.SURFACE, draws))
        .isNotEqualTo(skin(Fruit.ORANGE, Cue.SURFACE, draws));
    assertThat(skin(Fruit.STRAWBERRY, Cue.COLOUR, draws))
        .isNotEqualTo(skin(Fruit.LEMON, Cue.COLOUR, draws));
  }

  private interface Check {
    void of(Fruit fruit, Draws draws);
  }

  private static void forEachScene(Check check) {
    for (int i = 0; i < SCENES; i++) {
      check.of(Fruit.values()[i % 10], Draws.of(9).split(i));
    }
  }

  private static Specimen specimen(Fruit fruit, Cue cue, Draws draws) {
    Look look = Look.of(fruit, false, Overlap.USUAL, draws).only(cue);
    return Scene.draw(look, draws, draws).specimen();
  }

  private static boolean[] mask(Fruit fruit, Cue cue, Draws draws) {
    Specimen specimen = specimen(fruit, cue, draws);
    boolean[] mask = new boolean[48 * 48];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = specimen.covers((i % 48) / 24.0 - 1, (i / 48) / 24.0 - 1);
    }
    return mask;
  }

  /** Colours of the samples that lie on the fruit. */
  private static double[][] skin(Fruit fruit, Cue cue, Draws draws) {
    Specimen specimen = specimen(fruit, cue, draws);
    return IntStream.range(0, 32 * 32)
        .mapToObj(i -> sample(specimen, (i % 32) / 16.0 - 1, (i / 32) / 16.0 - 1))
        .filter(sample -> sample.length > 0)
        .toArray(double[][]::new);
  }

  private static double[] sample(Specimen specimen, double x, double y) {
    Brush brush = new Brush();
    return specimen.paint(x, y, brush) ? new double[] {brush.r, brush.g, brush.b} : new double[0];
  }

  private static double chroma(Colour colour) {
    double[] channels = {colour.r(), colour.g(), colour.b()};
    return Arrays.stream(channels).max().orElseThrow()
        - Arrays.stream(channels).min().orElseThrow();
  }
}
