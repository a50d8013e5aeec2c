package org.opponency.attacks;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.models.VisionModel;

class CostPreviewTest {
  @Test
  void countsWhatTheAttacksMayTake() {
    try (VisionModel vision = Toys.drawn(1)) {
      CostPreview cost = CostPreview.of(vision, AttackProtocol.paper(Mode.FULL, 4, 1), 10);
      assertThat(cost.gradients()).isEqualTo(10 * (1 + 40 * 14 + 10 * 14 + 50 * 9));
      assertThat(cost.passes()).isEqualTo(10 * (1 + 5 * 14));
      assertThat(cost.millisecondsPerGradient()).isGreaterThan(0.0);
    }
  }

  /** 100 gradients and 40 passes, each half a gradient, of 5 ms. */
  @Test
  void aGradientTakesAsLongAsTwoPasses() {
    assertThat(CostPreview.at(5, 10, 100, 40).seconds()).isWithin(1e-12).of(0.6);
  }

  @Test
  void noMeasurementTakesMoreGradientsThanForetold(@TempDir Path folder) {
    AttackProtocol protocol = AttackProtocol.paper(Mode.FULL, 4, 1);
    try (VisionModel vision = Toys.drawn(11)) {
      RobustAccuracy result = Toys.measure(folder, vision, Toys.noise(6), protocol);
      assertThat(result.gradients().gradients())
          .isAtMost(CostPreview.of(vision, protocol, 6).gradients());
    }
  }

  @Test
  void timeIsGivenInWords() {
    assertThat(new CostPreview(1, 1, 1, 1, 119).time()).isEqualTo("119 s");
    assertThat(new CostPreview(1, 1, 1, 1, 750).time()).isEqualTo("12 min");
  }
}
