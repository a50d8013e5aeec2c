package org.opponency.models.weights;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opponency.engine.HostTensor;

class StateMismatchTest {
  private static final long[] NONE = {};
  private static final long[] TWO = {2};
  private static final HostTensor PAIR = HostTensor.ofFloats(new float[2], 2);
  private static final HostTensor TRIPLE = HostTensor.ofFloats(new float[3], 3);

  @Test
  void listsEveryMismatch() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                StateMismatch.check(
                    Map.of("a", TWO, "b", TWO, "c", TWO),
                    Map.of("b", TRIPLE, "d", PAIR, "c", PAIR)));
    assertThat(error.getMessage().lines().skip(1).toList())
        .containsExactly(
            "  missing a", "  wrong shape of b: expected [2], found [3]", "  unexpected d");
  }

  @Test
  void countsOfBatchesMayBeMissing() {
    StateMismatch.check(
        Map.of("bn.weight", TWO, "bn.num_batches_tracked", NONE), Map.of("bn.weight", PAIR));
  }

  @Test
  void countsOfBatchesAreWhole() {
    Map<String, HostTensor> fraction =
        Map.of("bn.num_batches_tracked", HostTensor.ofFloats(new float[1]));
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> StateMismatch.check(Map.of("bn.num_batches_tracked", NONE), fraction));
    assertThat(error).hasMessageThat().contains("expected int64, found float32");
  }
}
