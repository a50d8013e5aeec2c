package io.github.spencerpark.ijava;

import org.opponency.kernel.JavaKernel;

/** The name under which code written for IJava looks for the running kernel. */
public final class IJava {
  private IJava() {}

  /** The kernel of this process, or null outside one. */
  public static JavaKernel getKernelInstance() {
    return JavaKernel.running();
  }
}
