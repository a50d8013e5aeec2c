package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
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
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.opponency.engine.HostTensor;
import org.opponency.io.AtomicFiles;
import org.opponency.io.Printable;
import org.opponency.io.Reason;
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
  /** Without the escapes that JSON inside HTML needs: people read headers too. */
  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

  /** Key of the digest in the metadata of files that carry one, as ours do. */
  public static final String DIGEST = "digest";

  /**
   * Reads a file. The tensors are copies: the file may change or go afterwards. If it carries its
   * digest, a single bit that has changed is found.
   *
   * @throws IOException if the file is missing, unreadable or no valid safetensors file; it names
   *     the file and what is wrong
   */
  public static Safetensors read(Path file) throws IOException {
    ByteBuffer bytes = WeightFile.bytes(file);
    try {
      Safetensors views = parse(bytes);
      return new Safetensors(WeightFile.copies(views.tensors), views.metadata);
    } catch (IOException
        | RuntimeException e) { // Gson has half a dozen for what is not as it should be
      throw new IOException(
          format(
              "Not a valid safetensors file: %s (%s)",
              file, Printable.lines(String.valueOf(e.getMessage()))),
          e);
    }
  }

  /** Whether a file begins as one of this format does: a length, then a JSON object. */
  static boolean begins(ByteBuffer file) {
    return file.limit() > Long.BYTES && file.get(Long.BYTES) == '{';
  }

  /**
   * Reads a whole file, little-endian; its tensors are views of it.
   *
   * @throws IOException if its header is no JSON
   * @throws RuntimeException if it is no valid safetensors file in another way
   */
  static Safetensors parse(ByteBuffer file) throws IOException {
    long length = file.limit() < Long.BYTES ? -1 : file.getLong(0);
    if (length < 2 || length > file.limit() - Long.BYTES) {
      throw new IllegalArgumentException(
          format(
              "expected a header within %s bytes, found one of %s: is the file truncated?",
              file.limit(), length));
    }
    byte[] header = new byte[(int) length];
    file.get(Long.BYTES, header);
    int start = Long.BYTES + header.length;
    ByteBuffer data = file.slice(start, file.limit() - start).order(ByteOrder.LITTLE_ENDIAN);
    SafetensorsHeader claims = SafetensorsHeader.parse(new String(header, StandardCharsets.UTF_8));
    return new Safetensors(claims.tensors(data), claims.metadata()).whole();
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
      throw new IOException(format("Cannot write %s: %s", file, Reason.of(e)), e);
    }
  }

  private Safetensors whole() {
    String expected = metadata.get(DIGEST);
    if (expected != null && !expected.equals(digest())) {
      throw damaged(format("its content has the SHA-256 %s, expected %s", digest(), expected));
    }
    return this;
  }

  /** What to throw where a file has changed since it was written. */
  public static IllegalArgumentException damaged(String how) {
    return new IllegalArgumentException(
        "it is damaged: " + how + "; bring it back from a copy, or delete it to make it anew");
  }

  /** The same with its digest in the metadata, so that whoever reads it back finds any change. */
  public Safetensors signed() {
    Map<String, String> signed = new HashMap<>(metadata);
    signed.put(DIGEST, digest());
    return new Safetensors(tensors, signed);
  }

  /**
   * Hex SHA-256 of all tensors and all metadata but the digest itself, whatever their order; the
   * file's own form is not in it.
   */
  public String digest() {
    Map<String, String> unsigned = new TreeMap<>(metadata);
    unsigned.remove(DIGEST);
    Sha256 sha = new Sha256();
    unsigned.forEach((key, value) -> sha.add(key).add(value));
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
    String text = JSON.toJson(json);
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
