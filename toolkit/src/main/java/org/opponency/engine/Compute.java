package org.opponency.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Utils;
import ai.djl.util.cuda.CudaUtils;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What networks run on. */
public final class Compute {
  private Compute() {}

  /**
   * Sets how many processor threads one operation of the calling thread uses, and of all threads
   * that compute for the first time from now on: put both back with {@link #keepThreads}. Networks
   * that are trained side by side do best with one each; results then do not depend on the
   * machine's cores.
   */
  public static void threads(int count) {
    Libtorch.engine();
    JniUtils.setNumThreads(count);
  }

  /** How many processor threads one operation of the calling thread uses. */
  public static int threads() {
    Libtorch.engine();
    return JniUtils.getNumThreads();
  }

  /** Closing it brings back what was before. */
  @FunctionalInterface
  public interface Threads extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Keeps the numbers of processor threads of the calling thread and of new threads until it is
   * closed by the same thread, whatever is set in between.
   */
  public static Threads keepThreads() {
    int here = threads();
    int elsewhere = inNewThread(Compute::threads);
    return () -> {
      threads(here);
      inNewThread( // whose setting is the last one, and so that of new threads
          () -> {
            threads(elsewhere);
            return elsewhere;
          });
    };
  }

  private static int inNewThread(Supplier<Integer> work) {
    return CompletableFuture.supplyAsync(work, task -> new Thread(task).start()).join();
  }

  /** What new networks are put on: the first GPU, or else the processor. */
  public static Device device() {
    return Libtorch.engine().defaultDevice();
  }

  /**
   * Memory of {@link #device}, of all processes together; empty on a processor and where CUDA's
   * runtime library is not found.
   */
  public static Optional<DeviceMemory> gpuMemory() {
    Device device = device();
    if (!device.isGpu() || !CudaUtils.hasCuda()) {
      return Optional.empty();
    }
    MemoryUsage usage = CudaUtils.getGpuMemory(device);
    return Optional.of(new DeviceMemory(usage.getCommitted(), usage.getMax()));
  }

  /**
   * Memory of a device.
   *
   * @param used bytes
   * @param total bytes
   */
  public record DeviceMemory(long used, long total) {}

  /**
   * Lets cuDNN try its algorithms on each new shape and keep the fastest, unless the property
   * {@code ai.djl.pytorch.cudnn_benchmark} says what to do.
   */
  public static void tuneConvolutions() {
    Libtorch.engine();
    if (System.getProperty("ai.djl.pytorch.cudnn_benchmark") == null) {
      JniUtils.setBenchmarkCuDNN(true);
    }
  }

  /** The folder that DJL unpacks PyTorch's libraries into, whether it is there or not. */
  public static Path libraries() {
    return Utils.getEngineCacheDir("pytorch");
  }

  /** Whether it was the tensor engine that failed. */
  public static boolean isFailure(Throwable failure) {
    return failure instanceof EngineException;
  }

  /** Version of DJL. */
  public static String djlVersion() {
    return Engine.getDjlVersion();
  }

  /** Version of libtorch. */
  public static String libtorchVersion() {
    return Libtorch.engine().getVersion();
  }
}
