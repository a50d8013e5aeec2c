package org.opponency.models.weights;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
                StateMismatch.fitting(
                    Map.of("a", TWO, "b", TWO, "c", TWO),
                    Map.of("b", TRIPLE, "d", PAIR, "c", PAIR)));
    assertThat(error.getMessage().lines().skip(1).toList())
        .containsExactly(
            "  missing a", "  wrong shape of b: expected [2], found [3]", "  unexpected d")
        .inOrder();
  }

  @Test
  void countsOfBatchesMayBeMissing() {
    StateMismatch.fitting(
        Map.of("bn.weight", TWO, "bn.num_batches_tracked", NONE), Map.of("bn.weight", PAIR));
  }

  static Stream<HostTensor> sevens() {
    ByteBuffer number = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 7);
    return Stream.of(
        HostTensor.ofLong(7),
        HostTensor.ofFloats(new float[] {7.5f}),
        HostTensor.ofFloats(new float[] {7}, 1),
        new HostTensor(DataType.INT32, NONE, number));
  }

  /** As {@code load_state_dict} takes them; averaging scripts write fractions. */
  @ParameterizedTest
  @MethodSource("sevens")
  void countOfBatchesIsANumberOfAnyTypeOrARowOfOne(HostTensor seven) {
    String name = "bn.num_batches_tracked";
    assertThat(StateMismatch.fitting(Map.of(name, NONE), Map.of(name, seven)))
        .containsExactly(name, HostTensor.ofLong(7));
  }

  @Test
  void countsOfTwoAreNone() {
    String name = "bn.num_batches_tracked";
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> StateMismatch.fitting(Map.of(name, NONE), Map.of(name, PAIR)));
    assertThat(error).hasMessageThat().contains("expected [], found [2]");
  }

  @Test
  void longListsAreCutAndNamesEscaped() {
    Map<String, HostTensor> found =
        IntStream.range(0, 200_000)
            .boxed()
            .collect(Collectors.toMap(i -> "\u001b[31m\n" + i, i -> PAIR));
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> StateMismatch.fitting(Map.of("a", TWO), found));
    List<String> lines = error.getMessage().lines().skip(1).toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).isEqualTo("  missing a");
    assertThat(lines.get(1)).startsWith("  unexpected \\u001b[31m\\u000a");
    assertThat(lines.get(4)).isEqualTo("  unexpected 199997 more");
  }
}
