package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The files that {@code environment/golden/checkpoints.py} had PyTorch write. */
public final class TorchCheckpoints {
  private static final List<String> FORMATS = List.of("zip", "legacy");

  private TorchCheckpoints() {}

  /** A file in both formats. */
  static Stream<Path> inBothFormats(String name) {
    return FORMATS.stream().map(format -> file(format, name));
  }

  public static Path file(String format, String name) {
    try {
      String resource = format("checkpoints/%s/%s.pt", format, name);
      return Path.of(TorchCheckpoints.class.getResource(resource).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The elements that the script gives a tensor of a name. */
  static double[] pattern(String name, int elements) {
    if (name.endsWith("num_batches_tracked")) {
      return new double[] {3};
    }
    return IntStream.range(0, elements)
        .mapToDouble(k -> ((7 * k + name.length()) % 64 - 32) / 32.0)
        .toArray();
  }
}
