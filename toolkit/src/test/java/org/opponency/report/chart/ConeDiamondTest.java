package org.opponency.report.chart;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Networks;
import org.opponency.physiology.cone.ConeWeights;
import org.opponency.report.draw.Svg;

class ConeDiamondTest {
  private static String drawn(double l, double m, double s) {
    return Svg.of(diamond(new ConeWeights(l, m, s, 1)));
  }

  private static ConeDiamond diamond(ConeWeights weights) {
    List<Measured<ConeWeights>> cells = List.of(Networks.measured(4, 0, false, weights));
    return new ConeDiamond(222, cells);
  }

  @Test
  void longConesLieAtTheRightAndMiddleOnesAbove() {
    // 111 is the middle, 22 the margin, so that a weight of 1 is 89 points long.
    assertThat(drawn(1, 0, 0)).contains("cx=\"200\" cy=\"111\"");
    assertThat(drawn(0, 1, 0)).contains("cx=\"111\" cy=\"22\"");
    assertThat(drawn(-0.5, 0.25, 0.25)).contains("cx=\"66.5\" cy=\"88.75\"");
  }

  @Test
  void shortConesThatInhibitAreSquare() {
    assertThat(drawn(0.5, 0.25, -0.25)).doesNotContain("<ellipse");
    assertThat(drawn(0.5, 0.25, 0.25)).contains("<ellipse");
  }

  @Test
  void cellsWithoutWeightsAreNotDrawn() {
    double none = Double.NaN;
    assertThat(drawn(none, none, none)).isEqualTo(Svg.of(new ConeDiamond(222, List.of())));
  }
}
