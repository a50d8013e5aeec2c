package org.opponency.models.weights;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opponency.engine.HostTensor;
import org.opponency.models.Numbers;

/** What files of old have and PyTorch 1.13, which wrote the golden ones, no longer writes. */
class TorchLegacyTest {
  /** A storage that is the elements from 2 on, 3 of them, of the storage "0". */
  @Test
  void storageThatIsAViewOfAnother() {
    Pickle saved =
        new Pickle()
            .op('}')
            .text("b")
            .named("torch._utils", "_rebuild_tensor")
            .op('(', '(')
            .text("storage")
            .named("torch", "FloatStorage")
            .text("0")
            .text("cpu")
            .number(6)
            .op('(')
            .text("view")
            .number(2)
            .number(3)
            .ops("ttQ")
            .number(1)
            .numbers(2)
            .numbers(1)
            .ops("tRs");
    Map<String, HostTensor> tensors = tensors(saved.legacy(10, 11, 12, 13, 14, 15));
    assertThat(Numbers.of(tensors.get("b"))).isEqualTo(new double[] {13, 14});
  }

  @Test
  void storageLargerThanTheFile() {
    byte[] file = tensorOfTwo().legacy(1, 2);
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(file.length - 16, 1L << 61);
    var refusal = assertThrows(IllegalArgumentException.class, () -> tensors(file));
    assertThat(refusal).hasMessageThat().contains("8 bytes are left in the file");
  }

  @Test
  void storageSmallerThanItsTensor() {
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> tensors(tensorOfTwo().legacy(1)));
    assertThat(refusal).hasMessageThat().contains("expected 8 bytes of storage 0, found 4");
  }

  @Test
  void storageThatIsMissing() {
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> tensors(tensorOfTwo().legacy()));
    assertThat(refusal).hasMessageThat().contains("expected 8 bytes of storage 0, found none");
  }

  private static Pickle tensorOfTwo() {
    return new Pickle().op('}').text("b").tensor(2, 0, new long[] {2}, 1).op('s');
  }

  private static Map<String, HostTensor> tensors(byte[] file) {
    return TorchFile.of(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN)).tensors();
  }
}
