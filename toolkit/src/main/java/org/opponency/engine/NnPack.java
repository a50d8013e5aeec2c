package org.opponency.engine;

import com.sun.jna.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps libtorch from saying at each convolution of a small batch that NNPACK, which it asks first,
 * does not know the processor: so it is where a machine hides its caches.
 */
final class NnPack {
  private static final String LEVEL = "TORCH_CPP_LOG_LEVEL";
  private static final int UNLESS_SET = 0;

  private NnPack() {}

  /**
   * Once libtorch is loaded there, lets it say errors only, or what {@code TORCH_CPP_LOG_LEVEL}
   * says, which libtorch reads for Python alone.
   */
  static void silence() {
    if (OneDnn.hidesCaches()) {
      Function.getFunction("c", "setenv").invokeInt(new Object[] {LEVEL, "ERROR", UNLESS_SET});
      loaded("libc10.so").ifPresent(NnPack::readLevel);
    }
  }

  /** {@code c10::initLogging()}. */
  private static void readLevel(String library) {
    try {
      Function.getFunction(library, "_ZN3c1011initLoggingEv").invokeVoid(new Object[0]);
    } catch (UnsatisfiedLinkError otherVersion) {
      // says more than it need, and computes as well
    }
  }

  /** The path of a library of this process, if it is loaded. */
  private static Optional<String> loaded(String name) {
    try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
      return maps.filter(line -> line.endsWith("/" + name))
          .map(line -> line.substring(line.indexOf('/')))
          .findFirst();
    } catch (IOException noLinux) {
      return Optional.empty();
    }
  }
}
