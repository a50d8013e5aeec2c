package org.opponency.engine;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.nio.file.Path;

/** The native library, which is loaded once, and told what DJL has no words for. */
final class Libtorch {
  static {
    Engine.getInstance(); // loads it
    quieten();
    if (OneDnn.isLeftOut()) {
      leaveOutOneDnn();
    }
  }

  private Libtorch() {}

  /** DJL's view of it, which loads it. */
  static Engine engine() {
    return Engine.getInstance();
  }

  /**
   * Has it say errors only, or what {@code TORCH_CPP_LOG_LEVEL} says, which it reads for Python
   * alone. Else it warns once of DJL's own code and, on a machine that hides its caches, at each
   * convolution of a small batch, that NNPACK does not know the processor.
   */
  private static void quieten() {
    // of the C library, of whose variables Java's are a copy; what the user says is kept
    Function.getFunction("c", "setenv").invokeInt(new Object[] {"TORCH_CPP_LOG_LEVEL", "ERROR", 0});
    try {
      // c10::initLogging()
      function("c10", "_ZN3c1011initLoggingEv").invokeVoid(new Object[0]);
    } catch (UnsatisfiedLinkError otherVersion) {
      // says more than it need, and computes as well
    }
  }

  private static void leaveOutOneDnn() {
    // at::globalContext().setUserEnabledMkldnn(false), by oneDNN's former name
    Pointer context = function("torch_cpu", "_ZN2at13globalContextEv").invokePointer(new Object[0]);
    function("torch_cpu", "_ZN2at7Context20setUserEnabledMkldnnEb")
        .invokeVoid(new Object[] {context, false});
  }

  static Function function(String library, String name) {
    Path file = Path.of(LibUtils.getLibtorchPath(), System.mapLibraryName(library));
    return Function.getFunction(file.toString(), name);
  }
}
