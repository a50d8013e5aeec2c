package org.opponency.models;

import ai.djl.ndarray.types.DataType;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The safetensors file format (huggingface/safetensors): an 8-byte little-endian header length, a
 * JSON header with type, shape and offsets of each tensor, then the data. Python reads what this
 * writes with {@code safetensors.torch.load_file}.
 *
 * @param tensors by name, in file order
 * @param metadata the file's {@code __metadata__}
 */
public record Safetensors(Map<String, HostTensor> tensors, Map<String, String> metadata) {
  private static final Map<String, DataType> TYPES =
      Map.of(
          "F64", DataType.FLOAT64,
          "F32", DataType.FLOAT32,
          "F16", DataType.FLOAT16,
          "I64", DataType.INT64,
          "I32", DataType.INT32,
          "U8", DataType.UINT8,
          "BOOL", DataType.BOOLEAN);
  private static final String METADATA = "__metadata__";

  /**
   * Reads a file. The tensors are copies: the file may change or go afterwards.
   *
   * @throws IOException if the file is missing, unreadable or no valid safetensors file; it names
   *     the file and what is wrong
   */
  public static Safetensors read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = channel.map(MapMode.READ_ONLY, 0, channel.size());
      return parse(bytes.order(ByteOrder.LITTLE_ENDIAN));
    } catch (RuntimeException e) { // Gson has half a dozen for what is not what it should be
      throw new IOException(
          "Not a valid safetensors file: %s (%s)".formatted(file, e.getMessage()), e);
    }
  }

  private static Safetensors parse(ByteBuffer file) {
    long length = file.remaining() < 8 ? -1 : file.getLong();
    if (length < 2 || length > file.remaining()) {
      throw new IllegalArgumentException(
          "expected a header within %d bytes, found one of %d".formatted(file.limit(), length));
    }
    byte[] header = new byte[(int) length];
    file.get(header);
    ByteBuffer data = file.slice();
    JsonObject json = json(new String(header, StandardCharsets.UTF_8));
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
      JsonObject value = object(entry);
      if (entry.getKey().equals(METADATA)) {
        value.entrySet().forEach(e -> metadata.put(e.getKey(), e.getValue().getAsString()));
      } else {
        tensors.put(entry.getKey(), tensor(entry.getKey(), value, data));
      }
    }
    return new Safetensors(tensors, metadata);
  }

  private static JsonObject json(String header) {
    JsonObject json = new Gson().fromJson(header, JsonObject.class);
    if (json == null) {
      throw new IllegalArgumentException("expected a JSON object as header, found none");
    }
    return json;
  }

  private static JsonObject object(Map.Entry<String, JsonElement> entry) {
    if (!entry.getValue().isJsonObject()) {
      throw new IllegalArgumentException("expected an object for " + entry.getKey());
    }
    return entry.getValue().getAsJsonObject();
  }

  private static HostTensor tensor(String name, JsonObject value, ByteBuffer data) {
    DataType type = TYPES.get(member(name, value, "dtype").getAsString());
    if (type == null) {
      throw new IllegalArgumentException(
          "%s has type %s; known are %s".formatted(name, value.get("dtype"), TYPES.keySet()));
    }
    long[] shape = longs(member(name, value, "shape").getAsJsonArray());
    long[] offsets = longs(member(name, value, "data_offsets").getAsJsonArray());
    if (offsets.length != 2
        || offsets[0] < 0
        || offsets[1] < offsets[0]
        || offsets[1] > data.limit()) {
      throw new IllegalArgumentException(
          "%s claims data at %s of %d bytes"
              .formatted(name, value.get("data_offsets"), data.limit()));
    }
    ByteBuffer copy = ByteBuffer.allocate((int) (offsets[1] - offsets[0]));
    copy.put(data.slice((int) offsets[0], copy.capacity())).flip();
    return new HostTensor(type, shape, copy);
  }

  private static JsonElement member(String name, JsonObject value, String key) {
    if (!value.has(key)) {
      throw new IllegalArgumentException("%s has no %s".formatted(name, key));
    }
    return value.get(key);
  }

  private static long[] longs(JsonArray array) {
    long[] values = new long[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).getAsLong();
    }
    return values;
  }

  /**
   * Writes a file atomically: into a temporary file beside it, flushed to the disk, then renamed.
   *
   * @throws IOException if the folder cannot be written or the disk is full; it names the file, and
   *     the old file stays
   */
  public void write(Path file) throws IOException {
    try {
      replace(file);
    } catch (IOException e) {
      throw new IOException("Cannot write %s: %s".formatted(file, e), e);
    }
  }

  private void replace(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        writeTo(channel);
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void writeTo(FileChannel channel) throws IOException {
    byte[] header = header().getBytes(StandardCharsets.UTF_8);
    ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    writeAll(channel, length.putLong(0, header.length));
    writeAll(channel, ByteBuffer.wrap(header));
    for (HostTensor tensor : tensors.values()) {
      writeAll(channel, tensor.data().duplicate());
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** The JSON header, padded with blanks so that the data start at a multiple of 8 bytes. */
  private String header() {
    JsonObject json = new JsonObject();
    if (!metadata.isEmpty()) {
      JsonObject values = new JsonObject();
      // Sorted, so that equal contents make equal files whatever map they come in.
      new TreeMap<>(metadata).forEach(values::addProperty);
      json.add(METADATA, values);
    }
    long offset = 0;
    for (Map.Entry<String, HostTensor> entry : tensors.entrySet()) {
      HostTensor tensor = entry.getValue();
      long end = offset + tensor.data().remaining();
      JsonObject value = new JsonObject();
      value.addProperty("dtype", typeName(tensor.type()));
      value.add("shape", array(tensor.shape()));
      value.add("data_offsets", array(offset, end));
      json.add(entry.getKey(), value);
      offset = end;
    }
    String text = new Gson().toJson(json);
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return text + " ".repeat((8 - bytes % 8) % 8);
  }

  private static JsonArray array(long... values) {
    JsonArray array = new JsonArray();
    for (long value : values) {
      array.add(value);
    }
    return array;
  }

  private static String typeName(DataType type) {
    return TYPES.entrySet().stream()
        .filter(e -> e.getValue() == type)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No safetensors type for " + type))
        .getKey();
  }
}
