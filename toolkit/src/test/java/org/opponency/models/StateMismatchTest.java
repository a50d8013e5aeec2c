package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StateMismatchTest {
  private static final HostTensor PAIR = HostTensor.ofFloats(new float[2], 2);
  private static final HostTensor TRIPLE = HostTensor.ofFloats(new float[3], 3);

  @Test
  void listsEveryMismatch() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                StateMismatch.check(
                    Map.of("a", PAIR, "b", PAIR, "c", PAIR),
                    Map.of("b", TRIPLE, "d", PAIR, "c", PAIR)));
    assertThat(error.getMessage().lines().skip(1).toList())
        .containsExactly(
            "  missing a", "  wrong shape of b: expected [2], found [3]", "  unexpected d");
  }

  @Test
  void countsOfBatchesMayBeMissing() {
    StateMismatch.check(
        Map.of("bn.weight", PAIR, "bn.num_batches_tracked", HostTensor.ofLong(0)),
        Map.of("bn.weight", PAIR));
  }
}
