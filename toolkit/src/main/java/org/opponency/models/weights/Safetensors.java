package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.opponency.engine.HostTensor;
import org.opponency.io.AtomicFiles;
import org.opponency.io.Sha256;

/**
 * The safetensors file format (huggingface/safetensors): an 8-byte little-endian header length, a
 * JSON header with type, shape and offsets of each tensor, then the data. Python reads what this
 * writes with {@code safetensors.torch.load_file}.
 *
 * @param tensors by name, in file order
 * @param metadata the file's {@code __metadata__}
 */
public record Safetensors(Map<String, HostTensor> tensors, Map<String, String> metadata) {
  /**
   * Reads a file. The tensors are copies: the file may change or go afterwards.
   *
   * @throws IOException if the file is missing, unreadable or no valid safetensors file; it names
   *     the file and what is wrong
   */
  public static Safetensors read(Path file) throws IOException {
    ByteBuffer bytes = WeightFile.bytes(file);
    try {
      return parse(bytes);
    } catch (IOException
        | RuntimeException e) { // Gson has half a dozen for what is not as it should be
      throw new IOException(
          format("Not a valid safetensors file: %s (%s)", file, e.getMessage()), e);
    }
  }

  /** Whether a file begins as one of this format does: a length, then a JSON object. */
  static boolean begins(ByteBuffer file) {
    return file.limit() > Long.BYTES && file.get(Long.BYTES) == '{';
  }

  /**
   * Reads a whole file, little-endian.
   *
   * @throws IOException if its header is no JSON
   * @throws RuntimeException if it is no valid safetensors file in another way
   */
  static Safetensors parse(ByteBuffer file) throws IOException {
    long length = file.limit() < Long.BYTES ? -1 : file.getLong(0);
    if (length < 2 || length > file.limit() - Long.BYTES) {
      throw new IllegalArgumentException(
          format("expected a header within %d bytes, found one of %d", file.limit(), length));
    }
    byte[] header = new byte[(int) length];
    file.get(Long.BYTES, header);
    int start = Long.BYTES + header.length;
    ByteBuffer data = file.slice(start, file.limit() - start).order(ByteOrder.LITTLE_ENDIAN);
    SafetensorsHeader claims = SafetensorsHeader.parse(new String(header, StandardCharsets.UTF_8));
    return new Safetensors(claims.tensors(data), claims.metadata());
  }

  /**
   * Writes a file atomically: into a temporary file beside it, flushed to the disk, then renamed.
   *
   * @throws IOException if the folder cannot be written or the disk is full; it names the file, and
   *     the old file stays
   */
  public void write(Path file) throws IOException {
    try {
      AtomicFiles.replace(file, this::writeTo);
    } catch (IOException e) {
      throw new IOException(format("Cannot write %s: %s", file, e), e);
    }
  }

  /**
   * Hex SHA-256 of all metadata and tensors, whatever their order; the file's own form is not in
   * it.
   */
  public String digest() {
    Sha256 sha = new Sha256();
    new TreeMap<>(metadata).forEach((key, value) -> sha.add(key).add(value));
    new TreeMap<>(tensors)
        .forEach(
            (name, tensor) ->
                sha.add(name)
                    .add(tensor.type().name() + Arrays.toString(tensor.shape()))
                    .add(tensor.data()));
    return sha.hex();
  }

  private void writeTo(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      writeTo(channel);
      channel.force(true);
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
      json.add(SafetensorsHeader.METADATA, values);
    }
    long offset = 0;
    for (Map.Entry<String, HostTensor> entry : tensors.entrySet()) {
      HostTensor tensor = entry.getValue();
      long end = offset + tensor.data().remaining();
      JsonObject value = new JsonObject();
      value.addProperty("dtype", ElementType.of(tensor.type()).safetensorsName());
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
}
