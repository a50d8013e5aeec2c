package org.opponency.models.weights;

import static com.google.common.truth.Truth.assertThat;
import static org.opponency.io.Text.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.engine.HostTensor;
import org.opponency.models.Architecture;
import org.opponency.models.Network;

/** Files made to run code, to fill the memory or never to end. */
class HostileCheckpointTest {
  private static final int MEGABYTE = 1 << 20;

  @TempDir private Path folder;
  private StrangersFile file;

  @BeforeEach
  void name() throws IOException {
    file = new StrangersFile(folder.resolve("hostile.pt"));
    Network.shapes(Architecture.cifar10(1, 0)); // the engine's start is not the file's fault
  }

  @ParameterizedTest
  @CsvSource({
    "posix, system",
    "builtins, eval",
    "builtins, getattr",
    "collections, defaultdict",
    "java.lang.Runtime, exec",
    "torch, load",
    "torch._utils, __builtins__"
  })
  void codeIsRefusedByNameAndNotRun(String module, String name) throws IOException {
    Path trace = folder.resolve("trace");
    Pickle call = new Pickle().named(module, name).text("touch " + trace).op(0x85, 'R');
    Pickle late =
        new Pickle().text(module).text(name).op(0x93).text("touch " + trace).op(0x85, 'R');
    for (byte[] content : new byte[][] {call.zip(0), call.legacy(), late.zip(0), late.legacy()}) {
      assertThat(file.refusal(content)).contains(module + "." + name);
    }
    assertThat(Files.exists(trace)).isFalse();
  }

  @Test
  void codeAmongWeightsIsNotRunEither() throws IOException {
    Pickle weights =
        new Pickle()
            .ops("}(")
            .text("retina_conv1.bias")
            .tensor(4, 0, new long[] {4}, 1)
            .text("note")
            .named("os", "system")
            .text("id")
            .op(0x85, 'R', 'u');
    assertThat(file.refusal(weights.zip(16))).contains("os.system");
  }

  @ParameterizedTest
  @ValueSource(strings = {"i", "o", "P", "\u0082", "V"})
  void opcodesThatNoStateDictNeedsAreRefused(String opcode) throws IOException {
    Pickle pickle = new Pickle().ops("}}").ops(opcode).ops("os\nsystem\n\n\n");
    assertThat(file.refusal(pickle.zip(0)))
        .contains(format("opcode 0x%02x", (int) opcode.charAt(0)));
  }

  @ParameterizedTest
  @CsvSource({
    "4, 0, 5, 1, outside its storage",
    "4, 1, 4, 1, outside its storage",
    "4, -1, 2, 1, outside its storage",
    "4, 0, -2, 1, none negative",
    "4, 0, 2, -1, none negative",
    "4, 0, 2, 4, outside its storage",
    "4, 0, 2, 9223372036854775807, outside its storage",
    "4, 0, 9223372036854775807, 2, overflow",
    "4, 4611686018427387904, 1, 1, outside its storage",
    "9, 0, 9, 1, expected 36 bytes of storage 0",
    "-1, 0, 1, 1, claims -1 elements",
    "9223372036854775807, 0, 1, 1, claims 9223372036854775807 elements",
    "2000000000, 0, 2000000000, 1, tensors claim"
  })
  void tensorThatTheFileDoesNotHold(
      long elements, long offset, long side, long stride, String reason) throws IOException {
    Pickle weights =
        new Pickle().op('}').text("fc.bias").tensor(elements, offset, new long[] {side}, stride);
    assertThat(file.refusal(weights.op('s').zip(16))).contains(reason);
  }

  @Test
  void tensorOfOneNumberSeenABillionTimes() throws IOException {
    Pickle weights =
        new Pickle().op('}').text("fc.bias").tensor(1, 0, new long[] {1 << 30}, 0).op('s');
    assertThat(file.refusal(weights.zip(4))).contains("claim 4,294,967,296 bytes");
  }

  @Test
  void tensorsThatAllShareOneStorage() throws IOException {
    Pickle weights = new Pickle().ops("}(");
    for (int i = 0; i < 1000; i++) {
      weights.text("w" + i).tensor(250_000, 0, new long[] {250_000}, 1);
    }
    assertThat(file.refusal(weights.op('u').zip(MEGABYTE))).contains("tensors claim");
  }

  /** {@code OrderedDict(memo)} and {@code rebuild(memo)}, each remembered and made again. */
  @Test
  void dictThatIsCopiedOverAndOver() throws IOException {
    Pickle pickle = new Pickle().ops("}(");
    IntStream.range(0, 10_000).forEach(i -> pickle.text("k" + i).op('N'));
    pickle.op('u', 0x85, 'q', 0).named("collections", "OrderedDict").op('q', 1, '(');
    IntStream.range(0, 140_000).forEach(i -> pickle.op('h', 1, 'h', 0, 'R'));
    assertThat(file.refusal(pickle.op('t').zip(0))).contains("copies more than it holds");
  }

  @Test
  void longNameOfAClassThatIsAskedForOverAndOver() throws IOException {
    Pickle pickle = new Pickle().text("m".repeat(MEGABYTE)).op('q', 0).text("n").op('q', 1, '(');
    IntStream.range(0, 100_000).forEach(i -> pickle.op('h', 0, 'h', 1, 0x93));
    assertThat(file.refusal(pickle.op('t').zip(0))).contains("name is longer than 128");
  }

  @Test
  void shapeThatIsMadeOverAndOver() throws IOException {
    Pickle pickle = new Pickle().named("torch._utils", "_rebuild_tensor_v2").op('q', 1, '(');
    pickle.storage("0", 1).number(0).numbers(new long[100_000]).op('q', 2, 'h', 2);
    pickle.op('t', 'q', 0, '(');
    IntStream.range(0, 100_000).forEach(i -> pickle.op('h', 1, 'h', 0, 'R'));
    assertThat(file.refusal(pickle.op('t').zip(4))).contains("at most 64");
  }

  @Test
  void thousandsOfTensorsThatNobodyExpects() throws IOException {
    Pickle weights = new Pickle().ops("}(");
    for (int i = 0; i < 20_000; i++) {
      weights.text("\u001b[2J" + i).tensor(1, 0, new long[] {1}, 1);
    }
    String refusal = file.refusal(weights.op('u').zip(4));
    assertThat(refusal).contains("\\u001b[2J0, \\u001b[2J1, \\u001b[2J2 and 19997 more");
    assertThat(refusal).doesNotContain("\u001b");
  }

  @Test
  void tensorOfTooManyAxes() throws IOException {
    long[] sides = new long[100_000];
    Arrays.fill(sides, 1);
    Pickle weights = new Pickle().op('}').text("fc.bias").tensor(1, 0, sides, sides).op('s');
    assertThat(file.refusal(weights.zip(4))).contains("at most 64");
  }

  @Test
  void dictInsideItself() throws IOException {
    Pickle endless = new Pickle().op('}', 'q', 0).text("a").op('h', 0, 's');
    assertThat(file.refusal(endless.zip(0))).contains("inside each other");
  }

  @Test
  void listInsideItself() throws IOException {
    Pickle endless = new Pickle().op(']', 'q', 0, 'h', 0, 'a');
    assertThat(file.refusal(endless.zip(0))).contains("expected a dict, found a list or tuple");
  }

  @Test
  void dictsThatDoubleAtEveryLevel() throws IOException {
    Pickle laughs = new Pickle().op('}', 'q', 0);
    for (int level = 1; level <= 60; level++) {
      laughs
          .op('}', '(')
          .text("a")
          .op('h', level - 1)
          .text("b")
          .op('h', level - 1, 'u', 'q', level);
    }
    assertThat(file.refusal(laughs.zip(0))).contains("inside each other");
  }

  @Test
  void dictsAHundredThousandDeep() throws IOException {
    Pickle deep = new Pickle();
    IntStream.range(0, 100_000).forEach(i -> deep.op('}').text("a"));
    deep.op('}');
    IntStream.range(0, 100_000).forEach(i -> deep.op('s'));
    assertThat(file.refusal(deep.zip(0))).contains("16 deep");
  }

  @Test
  void longNameThatEveryTensorRepeats() throws IOException {
    Pickle weights = new Pickle().op('}').text("a".repeat(MEGABYTE)).ops("}(");
    IntStream.range(0, 5000).forEach(i -> weights.text("w" + i).tensor(1, 0, new long[] {1}, 1));
    assertThat(file.refusal(weights.op('u', 's').zip(4))).contains("longer than 128 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"}", "(", "]", ")", "N", "(t", "h\u0000)\u0086q\u0000", "\u0085q\u0000"})
  void pickleOfMillionsOfSteps(String opcodes) throws IOException {
    Pickle pickle = new Pickle().op('N', 'q', 0).ops(opcodes.repeat(1_500_000));
    assertThat(file.refusal(pickle.zip(0))).contains("more than 1,000,000 steps");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X\u00ff\u00ff\u00ff\u00ff",
        "X\u00ff\u00ff\u00ff\u007f",
        "\u008a\u00ff",
        "U\u00ff",
        "\u008c\u00ff"
      })
  void textLongerThanTheFile(String opcodes) throws IOException {
    assertThat(file.refusal(new Pickle().ops(opcodes).zip(0))).contains("ends too early");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "t",
        "s",
        "R",
        "b",
        "a",
        "e",
        "u",
        "Q",
        "h\u0007",
        "N)R",
        "}}Q",
        "NQ",
        "(tQ",
        "}Nb",
        "NN\u0093",
        "q\u0000",
        "\u0087"
      })
  void pickleThatMakesNoSense(String opcodes) throws IOException {
    assertThat(file.refusal(new Pickle().ops(opcodes).zip(0))).isNotEmpty();
  }

  @Test
  void newerProtocol() throws IOException {
    assertThat(file.refusal(new Pickle().op(0x80, 6).zip(0))).contains("protocol up to 5, found 6");
  }

  private static byte[] append(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Test
  void compressedArchive() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("x/data.pkl"));
      for (int i = 0; i < 64; i++) {
        zip.write(new byte[MEGABYTE]);
      }
    }
    assertThat(file.refusal(bomb.toByteArray())).contains("compressed");
  }

  @Test
  void archiveOfSomethingElse() throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      ZipEntry entry = new ZipEntry("readme");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(0);
      entry.setCrc(0);
      zip.putNextEntry(entry);
    }
    assertThat(file.refusal(archive.toByteArray())).contains("without the data.pkl of torch.save");
  }

  /** The directory's position is the last but one field of the archive's end. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void archiveWhoseDirectoryIsElsewhere(int position) throws IOException {
    byte[] zip = new Pickle().op('}').zip(4);
    ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(zip.length - 6, position);
    assertThat(file.refusal(zip)).isNotEmpty();
  }

  @Test
  void archiveThatClaimsTwoBillionEntries() throws IOException {
    byte[] zip = Files.readAllBytes(TorchCheckpoints.file("zip", "cifar"));
    ByteBuffer end = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    end.putLong(zip.length - 22 - 20 - 56 + 24, Integer.MAX_VALUE);
    end.putLong(zip.length - 22 - 20 - 56 + 32, Integer.MAX_VALUE);
    assertThat(file.read(zip)).isEmpty(); // nobody counts
    end.putLong(zip.length - 22 - 20 - 56 + 48, Long.MIN_VALUE);
    assertThat(file.refusal(zip)).contains("it points to byte");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "legacy"})
  void truncatedFile(String format) throws IOException {
    byte[] whole = Files.readAllBytes(TorchCheckpoints.file(format, "training"));
    for (int length = 0; length < whole.length; length += 199) {
      assertThat(file.refusal(Arrays.copyOf(whole, length))).isNotEmpty();
    }
    assertThat(file.refusal(Arrays.copyOf(whole, whole.length - 1))).isNotEmpty();
  }

  @Test
  void randomBytes() throws IOException {
    Random random = new Random(3);
    byte[] legacy = Files.readAllBytes(TorchCheckpoints.file("legacy", "cifar"));
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(2000)];
      random.nextBytes(bytes);
      assertThat(file.refusal(bytes)).isNotEmpty();
      assertThat(file.refusal(append(Arrays.copyOf(legacy, 15), bytes))).isNotEmpty();
    }
  }

  @Test
  void kindOfFileIsSaid() throws IOException {
    byte[] page = "<!DOCTYPE html><html>Not found".getBytes(StandardCharsets.US_ASCII);
    assertThat(file.refusal(page)).contains("begins with \"<!DOCTYPE html><html>Not\"");
    assertThat(file.refusal(new byte[0])).contains("it is empty");
  }

  @Test
  void headerDeeperThanAnyStack() throws IOException {
    String deep = "{\"a\":".repeat(200_000);
    assertThat(file.refusal(safetensors(deep, 0))).isNotEmpty();
    assertThat(file.refusal(safetensors("{\"a\":{\"b\":" + "[".repeat(MEGABYTE), 0))).isNotEmpty();
  }

  @Test
  void headerWhoseTensorsAreAllTheSameBytes() throws IOException {
    String tensors =
        IntStream.range(0, 1000)
            .mapToObj(
                i ->
                    format(
                        "\"t%d\":{\"dtype\":\"U8\",\"shape\":[1048576],\"data_offsets\":[0,1048576]}",
                        i))
            .collect(Collectors.joining(",", "{", "}"));
    assertThat(file.refusal(safetensors(tensors, MEGABYTE))).contains("tensors claim");
  }

  private static byte[] safetensors(String header, int data) {
    byte[] text = header.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(8 + text.length + data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .array();
  }

  /** Such stems fit into a file of megabytes; what would follow them fits nowhere. */
  @ParameterizedTest
  @CsvSource({"65536, missing ventral.bn1.weight", "1048576, channels 1048576"})
  void networkLargerThanItsFile(int width, String reason) throws IOException {
    HostTensor channels = HostTensor.ofFloats(new float[width], width, 1, 1, 1);
    Map<String, HostTensor> tensors =
        Map.of(
            "ventral.conv1.weight",
            channels,
            "ventral.layer1.0.conv1.weight",
            HostTensor.ofFloats(new float[1], 1),
            "ventral.fc.weight",
            channels);
    assertThat(file.refusal(written(tensors))).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({"5, 50, These weights belong to another network", "1, 3000, 1 to 50 blocks"})
  void networkOfCountlessBlocks(int stages, int blocks, String reason) throws IOException {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    HostTensor one = HostTensor.ofFloats(new float[1], 1, 1, 1, 1);
    tensors.put("ventral.conv1.weight", one);
    tensors.put("ventral.fc.weight", one);
    for (int stage = 1; stage <= stages; stage++) {
      for (int block = 0; block < blocks; block++) {
        tensors.put(format("ventral.layer%d.%d.conv1.weight", stage, block), one);
      }
    }
    assertThat(file.refusal(written(tensors))).contains(reason);
  }

  private byte[] written(Map<String, HostTensor> tensors) throws IOException {
    Path other = folder.resolve("other.safetensors");
    new Safetensors(tensors, Map.of()).write(other);
    return Files.readAllBytes(other);
  }

  @Test
  void networkWithSidesOfNoLength() throws IOException {
    HostTensor empty = HostTensor.ofFloats(new float[0], 1 << 30, 0, 1 << 30);
    assertThat(file.refusal(written(Map.of("retina.retina_conv2.weight", empty))))
        .contains("not empty");
  }
}
