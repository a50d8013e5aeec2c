package org.opponency.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.opponency.models.Compute;
import org.opponency.training.Step;

/** Trains networks side by side, one processor thread each, and reports on all of them together. */
final class TrainingCrew {
  private final int workers;
  private final Consumer<Progress> progress;
  private final AtomicLong done = new AtomicLong();
  private long total;

  TrainingCrew(int workers, Consumer<Progress> progress) {
    this.workers = workers;
    this.progress = progress;
  }

  /** The trained networks, in the order of their plans. */
  List<ModelRun> train(List<TrainingPlan> plans) {
    total = plans.stream().mapToLong(TrainingPlan::steps).sum();
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      List<Future<ModelRun>> futures = new ArrayList<>();
      plans.forEach(plan -> futures.add(pool.submit(() -> train(plan))));
      List<ModelRun> runs = new ArrayList<>();
      for (Future<ModelRun> future : futures) {
        runs.add(future.get());
      }
      return runs;
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Training was interrupted; the next run goes on from here", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private ModelRun train(TrainingPlan plan) throws IOException {
    if (workers > 1) {
      Compute.threads(1);
    }
    long[] own = new long[1];
    ModelRun run =
        plan.run(
            step -> {
              stopIfInterrupted();
              own[0]++;
              tell(plan, step);
            });
    // A run that is read back, or that was half done, leaves steps nobody counted.
    done.addAndGet(Math.max(0, plan.steps() - own[0]));
    return run;
  }

  private void tell(TrainingPlan plan, Step step) {
    long now = Math.min(total, done.incrementAndGet());
    String detail =
        "%s  epoch %d/%d  loss %.3f  accuracy %.2f"
            .formatted(plan.name(), step.epoch(), step.epochs(), step.loss(), step.accuracy());
    progress.accept(new Progress("training", now, total, detail));
  }

  private static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("Training was interrupted; the next run goes on from here");
    }
  }

  private static RuntimeException unwrapped(Throwable cause) {
    if (cause instanceof IOException io) {
      return new UncheckedIOException(io.getMessage(), io);
    }
    return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
  }
}
