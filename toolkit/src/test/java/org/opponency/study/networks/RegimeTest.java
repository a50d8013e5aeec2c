package org.opponency.study.networks;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RegimeTest {
  /** Else its accuracy while it is trained would not be that of what it predicts afterwards. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CIFAR10") // which takes no pictures of other sizes
  void networksValidateOnPicturesAsTheyPredict(Regime regime) {
    for (int size : new int[] {32, 64, 224}) {
      assertThat(regime.recipe(size).preprocessing())
          .isEqualTo(regime.architecture(4, 2, size).preprocessing());
    }
  }
}
