package org.opponency.report.draw;

import static com.google.common.truth.Truth.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ChartStyleTest {
  @Test
  void viridisGoesFromVioletToGreen() {
    assertThat(ChartStyle.viridis(0)).isEqualTo(new Color(0x440154));
    assertThat(ChartStyle.viridis(1)).isEqualTo(new Color(0x6ece58));
    assertThat(ChartStyle.viridis(7)).isEqualTo(ChartStyle.viridis(1));
  }

  @Test
  void mixingIsLinear() {
    assertThat(ChartStyle.mix(Color.BLACK, new Color(200, 100, 50), 0.5))
        .isEqualTo(new Color(100, 50, 25));
  }
}
