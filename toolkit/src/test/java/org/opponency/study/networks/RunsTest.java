package org.opponency.study.networks;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RunsTest {
  @Test
  void tightBottlenecksHaveMost() {
    Runs laptop = Runs.of(Scale.LAPTOP);
    assertThat(laptop.of(1)).isEqualTo(8);
    assertThat(laptop.of(2)).isEqualTo(6);
    assertThat(laptop.of(32)).isEqualTo(3);
    assertThat(laptop.of(0)).isEqualTo(3);
    assertThat(laptop.isFirst(2)).isTrue();
    assertThat(laptop.isFirst(3)).isFalse();
    assertThat(laptop.firstInWords()).isEqualTo(", first 3 runs of a width");
  }

  @Test
  void atOtherScalesAllRunsAreTheFirst() {
    assertThat(Runs.of(Scale.PAPER).of(1)).isEqualTo(3);
    assertThat(Runs.of(Scale.SMOKE).of(1)).isEqualTo(1);
    assertThat(Runs.of(Scale.PAPER).firstInWords()).isEmpty();
  }

  @Test
  void aFirstLookTakesNoMoreThanAskedFor() {
    Runs look = Runs.of(Scale.LAPTOP).atMost(4);
    assertThat(look.of(1)).isEqualTo(4);
    assertThat(look.of(2)).isEqualTo(4);
    assertThat(look.of(32)).isEqualTo(3);
    assertThat(look.isFirst(2)).isTrue();
    assertThat(look.isFirst(3)).isFalse();
    assertThat(Runs.of(Scale.LAPTOP).atMost(1).firstInWords()).isEmpty();
    assertThat(look.atMost(5).most()).isEqualTo(4);
  }

  @Test
  void noRunsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Runs(3, Map.of(1, 0), 3));
  }
}
