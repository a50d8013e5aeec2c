package org.opponency.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Whether oneDNN, by which libtorch computes convolutions on a processor, is right here.
 *
 * <p>Its code for AVX2 and AVX-512 cuts the work to the sizes of the caches. Where a virtual
 * machine hides those of an AMD processor (CPUID leaf 0x8000001D is empty), oneDNN 3.7.1 takes them
 * for zero bytes: convolutions and their gradients come out wrong without a word, and some divide
 * by zero, which ends the process. With what it has for AVX every map was right, but one training
 * step of ours ended in NaN; its code for SSE4.1 asks for no sizes. libtorch's own convolutions, as
 * products of matrices, do not either, and take half as long as those.
 */
public final class OneDnn {
  private static final String VARIABLE = "ONEDNN_MAX_CPU_ISA";

  private static final boolean LEFT_OUT =
      mustBeLeftOut(
          Path.of("/proc/cpuinfo"), Path.of("/sys/devices/system/cpu/cpu0"), System.getenv());

  private OneDnn() {}

  /** Whether libtorch convolves without it here, whose sums add up in another order. */
  public static boolean isLeftOut() {
    return LEFT_OUT;
  }

  /**
   * Whether it is unsafe and the user has not said which of its instructions to take.
   *
   * @param processors where Linux tells whose processors they are
   * @param processor the folder of one, in which Linux has another for each cache that CPUID tells
   */
  static boolean mustBeLeftOut(Path processors, Path processor, Map<String, String> environment) {
    return Files.isDirectory(processor)
        && !Files.exists(processor.resolve("cache/index0"))
        && isAmd(processors)
        && !environment.containsKey(VARIABLE);
  }

  private static boolean isAmd(Path processors) {
    try {
      return Files.readString(processors).contains("AuthenticAMD");
    } catch (IOException noLinux) {
      return false;
    }
  }
}
