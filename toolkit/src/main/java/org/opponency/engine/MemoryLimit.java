package org.opponency.engine;

import static org.opponency.io.Text.format;

import ai.djl.engine.EngineException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** What to do when a device or the machine has too little memory: take fewer images at a time. */
public final class MemoryLimit {
  /**
   * What libtorch says: its allocators of GPUs, of processors (Linux, other systems), the system,
   * the C++ library, cuBLAS and cuDNN.
   */
  private static final List<String> ENGINE =
      List.of(
          "out of memory",
          "can't allocate memory",
          "not enough memory",
          "cannot allocate memory",
          "bad_alloc",
          "alloc_failed");

  /** What the virtual machine says where smaller arrays would have fitted. */
  private static final List<String> JAVA =
      List.of("java heap space", "gc overhead limit", "array size exceeds", "direct buffer memory");

  private MemoryLimit() {}

  /**
   * Whether work failed because it took more memory than there is, so that it may fit in smaller
   * pieces. A virtual machine that cannot start a thread or load a class says "out of memory" too;
   * smaller pieces would not help it.
   */
  public static boolean isReached(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return says(failure, JAVA);
    }
    return failure instanceof EngineException && says(failure, ENGINE);
  }

  private static boolean says(Throwable failure, List<String> words) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(message::contains);
  }

  /**
   * Does the work with batches of a size, or anew with smaller ones if those do not fit.
   *
   * @param batchSize images a batch, at least 1
   * @param notice told each time a batch was halved
   * @throws EngineException if one image alone does not fit either
   */
  public static <T> T fitting(int batchSize, Consumer<String> notice, IntFunction<T> work) {
    try {
      return work.apply(batchSize);
    } catch (EngineException | OutOfMemoryError e) {
      if (batchSize == 1 || !isReached(e)) {
        throw e;
      }
    }
    int half = batchSize / 2;
    notice.accept(
        format(
            "A batch of %d images does not fit into memory: starting anew with %d",
            batchSize, half));
    return fitting(half, notice, work);
  }
}
