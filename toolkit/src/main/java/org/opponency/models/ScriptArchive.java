package org.opponency.models;

import ai.djl.ndarray.NDManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.opponency.engine.ScriptModule;

/**
 * Makes a module of TorchScript text, by way of the archive that {@code torch.jit.save} would write
 * for a class {@code M} without attributes ({@code torch/csrc/jit/serialization}).
 */
final class ScriptArchive {
  /** A pickled {@code __torch__.M} whose only state is {@code training}. */
  private static final String OBJECT =
      "\u0080\u0002c__torch__\nM\nq\0)\u0081}(X\b\0\0\0trainingq\1\u0088ubq\2.";

  private static final String NO_CONSTANTS = "\u0080\u0002).";

  private ScriptArchive() {}

  /** Loads a module onto a manager's device; it closes with the manager. */
  static ScriptModule load(NDManager manager, String code) {
    try {
      ByteArrayInputStream archive = new ByteArrayInputStream(archive(code));
      return ScriptModule.forTraining(manager, archive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] archive(String code) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      store(zip, "m/data.pkl", OBJECT);
      store(zip, "m/code/__torch__.py", code);
      store(zip, "m/constants.pkl", NO_CONSTANTS);
      store(zip, "m/version", "3\n");
    }
    return bytes.toByteArray();
  }

  /** Uncompressed, as PyTorch reads it. */
  private static void store(ZipOutputStream zip, String name, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
