package org.opponency.models.weights;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnpicklerTest {
  /**
   * Made by CPython 3.11: {@code pickle.dumps({'a': [1, -2, 300, 70000, -2**40, 2**70], 'b': (1.5,
   * None, True, False, ()), 'c': ('x', 'é'), 3: []}, protocol).hex()}.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 80027d71002858010000006171015d7102284b014afeffffff4d2c014a701101008a060000000000ff8a09000000000000000040655801000000627103"
        + "28473ff80000000000004e888929747104580100000063710558010000007871065802000000c3a971078671084b035d7109752e",
    "4, 80049556000000000000007d94288c0161945d94284b014afeffffff4d2c014a701101008a060000000000ff8a0900000000000000004065"
        + "8c01629428473ff80000000000004e88892974948c0163948c0178948c02c3a99486944b035d94752e",
    "5, 80059556000000000000007d94288c0161945d94284b014afeffffff4d2c014a701101008a060000000000ff8a0900000000000000004065"
        + "8c01629428473ff80000000000004e88892974948c0163948c0178948c02c3a99486944b035d94752e"
  })
  void plainValuesOfEveryProtocol(int protocol, String pickle) {
    Map<String, Object> dict = TorchClasses.map(read(pickle));
    assertThat(dict.keySet()).containsExactly("a", "b", "c", "3").inOrder();
    BigInteger large = BigInteger.TWO.pow(70);
    assertThat(dict.get("a")).isEqualTo(List.of(1L, -2L, 300L, 70000L, -(1L << 40), large));
    assertThat(dict.get("b")).isEqualTo(Arrays.asList(1.5, null, true, false, List.of()));
    assertThat(dict.get("c")).isEqualTo(List.of("x", "\u00e9"));
    assertThat(dict.get("3")).isEqualTo(List.of());
  }

  /** {@code pickle.dumps(OrderedDict([('b', 1), ('a', 2)]), 2)} and of {@code Counter('aab')}. */
  @ParameterizedTest
  @CsvSource({
    "80 02 63636f6c6c656374696f6e730a4f726465726564446963740a 7100295271012858010000006271024b0158010000006171034b02752e, b, a",
    "80 02 63636f6c6c656374696f6e730a436f756e7465720a 71007d71012858010000006171024b0258010000006271034b01758571045271052e, a, b"
  })
  void dictsOfCollectionsKeepTheirOrder(String pickle, String first, String second) {
    Map<String, Object> dict = TorchClasses.map(read(pickle.replace(" ", "")));
    assertThat(dict.keySet()).containsExactly(first, second).inOrder();
  }

  @Test
  void dictAsPython2WroteIt() {
    Pickle pickle =
        new Pickle().named("collections", "OrderedDict").ops("](](U\u0001aK\u0001ee").op(0x85, 'R');
    assertThat(read(pickle)).isEqualTo(Map.of("a", 1L));
  }

  @Test
  void rememberedValueIsTheSame() {
    List<Object> twice =
        TorchClasses.list(read(new Pickle().op('(', ']', 'r', 9, 1, 0, 0, 'j', 9, 1, 0, 0, 't')));
    assertThat(twice.get(0)).isSameInstanceAs(twice.get(1));
  }

  @Test
  void readsOneAfterTheOther() {
    ByteBuffer two = ByteBuffer.wrap(HexFormat.of().parseHex("80024b012e80024b022e"));
    assertThat(Unpickler.read(two).value()).isEqualTo(1L);
    assertThat(Unpickler.read(two).value()).isEqualTo(2L);
    assertThrows(BufferUnderflowException.class, () -> Unpickler.read(two));
  }

  @Test
  void tellsWhichStoragesThereAre() {
    ByteBuffer pickle = ByteBuffer.wrap(new Pickle().storage("7", 3).bytes());
    Unpickler.Content content = Unpickler.read(pickle);
    Object storage = content.value();
    assertThat(content.storages()).containsExactly(storage);
    assertThat(content.strangers()).isEmpty();
    assertThat(storage).isEqualTo(new TorchStorage(ElementType.FLOAT32, "7", 0, 3));
  }

  private static Object read(String hex) {
    return Unpickler.read(ByteBuffer.wrap(HexFormat.of().parseHex(hex))).value();
  }

  private static Object read(Pickle pickle) {
    return Unpickler.read(ByteBuffer.wrap(pickle.bytes())).value();
  }
}
