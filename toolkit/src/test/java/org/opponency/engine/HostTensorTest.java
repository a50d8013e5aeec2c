package org.opponency.engine;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.opponency.models.Numbers;

class HostTensorTest {
  @Test
  void keepsTheLogicalOrderOfATransposedArray() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray rows = manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3));
      HostTensor tensor = HostTensor.of(rows.transpose());
      assertThat(tensor.shape()).isEqualTo(new long[] {3, 2});
      assertThat(Numbers.of(tensor)).isEqualTo(new double[] {1, 4, 2, 5, 3, 6});
    }
  }

  @Test
  void arraysShareNoMemoryWithIt() {
    HostTensor tensor = HostTensor.ofFloats(new float[] {1, 2}, 2);
    try (NDManager manager = NDManager.newBaseManager()) {
      tensor.toArray(manager).addi(1);
      assertThat(Numbers.of(tensor)).isEqualTo(new double[] {1, 2});
    }
  }

  @Test
  void whatIsNoFiniteNumberCanBecomeZero() {
    float[] some = {1, Float.NaN, -2, Float.NEGATIVE_INFINITY};
    HostTensor tensor = HostTensor.ofFloats(some, 2, 2);
    assertThat(tensor.finite()).isEqualTo(HostTensor.ofFloats(new float[] {1, 0, -2, 0}, 2, 2));
    assertThat(tensor).isEqualTo(HostTensor.ofFloats(some, 2, 2)); // as it was
  }

  @Test
  void aScalarHasNoAxes() {
    HostTensor scalar = HostTensor.ofLong(1L << 40);
    assertThat(scalar.shape()).isEmpty();
    assertThat(scalar.data().getLong(0)).isEqualTo(1L << 40);
  }

  @Test
  void refusesDataThatDoNotFillTheShape() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> HostTensor.ofFloats(new float[5], 2, 3));
    assertThat(error).hasMessageThat().contains("Expected 24 bytes");
    assertThat(error).hasMessageThat().contains("got 20");
  }

  @Test
  void refusesShapesThatNoMemoryHolds() {
    ByteBuffer none = ByteBuffer.allocate(0);
    ByteBuffer four = ByteBuffer.allocate(16);
    assertThrows(
        ArithmeticException.class,
        () -> new HostTensor(DataType.FLOAT32, new long[] {1L << 62}, none));
    assertThrows(
        IllegalArgumentException.class,
        () -> new HostTensor(DataType.FLOAT32, new long[] {-2, -2}, four));
  }

  private static HostTensor tensor(DataType type, int bits) {
    ByteBuffer data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(0, bits);
    return new HostTensor(type, new long[0], data.limit(type.getNumOfBytes()));
  }

  @Test
  void negativesOfEveryType() {
    assertThat(tensor(DataType.FLOAT16, 0x3c00).negated())
        .isEqualTo(tensor(DataType.FLOAT16, 0xbc00));
    assertThat(HostTensor.ofFloats(new float[] {1, -2, 0}, 3).negated())
        .isEqualTo(HostTensor.ofFloats(new float[] {-1, 2, -0f}, 3));
    assertThat(tensor(DataType.INT32, 5).negated()).isEqualTo(tensor(DataType.INT32, -5));
    assertThat(HostTensor.ofLong(5).negated()).isEqualTo(HostTensor.ofLong(-5));
    assertThat(tensor(DataType.UINT8, 1).negated()).isEqualTo(tensor(DataType.UINT8, 255));
    assertThrows(IllegalArgumentException.class, () -> tensor(DataType.BOOLEAN, 1).negated());
  }

  /** The largest half, infinity and one of the NaNs. */
  @Test
  void halvesMayBeNoNumbers() {
    assertThat(tensor(DataType.FLOAT16, 0x7bff).isFinite()).isTrue();
    assertThat(tensor(DataType.FLOAT16, 0xfc00).isFinite()).isFalse();
    assertThat(tensor(DataType.FLOAT16, 0x7e00).isFinite()).isFalse();
    assertThat(HostTensor.ofFloats(new float[] {Float.NaN}, 1).isFinite()).isFalse();
  }
}
