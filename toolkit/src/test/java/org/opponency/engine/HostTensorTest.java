package org.opponency.engine;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
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
}
