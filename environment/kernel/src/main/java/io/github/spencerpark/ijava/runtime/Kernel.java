package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import java.util.Locale;

/** Reaches the kernel that runs the cell. */
public final class Kernel {
  private Kernel() {}

  /** The kernel of this process. */
  public static JavaKernel getKernelInstance() {
    return IJava.getKernelInstance();
  }

  /** Runs code as a cell would, magics included, and gives the value of its last expression. */
  public static Object eval(String code) throws Exception {
    return getKernelInstance().evalRaw(code);
  }

  /** Prints formatted text; see {@link java.util.Formatter}. */
  public static void printf(String format, Object... arguments) {
    // In one piece, because a formatter prints every part by itself.
    System.out.print(String.format(Locale.getDefault(Locale.Category.FORMAT), format, arguments));
  }
}
