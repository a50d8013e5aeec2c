package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opponency.engine.HostTensor;
import org.opponency.io.Printable;

/**
 * What the header of a safetensors file says, before any data is read. It is read as a stream,
 * since a tree of it would be as deep as an ill-meant file likes.
 */
final class SafetensorsHeader {
  static final String METADATA = "__metadata__";

  private final JsonReader json;
  private final Map<String, Claim> claims = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  private SafetensorsHeader(JsonReader json) {
    this.json = json;
  }

  /** A tensor's members; those the file lacks are null. */
  private static final class Claim {
    String type;
    long[] shape;
    long[] offsets;

    ElementType elementType() {
      return ElementType.named(type)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      format(
                          "type %s is none of %s",
                          type,
                          Arrays.stream(ElementType.values())
                              .map(ElementType::safetensorsName)
                              .toList())));
    }
  }

  /**
   * Reads a header.
   *
   * @throws IOException if it is not JSON
   * @throws RuntimeException if it is not a header's JSON
   */
  static SafetensorsHeader parse(String text) throws IOException {
    SafetensorsHeader header = new SafetensorsHeader(new JsonReader(new StringReader(text)));
    header.read();
    return header;
  }

  Map<String, String> metadata() {
    return metadata;
  }

  private void read() throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (name.equals(METADATA)) {
        readMetadata();
      } else if (claims.put(name, readClaim()) != null) {
        throw new IllegalArgumentException("two tensors are named " + Printable.name(name));
      }
    }
    json.endObject();
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new IllegalArgumentException("expected nothing behind the header's object");
    }
  }

  private void readMetadata() throws IOException {
    if (json.peek() == JsonToken.NULL) { // as some writers put none
      json.nextNull();
      return;
    }
    json.beginObject();
    while (json.hasNext()) {
      metadata.put(json.nextName(), json.nextString());
    }
    json.endObject();
  }

  private Claim readClaim() throws IOException {
    Claim claim = new Claim();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "dtype" -> claim.type = json.nextString();
        case "shape" -> claim.shape = longs();
        case "data_offsets" -> claim.offsets = longs();
        default -> json.skipValue();
      }
    }
    json.endObject();
    return claim;
  }

  private long[] longs() throws IOException {
    List<Long> values = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      values.add(json.nextLong());
    }
    json.endArray();
    return values.stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * Copies of the tensors claimed.
   *
   * @param data what follows the header, little-endian
   * @throws IllegalArgumentException if a claim is incomplete or outside the data, or all together
   *     are larger than the data
   */
  Map<String, HostTensor> tensors(ByteBuffer data) {
    long total = 0;
    for (Map.Entry<String, Claim> entry : claims.entrySet()) {
      total += requireWithin(entry.getKey(), entry.getValue(), data.limit());
    }
    if (total > data.limit()) {
      throw new IllegalArgumentException(
          format("its tensors claim %,d bytes of %,d", total, data.limit()));
    }
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    claims.forEach((name, claim) -> tensors.put(name, tensor(claim, data)));
    return tensors;
  }

  private static long requireWithin(String name, Claim claim, int limit) {
    if (claim.type == null || claim.shape == null || claim.offsets == null) {
      throw new IllegalArgumentException(
          Printable.name(name) + " lacks its dtype, shape or data_offsets");
    }
    long[] offsets = claim.offsets;
    if (offsets.length != 2 || offsets[0] < 0 || offsets[1] < offsets[0] || offsets[1] > limit) {
      throw new IllegalArgumentException(
          format(
              "%s claims data at %s of %s bytes: is the file truncated?",
              Printable.name(name), Arrays.toString(offsets), limit));
    }
    return offsets[1] - offsets[0];
  }

  private static HostTensor tensor(Claim claim, ByteBuffer data) {
    ElementType type = claim.elementType();
    int start = (int) claim.offsets[0];
    ByteBuffer stored = data.slice(start, (int) claim.offsets[1] - start);
    return new HostTensor(type.inMemory(), claim.shape, type.inMemory(stored));
  }
}
