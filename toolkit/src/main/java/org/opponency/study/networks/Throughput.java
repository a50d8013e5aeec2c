package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import java.util.function.LongSupplier;
import org.opponency.engine.Compute;

/**
 * Training images a second of all networks together, and the GPU's memory. The rate is that of the
 * last ten seconds or more, so that validations and slow beginnings do not stay in it.
 */
final class Throughput {
  private static final double WINDOW_SECONDS = 10;
  private static final double FIRST_SECONDS = 1;

  private final LongSupplier nanoTime;
  private long windowStart;
  private long images;
  private String words = "";

  Throughput(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Counts images that were just learnt from; gives what is known, with two blanks before it. */
  synchronized String words(int newImages) {
    long now = nanoTime.getAsLong();
    if (windowStart == 0) {
      windowStart = now; // the first step has no beginning that is known
      return words;
    }
    images += newImages;
    double seconds = (now - windowStart) / 1e9;
    if (seconds >= (words.isEmpty() ? FIRST_SECONDS : WINDOW_SECONDS)) {
      words = format("  %.0f images/s%s", images / seconds, memory());
    }
    if (seconds >= WINDOW_SECONDS) {
      windowStart = now;
      images = 0;
    }
    return words;
  }

  private static String memory() {
    return Compute.gpuMemory()
        .map(m -> format("  GPU %.1f/%.1f GB", m.used() / 1e9, m.total() / 1e9))
        .orElse("");
  }
}
