package org.opponency.stimuli;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StimulusSetTest {
  @Test
  void huesGoRoundTheWheelInSteps() {
    StimulusSet<Hue> hues = StimulusSet.hues(8);
    assertThat(hues.size()).isEqualTo(360);
    assertThat(hues.get(0)).isEqualTo(new Hue(0, 1, 0.5));
    assertThat(hues.get(359)).isEqualTo(new Hue(359, 1, 0.5));
  }

  @Test
  void greysHoldBlackWhiteAndTheirBaseline() {
    List<Grey> greys = StimulusSet.greys(8).stimuli();
    assertThat(greys).containsAtLeast(new Grey(0), Grey.MID, new Grey(1)).inOrder();
  }

  /** Or two threads, one of which begins with a grey, may wait for each other: JLS 12.4.2. */
  @Test
  void fieldsAreInitialisedWithoutAnyOfTheirKinds() {
    assertThat(
            Stream.of(UniformField.class.getDeclaredFields())
                .filter(constant -> UniformField.class.isAssignableFrom(constant.getType()))
                .toList())
        .isEmpty();
  }

  @Test
  void gratingsHoldNoStimulusTwice() {
    StimulusSet<Grating> gratings = StimulusSet.gratings(32);
    assertThat(gratings.size()).isEqualTo(720);
    var pictures = new HashSet<List<Float>>();
    for (int i = 0; i < gratings.size(); i++) {
      pictures.add(list(gratings.pixels(i, i + 1, Aperture.whole(32))));
    }
    // At 16 periods in 32 pixels some phases of one orientation look alike: sampling, not
    // repetition.
    assertThat(pictures.size()).isAtLeast(700);
    assertThat(new HashSet<>(gratings.stimuli())).hasSize(720);
  }

  @Test
  void partIsThatOfTheWhole() {
    StimulusSet<Grating> gratings = StimulusSet.gratings(12, 5, 3, 2);
    Aperture part = new Aperture(3, 4);
    float[] whole = gratings.pixels(7, 9, Aperture.whole(12));
    float[] cut = gratings.pixels(7, 9, part);
    assertThat(cut).hasLength(2 * 3 * 16);
    for (int plane = 0; plane < 6; plane++) {
      for (int y = 0; y < 4; y++) {
        for (int x = 0; x < 4; x++) {
          assertThat(cut[(plane * 4 + y) * 4 + x])
              .isWithin(0)
              .of(whole[(plane * 12 + 3 + y) * 12 + 3 + x]);
        }
      }
    }
  }

  @Test
  void fieldsAreOneColourInPlanes() {
    float[] pixels = StimulusSet.hues(2, 3, 1, 0.5).pixels(1, 2, Aperture.whole(2));
    assertThat(pixels).isEqualTo(new float[] {0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0});
  }

  @Test
  void partBeyondTheStimulusIsRefused() {
    StimulusSet<Grey> greys = StimulusSet.greys(4);
    assertThrows(IllegalArgumentException.class, () -> greys.pixels(0, 1, new Aperture(2, 3)));
    assertThrows(IllegalArgumentException.class, () -> new StimulusSet<>(4, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Aperture(-1, 3));
  }

  private static List<Float> list(float[] values) {
    var list = new ArrayList<Float>();
    for (float value : values) {
      list.add(value);
    }
    return list;
  }
}
