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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opponency.engine.HostTensor;
import org.opponency.io.Printable;

/**
 * A file of weights. Its content says which format it has; its name says nothing.
 *
 * @param tensors by the file's own names, in its order
 * @param metadata what a safetensors file says beside; none in PyTorch's formats
 * @param notices what a user should know of what was left alone, a sentence each
 */
public record WeightFile(
    Map<String, HostTensor> tensors, Map<String, String> metadata, List<String> notices) {
  private static final int SHOWN = 24;

  /**
   * Reads a file. The tensors are copies: the file may change or go afterwards.
   *
   * @throws IOException if the file is missing, damaged, of another kind, or asks for what no
   *     weights need; it names the file
   */
  public static WeightFile read(Path file) throws IOException {
    WeightFile views = map(file);
    return new WeightFile(copies(views.tensors()), views.metadata(), views.notices());
  }

  /** The same tensors in memory of their own, in the same order. */
  static Map<String, HostTensor> copies(Map<String, HostTensor> tensors) {
    Map<String, HostTensor> copies = new LinkedHashMap<>(tensors);
    copies.replaceAll((name, tensor) -> tensor.copy());
    return copies;
  }

  /**
   * The same without reading what is not looked at: tensors are windows into the file, which must
   * not change while they are used.
   */
  public static WeightFile map(Path file) throws IOException {
    ByteBuffer bytes = bytes(file);
    try {
      return of(bytes);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IOException(
          format("Cannot read %s: it ends too early: it is truncated, or damaged", file), e);
    } catch (IOException | RuntimeException e) { // damage shows itself in many ways
      String reason = Printable.lines(String.valueOf(e.getMessage()));
      throw new IOException(format("Cannot read %s: %s", file, reason), e);
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
      TorchFile content = TorchFile.of(bytes);
      return new WeightFile(content.tensors(), Map.of(), content.notices());
    }
    if (Safetensors.begins(bytes)) {
      Safetensors content = Safetensors.parse(bytes);
      return new WeightFile(content.tensors(), content.metadata(), List.of());
    }
    if (bytes.limit() == 0) {
      throw new IllegalArgumentException("it is empty");
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
