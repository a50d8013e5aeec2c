package org.opponency.engine;

import com.sun.jna.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Keeps oneDNN, by which libtorch computes convolutions on a processor, to code that is right.
 *
 * <p>Its code for AVX2 and AVX-512 cuts the work to the sizes of the caches. Where a virtual
 * machine hides those of an AMD processor (CPUID leaf 0x8000001D is empty), oneDNN 3.7.1 takes them
 * for zero bytes: convolutions and their gradients come out wrong without a word, and some divide
 * by zero, which ends the process. Its code for SSE4.1 asks for no sizes; it takes some four times
 * as long. With what it has for AVX every map was right, but one training step of ours ended in
 * NaN.
 */
public final class OneDnn {
  private static final String VARIABLE = "ONEDNN_MAX_CPU_ISA";
  private static final String SAFE = "SSE41";

  private static final boolean LIMITED =
      mustBeLimited(
          Path.of("/proc/cpuinfo"), Path.of("/sys/devices/system/cpu/cpu0"), System.getenv());

  static {
    if (LIMITED) {
      tellUnlessSet(VARIABLE, SAFE); // oneDNN asks once, before the first convolution
    }
  }

  private OneDnn() {}

  /** Gives a variable a value in the C library's environment, of which Java's is a copy. */
  static void tellUnlessSet(String variable, String value) {
    Function.getFunction("c", "setenv").invokeInt(new Object[] {variable, value, 0});
  }

  /**
   * Sees to it that the next convolution, if it is the first, is computed by code that is right.
   */
  static void prepare() {
    // initialising the class has done it
  }

  /** Whether it is kept to older instructions here, whose sums add up in another order. */
  public static boolean isLimited() {
    return LIMITED;
  }

  /**
   * Whether newer instructions are unsafe and the user has not said which to take.
   *
   * @param processors where Linux tells whose processors they are
   * @param processor the folder of one, in which Linux has another for each cache that CPUID tells
   */
  static boolean mustBeLimited(Path processors, Path processor, Map<String, String> environment) {
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
