package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * PyTorch's format since 1.6 ({@code torch/serialization.py}): an archive with a pickle {@code
 * NAME/data.pkl} and the bytes of each storage in {@code NAME/data/KEY}.
 */
record TorchZip(Object root, Set<String> strangers, String folder, Map<String, ByteBuffer> entries)
    implements TorchArchive {
  private static final String PICKLE = "data.pkl";

  static TorchZip of(ByteBuffer file) {
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
    return new TorchZip(content.value(), content.strangers(), folder, entries);
  }

  private static void requireLittleEndian(ByteBuffer order) {
    if (order != null
        && !StandardCharsets.US_ASCII.decode(order.duplicate()).toString().equals("little")) {
      throw new IllegalArgumentException("it comes from a big-endian machine");
    }
  }

  @Override
  public ByteBuffer bytes(TorchStorage storage) {
    return TorchArchive.part(entries.get(folder + "data/" + storage.key()), storage);
  }
}
