package org.opponency.report.draw;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class LetteringTest {
  private static final Lettering LABEL = ChartStyle.LABEL;

  @Test
  void wrapsBetweenWordsAndLosesNone() {
    var lines = LABEL.wrap("custard apple  and pomegranate", 90);
    assertThat(lines.size()).isGreaterThan(1);
    assertThat(String.join(" ", lines)).isEqualTo("custard apple and pomegranate");
    for (String line : lines) {
      assertThat(LABEL.width(line)).isAtMost(90.0);
    }
  }

  @Test
  void aLongWordKeepsItsLine() {
    assertThat(LABEL.wrap("a pomegranate", 20)).containsExactly("a", "pomegranate").inOrder();
  }
}
