package io.github.spencerpark.ijava;

/** The name under which code written for IJava looks for the running kernel. */
public final class IJava {
  private static volatile JavaKernel kernel;

  private IJava() {}

  /** The kernel of this process, or null outside one. */
  public static JavaKernel getKernelInstance() {
    return kernel;
  }

  /** Makes a kernel the one of this process. */
  static void run(JavaKernel started) {
    kernel = started;
  }
}
