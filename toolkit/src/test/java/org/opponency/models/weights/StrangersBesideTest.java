package org.opponency.models.weights;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.engine.HostTensor;

/** What training scripts leave beside weights, and how they wrap them. */
class StrangersBesideTest {
  private static final HostTensor BIAS = HostTensor.ofFloats(new float[] {0, 0}, 2);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("checkpoint.pt");
  }

  private WeightFile read(Pickle pickle) throws IOException {
    return WeightFile.read(Files.write(file, pickle.zip(8)));
  }

  private static Pickle bias(Pickle pickle, String name) {
    return pickle.text(name).tensor(2, 0, new long[] {2}, 1);
  }

  /** {@code {"args": Namespace(lr=0.1), "state_dict": {"fc.bias": tensor}}}. */
  @Test
  void namespaceIsNamedAndTheWeightsRead() throws IOException {
    Pickle pickle = new Pickle().ops("}(").text("args").named("argparse", "Namespace");
    pickle.op(')', 0x81, '}').text("lr").op('K', 1, 's', 'b');
    bias(pickle.text("state_dict").op('}'), "fc.bias").ops("su");
    WeightFile content = read(pickle);
    assertThat(content.tensors()).containsExactly("fc.bias", BIAS);
    assertThat(content.notices())
        .containsExactly(
            "Beside its weights the file asks for argparse.Namespace: nothing of it was built or run");
  }

  /** A number of numpy in protocols 2 and 3: dtype with its state, and the bytes. */
  @Test
  void numbersOfNumpyDevicesAndTypes() throws IOException {
    Pickle pickle = new Pickle().ops("}(");
    pickle.text("best").named("numpy.core.multiarray", "scalar").named("numpy", "dtype");
    pickle.text("f8").op('K', 0, 'K', 1, 0x87, 'R', '(', 'K', 3, 'N', 't', 'b');
    pickle.named("_codecs", "encode").text("\u00e1").text("latin1").op(0x86, 'R', 0x86, 'R');
    pickle.text("again").op('C', 3, 1, 2, 3);
    pickle.text("device").named("torch", "device").text("cuda").op('K', 0, 0x86, 'R');
    pickle.text("type").named("torch", "float32");
    WeightFile content = read(bias(pickle, "fc.bias").op('u'));
    assertThat(content.tensors()).containsExactly("fc.bias", BIAS);
    assertThat(content.notices().get(0))
        .contains("numpy.core.multiarray.scalar, numpy.dtype, torch.device and 1 more");
  }

  @Test
  void setsAndOddKeys() throws IOException {
    Pickle pickle = new Pickle().ops("}(").text("seen").op(0x8f, '(', 'K', 1, 'K', 2, 0x90);
    pickle.op('N').text("none").op('K', 1, 'K', 2, 0x86).text("pair").op(0x88).text("true");
    pickle.text("frozen").op('(', 'K', 1, 0x91);
    pickle.text("old").named("__builtin__", "set").op(']', 0x85, 'R');
    WeightFile content = read(bias(pickle, "fc.bias").op('u'));
    assertThat(content.tensors()).containsExactly("fc.bias", BIAS);
    assertThat(content.notices()).isEmpty();
  }

  /** A defaultdict gets its items after it was made. */
  @Test
  void strangersTakeItemsAndAttributes() throws IOException {
    Pickle pickle = new Pickle().ops("}(").text("optimiser").named("collections", "defaultdict");
    pickle.named("builtins", "dict").op(0x85, 'R', '(').text("k").op('K', 1, 'u');
    pickle.text("queue").named("collections", "deque").op(')', 'R', '(', 'K', 1, 'e');
    WeightFile content = read(bias(pickle, "fc.bias").op('u'));
    assertThat(content.tensors()).containsExactly("fc.bias", BIAS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state_dict", "model_state_dict", "model", "net", "network"})
  void usualWrappings(String key) throws IOException {
    Pickle pickle = new Pickle().ops("}(").text(key).op('}');
    assertThat(read(bias(pickle, "fc.bias").ops("su")).tensors()).containsExactly("fc.bias", BIAS);
  }

  /** Complex numbers, which may be conjugated, are no weights of ours. */
  @Test
  void tensorOfAnotherKindOfNumberIsAStranger() throws IOException {
    Pickle pickle = new Pickle().ops("}(").text("phase");
    pickle.named("torch._utils", "_rebuild_tensor_v2").op('(', '(').text("storage");
    pickle.named("torch", "ComplexFloatStorage").text("1").text("cpu").number(1).ops("tQ");
    pickle.number(0).numbers(1).numbers(1).ops("tR");
    WeightFile content = read(bias(pickle, "fc.bias").op('u'));
    assertThat(content.tensors()).containsExactly("fc.bias", BIAS);
    assertThat(content.notices().get(0)).contains("torch.ComplexFloatStorage");
  }

  /** {@code _rebuild_tensor_v2(..., {"neg": True, "conj": False})}, as torch 2 writes it. */
  @Test
  void negativeBitTurnsTheSign() throws IOException {
    Pickle pickle = new Pickle().op('}').text("w").named("torch._utils", "_rebuild_tensor_v2");
    pickle.op('(').storage("0", 3).number(0).numbers(3).numbers(1).op(0x89, '}', '}', '(');
    pickle.text("conj").op(0x89).text("neg").ops("\u0088utRs");
    Files.write(file, pickle.legacy(1, -2, 0));
    assertThat(WeightFile.read(file).tensors())
        .containsExactly("w", HostTensor.ofFloats(new float[] {-1, 2, -0f}, 3));
  }

  @Test
  void torchScriptIsToldWhereItBelongs() throws Exception {
    Path script =
        Path.of(getClass().getResource("/org/opponency/models/golden/torchscript.pt").toURI());
    var refusal = assertThrows(IOException.class, () -> WeightFile.read(script));
    assertThat(refusal).hasMessageThat().contains("it is a TorchScript file");
    assertThat(refusal).hasMessageThat().contains("TorchScript.open");
  }
}
