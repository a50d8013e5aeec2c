package org.opponency.study;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.opponency.training.Execution;
import org.opponency.training.Step;

/** Trains networks side by side, one processor thread each, and reports on all of them together. */
final class TrainingCrew {
  private final SideBySide workers;
  private final Execution execution;
  private final Consumer<Progress> progress;
  private final AtomicLong done = new AtomicLong();
  private long total;

  TrainingCrew(int workers, Execution execution, Consumer<Progress> progress) {
    this.workers = new SideBySide(workers, "Training");
    this.execution = execution;
    this.progress = progress;
  }

  /** The trained networks, in the order of their plans. */
  List<ModelRun> train(List<TrainingPlan> plans) {
    total = plans.stream().mapToLong(TrainingPlan::steps).sum();
    return workers.each(plans, this::train);
  }

  private ModelRun train(TrainingPlan plan) throws IOException {
    long[] own = new long[1];
    ModelRun run =
        plan.run(
            execution.telling(this::tell),
            step -> {
              workers.stopIfInterrupted();
              if (own[0]++ == 0) {
                tell(plan.name() + " on " + execution.devices());
              }
              tell(plan, step);
            });
    // A run that is read back, or that was half done, leaves steps nobody counted.
    done.addAndGet(Math.max(0, plan.steps() - own[0]));
    return run;
  }

  /** A notice, where the bar stands. */
  private void tell(String notice) {
    progress.accept(new Progress("training", Math.min(total, done.get()), total, notice));
  }

  private void tell(TrainingPlan plan, Step step) {
    long now = Math.min(total, done.incrementAndGet());
    String detail =
        "%s  epoch %d/%d  loss %.3f  accuracy %.2f"
            .formatted(plan.name(), step.epoch(), step.epochs(), step.loss(), step.accuracy());
    progress.accept(new Progress("training", now, total, detail));
  }
}
