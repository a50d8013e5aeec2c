package org.opponency.engine;

import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.Function;
import java.nio.file.Path;

/**
 * Has libtorch say errors only, or what {@code TORCH_CPP_LOG_LEVEL} says, which it reads for Python
 * alone. Else it warns once of DJL's own code and, on a machine that hides its caches, at each
 * convolution of a small batch, that NNPACK does not know the processor.
 */
final class LibtorchLog {
  private LibtorchLog() {}

  /** To be called once libtorch is loaded. */
  static void quieten() {
    OneDnn.tellUnlessSet("TORCH_CPP_LOG_LEVEL", "ERROR");
    Path library = Path.of(LibUtils.getLibtorchPath(), System.mapLibraryName("c10"));
    try {
      // c10::initLogging()
      Function.getFunction(library.toString(), "_ZN3c1011initLoggingEv").invokeVoid(new Object[0]);
    } catch (UnsatisfiedLinkError otherVersion) {
      // says more than it need, and computes as well
    }
  }
}
