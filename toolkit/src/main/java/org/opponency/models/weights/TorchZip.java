package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * PyTorch's format since 1.6 ({@code torch/serialization.py}): an archive with a pickle {@code
 * NAME/data.pkl} and the bytes of each storage in {@code NAME/data/KEY}.
 */
final class TorchZip {
  private static final String PICKLE = "data.pkl";

  private TorchZip() {}

  static TorchArchive of(ByteBuffer file) {
    Map<String, ByteBuffer> entries = StoredZip.entries(file);
    String pickle =
        entries.keySet().stream()
            .filter(name -> name.endsWith("/" + PICKLE))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        format("it is a zip archive without the %s of torch.save", PICKLE)));
    String folder = pickle.substring(0, pickle.length() - PICKLE.length());
    requireLittleEndian(entries.get(folder + "byteorder"));
    Unpickler.Content content = Unpickler.read(entries.get(pickle));
    return new TorchArchive(
        content.value(), content.strangers(), storages(folder + "data/", entries));
  }

  private static void requireLittleEndian(ByteBuffer order) {
    if (order != null
        && !StandardCharsets.US_ASCII.decode(order.duplicate()).toString().equals("little")) {
      throw new IllegalArgumentException("it comes from a big-endian machine");
    }
  }

  private static Map<String, ByteBuffer> storages(String place, Map<String, ByteBuffer> entries) {
    Map<String, ByteBuffer> storages = new HashMap<>();
    entries.forEach(
        (name, bytes) -> {
          if (name.startsWith(place)) {
            storages.put(name.substring(place.length()), bytes);
          }
        });
    return storages;
  }
}
