package org.opponency.study.networks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.opponency.engine.Compute;

/**
 * Does pieces of work side by side, one processor thread each, which for small networks is faster
 * than one after the other on all threads.
 *
 * @param workers how many at once
 * @param what the work is called in messages, such as {@code Training}
 */
public record SideBySide(int workers, String what) {
  /** One piece of work. */
  @FunctionalInterface
  public interface Work<T, R> {
    R of(T item) throws IOException;
  }

  /** The results, in the order of the items. The first failure stops all of it. */
  public <T, R> List<R> each(List<T> items, Work<T, R> work) {
    try (Compute.Threads kept = Compute.keepThreads()) { // longer than any worker sets its own
      return each(Executors.newFixedThreadPool(workers), items, work);
    }
  }

  private <T, R> List<R> each(ExecutorService pool, List<T> items, Work<T, R> work) {
    try {
      CompletionService<R> ends = new ExecutorCompletionService<>(pool);
      List<Future<R>> futures = new ArrayList<>();
      items.forEach(item -> futures.add(ends.submit(() -> alone(item, work))));
      for (int i = 0; i < futures.size(); i++) {
        ends.take().get(); // a failure is met when it happens, whatever else still runs
      }
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    } finally {
      pool.shutdownNow();
      awaitEnd(pool);
    }
  }

  /** Nothing is written any more once the caller goes on. */
  private static void awaitEnd(ExecutorService pool) {
    boolean interrupted = Thread.interrupted();
    while (!pool.isTerminated()) {
      try {
        pool.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private <T, R> R alone(T item, Work<T, R> work) throws IOException {
    if (workers > 1) {
      Compute.threads(1);
    }
    return work.of(item);
  }

  private IllegalStateException interrupted(InterruptedException cause) {
    return new IllegalStateException(
        what + " was interrupted; the next run goes on from here", cause);
  }

  private static RuntimeException unwrapped(Throwable cause) {
    if (cause instanceof IOException io) {
      // The class says what is wrong where the message is a bare path.
      return new UncheckedIOException("Cannot write or read a trained network: " + io, io);
    }
    if (cause instanceof Error error) {
      throw error; // such as memory that does not suffice, as it would be without workers
    }
    return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
  }
}
