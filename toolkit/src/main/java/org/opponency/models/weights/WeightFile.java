package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.opponency.engine.HostTensor;

/**
 * A file of weights. Its content says which format it has; its name says nothing.
 *
 * @param tensors by the file's own names, in its order
 * @param metadata what a safetensors file says beside; none in PyTorch's formats
 */
public record WeightFile(Map<String, HostTensor> tensors, Map<String, String> metadata) {
  private static final int SHOWN = 24;

  /**
   * Reads a file. The tensors are copies: the file may change or go afterwards.
   *
   * @throws IOException if the file is missing, damaged, of another kind, or asks for what no
   *     weights need; it names the file
   */
  public static WeightFile read(Path file) throws IOException {
    ByteBuffer bytes = bytes(file);
    try {
      return of(bytes);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IOException(format("Cannot read %s: it ends too early", file), e);
    } catch (IOException | RuntimeException e) { // damage shows itself in many ways
      throw new IOException(format("Cannot read %s: %s", file, e.getMessage()), e);
    }
  }

  /** The content of a regular file of at most 2 GiB, little-endian, read-only. */
  static ByteBuffer bytes(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "expected a file with a network's weights");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new IOException(
            format(
                "Cannot read %s: expected at most 2 GiB, found %,d bytes", file, channel.size()));
      }
      return channel.map(MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private static WeightFile of(ByteBuffer bytes) throws IOException {
    if (TorchFile.begins(bytes)) {
      return new WeightFile(TorchFile.tensors(bytes), Map.of());
    }
    if (Safetensors.begins(bytes)) {
      Safetensors content = Safetensors.parse(bytes);
      return new WeightFile(content.tensors(), content.metadata());
    }
    throw new IllegalArgumentException(
        format(
            "expected a file of torch.save or safetensors, found one that begins with \"%s\"",
            beginning(bytes)));
  }

  private static String beginning(ByteBuffer bytes) {
    ByteBuffer first = bytes.slice(0, Math.min(SHOWN, bytes.limit()));
    return StandardCharsets.ISO_8859_1.decode(first).toString().replaceAll("[^\\x20-\\x7e]", ".");
  }
}
