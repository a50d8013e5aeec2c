package org.opponency.orchard;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class ColourTest {
  @Test
  void hexIsTheSquareOfTheDisplayValue() {
    Colour colour = Colour.hex(0xff8000);
    assertThat(colour.r()).isEqualTo(1);
    assertThat(colour.g()).isWithin(1e-12).of(128.0 / 255 * 128 / 255);
    assertThat(colour.b()).isEqualTo(0);
  }

  @Test
  void theWheelStartsAtRedAndGoesOverGreenToBlue() {
    assertThat(Colour.hsv(0, 1, 1)).isEqualTo(new Colour(1, 0, 0));
    assertThat(Colour.hsv(1, 1, 1)).isEqualTo(new Colour(1, 0, 0));
    assertThat(Colour.hsv(1 / 3.0, 1, 1)).isEqualTo(new Colour(0, 1, 0));
    assertThat(Colour.hsv(0.5, 0, 0.5)).isEqualTo(Colour.grey(0.25));
  }
}
