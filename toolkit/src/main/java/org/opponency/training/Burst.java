package org.opponency.training;

import static org.opponency.io.Text.format;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.opponency.images.batch.Batch;
import org.opponency.images.batch.Batches;
import org.opponency.models.Network;

/**
 * A few training steps against the clock. Batches grow from two images until a step is long enough
 * to measure, the recipe's size is reached or memory ends; the smaller ones warm up.
 *
 * @param images of the steps that were measured
 * @param loadingSeconds to read and augment them, on all processors
 * @param stepSeconds of the network and the optimiser, median of three
 * @param validationSeconds of as many validation images
 * @param limit why not more images; empty if it is the recipe's batch
 * @param overlaps whether processors load while a GPU computes
 */
public record Burst(
    int images,
    double loadingSeconds,
    double stepSeconds,
    double validationSeconds,
    String limit,
    boolean overlaps) {
  private static final double LONG_ENOUGH = 2;
  private static final int STEPS = 3;
  private static final long ALWAYS_THERE = 1L << 30;

  static Burst measure(
      Training training,
      TrainingLoop loop,
      Network network,
      MemoryNeed need,
      LongSupplier nanoTime) {
    return new Stand(training, loop, network, need, nanoTime).measure();
  }

  /** Seconds an image: a GPU computes while processors load, a CPU has to do both. */
  double secondsPerImage() {
    double seconds =
        overlaps ? Math.max(loadingSeconds, stepSeconds) : loadingSeconds + stepSeconds;
    return seconds / images;
  }

  String words(int batchSize) {
    String scaled = images == batchSize ? "" : format(", scaled to %d: %s", batchSize, limit);
    return format(
        "%d steps of %d images: %.3f s each, and %.3f s to load them%s",
        STEPS, images, stepSeconds, loadingSeconds, scaled);
  }

  /** Seconds to load a batch, and to compute with it. */
  private record StepTime(double loading, double computing) {}

  /** Where the steps are made. */
  private record Stand(
      Training training,
      TrainingLoop loop,
      Network network,
      MemoryNeed need,
      LongSupplier nanoTime) {
    Burst measure() {
      int most = training.recipe().batchSize();
      int size = Math.min(most, 2); // batch norm knows no statistics of one number
      String limit = limit(most, size, step(size).computing());
      while (size < most && limit.isEmpty()) {
        size = Math.min(most, 2 * size);
        limit = limit(most, size, step(size).computing());
      }
      List<StepTime> times = steps(size);
      double loading = times.get(STEPS - 1).loading();
      double median = times.stream().mapToDouble(StepTime::computing).sorted().toArray()[STEPS / 2];
      return new Burst(size, loading, median, validation(size), limit, onGpus());
    }

    private boolean onGpus() {
      return training.execution().devices().areGpus();
    }

    /** Why a step of {@code size} images is the last to grow; a GPU that is full says so itself. */
    private String limit(int most, int size, double seconds) {
      int next = Math.min(most, 2 * size);
      if (size == most) {
        return "";
      }
      if (seconds > LONG_ENOUGH) {
        return "more would take long";
      }
      return !onGpus() && need.bytes(next) > free()
          ? format(
              "%d would need %.1f GB and %.1f GB are free",
              next, need.bytes(next) / 1e9, free() / 1e9)
          : "";
    }

    private static long free() {
      var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return Math.max(ALWAYS_THERE, machine.getFreeMemorySize());
    }

    private List<StepTime> steps(int size) {
      return IntStream.range(0, STEPS).mapToObj(i -> step(size)).toList();
    }

    private StepTime step(int size) {
      long start = nanoTime.getAsLong();
      try (Batches batches = new TrainingBatches(training).open(size, 0, 0)) {
        Batch batch = batches.next();
        long loaded = nanoTime.getAsLong();
        loop.trial(batch, training.recipe().schedule().at(0));
        return new StepTime((loaded - start) / 1e9, (nanoTime.getAsLong() - loaded) / 1e9);
      }
    }

    private double validation(int size) {
      int some = Math.min(size, training.validation().size());
      long start = nanoTime.getAsLong();
      new Validation(training.validation().first(some), training).of(network);
      return (nanoTime.getAsLong() - start) / 1e9 * size / some;
    }
  }
}
