package org.opponency.models.weights;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.engine.HostTensor;
import org.opponency.models.Numbers;

class SafetensorsTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("weights.safetensors");
  }

  private static Safetensors example() {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put("z.weight", HostTensor.ofFloats(new float[] {1, -2, 3, 4, 5, Float.NaN}, 2, 3));
    tensors.put("a.steps", HostTensor.ofLong(-1));
    tensors.put("empty", HostTensor.ofFloats(new float[0], 0, 4));
    return new Safetensors(tensors, Map.of("run", "seed 1\n\"quoted\" \u00e9\u4e2d", "b", ""));
  }

  @Test
  void readsBackWhatItWroteInItsOrder() throws IOException {
    example().write(file);
    Safetensors read = Safetensors.read(file);
    assertThat(read.tensors().keySet()).containsExactly("z.weight", "a.steps", "empty").inOrder();
    assertThat(read).isEqualTo(example());
  }

  @Test
  void dataStartAtAMultipleOfEightBytes() throws IOException {
    example().write(file);
    long header =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat(header % 8).isEqualTo(0);
  }

  @Test
  void readsAFileOfAnotherWriter() throws IOException {
    String header = "{\"x\": {\"dtype\":\"F64\", \"shape\":[2], \"data_offsets\":[0,16]}}";
    ByteBuffer data = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(file, bytes(header, data.putDouble(0, 0.5).putDouble(8, -3).array()));
    HostTensor x = Safetensors.read(file).tensors().get("x");
    assertThat(x.type()).isEqualTo(DataType.FLOAT64);
    assertThat(Numbers.of(x)).isEqualTo(new double[] {0.5, -3});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "  ",
        "[]",
        "{",
        "{}}",
        "{\"x\":1}",
        "{\"x\":null}",
        "{\"x\":{}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1]}}",
        "{\"x\":{\"dtype\":\"F31\",\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"x\":{\"dtype\":[],\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":1,\"data_offsets\":[0,4]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[\"a\"],\"data_offsets\":[0,4]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[-1,-1],\"data_offsets\":[0,4]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904],\"data_offsets\":[0,0]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[5,9]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,9223372036854775807]}}",
        "{\"__metadata__\":{\"run\":{}}}",
        "{\"__metadata__\":7}",
      })
  void refusesAHeaderThatMakesNoSense(String header) throws IOException {
    Files.write(file, bytes(header, new byte[8]));
    assertRefused();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 9, 1000, Long.MAX_VALUE, Long.MIN_VALUE})
  void refusesAHeaderLengthThatIsNotInTheFile(long length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(file, bytes.putLong(0, length).array());
    assertRefused();
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    example().write(file);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused();
    }
  }

  @Test
  void damageGivesTensorsOrAnErrorThatNamesTheFile() throws IOException {
    example().write(file);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = whole.clone();
      for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      readOrRefuse(damaged);
    }
  }

  @Test
  void randomBytesAreRefused() throws IOException {
    Random random = new Random(6);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      Files.write(file, bytes);
      assertRefused();
      readOrRefuse(bytes(new String(bytes, StandardCharsets.ISO_8859_1), new byte[4]));
    }
  }

  private void readOrRefuse(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try {
      Safetensors.read(file);
    } catch (IOException e) {
      assertThat(e).hasMessageThat().contains(file.toString());
    }
  }

  private void assertRefused() {
    var error = assertThrows(IOException.class, () -> Safetensors.read(file));
    assertThat(error).hasMessageThat().contains(file.toString());
  }

  private static byte[] bytes(String header, byte[] data) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .put(data)
        .array();
  }

  @Test
  void metadataMayBeNull() throws IOException {
    Files.write(file, bytes("{\"__metadata__\":null}", new byte[0]));
    assertThat(Safetensors.read(file)).isEqualTo(new Safetensors(Map.of(), Map.of()));
  }

  @Test
  void truncatedFileIsSaidToBeTruncated() throws IOException {
    example().write(file);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {20, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      var error = assertThrows(IOException.class, () -> Safetensors.read(file));
      assertThat(error).hasMessageThat().contains("truncated");
    }
  }

  @Test
  void missingFileIsNamed() {
    var error = assertThrows(NoSuchFileException.class, () -> Safetensors.read(file));
    assertThat(error).hasMessageThat().contains(file.toString());
  }

  @Test
  void writingReplacesTheOldFileAndLeavesNothingElse() throws IOException {
    Files.writeString(file, "old", StandardCharsets.UTF_8);
    example().write(file);
    assertThat(Safetensors.read(file).tensors()).hasSize(3);
    assertThat(listing()).containsExactly(file);
  }

  @Test
  void whatCannotBeWrittenIsNamedAndLeavesNothing() throws IOException {
    Files.createDirectories(file.resolve("in the way"));
    var error = assertThrows(IOException.class, () -> example().write(file));
    assertThat(error).hasMessageThat().startsWith("Cannot write " + file);
    assertThat(listing()).containsExactly(file);
  }

  private List<Path> listing() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
