package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.opponency.io.Progress;
import org.opponency.training.EpochLog;
import org.opponency.training.Execution;
import org.opponency.training.Step;
import org.opponency.training.TrainingListener;

/** Trains networks side by side, one processor thread each, and reports on all of them together. */
final class TrainingCrew {
  private final SideBySide workers;
  private final Execution execution;
  private final Consumer<Progress> progress;
  private final Consumer<ModelEpoch> epochs;
  private final AtomicLong done = new AtomicLong();
  private final Throughput throughput = new Throughput(System::nanoTime);
  private final AtomicLong total = new AtomicLong();

  TrainingCrew(int workers, Execution execution, Consumer<Progress> progress) {
    this(workers, execution, progress, epoch -> {});
  }

  TrainingCrew(
      int workers, Execution execution, Consumer<Progress> progress, Consumer<ModelEpoch> epochs) {
    this.workers = new SideBySide(workers, "Training");
    this.execution = execution;
    this.progress = progress;
    this.epochs = epochs;
  }

  /** The trained networks, in the order of their plans. */
  List<ModelRun> train(List<TrainingPlan> plans) {
    total.set(plans.stream().mapToLong(TrainingPlan::stepsLeft).sum());
    List<TrainingPlan> longestFirst = // so that no worker is left alone with a long one at the end
        plans.stream()
            .sorted(Comparator.comparingInt(plan -> -plan.architecture().width()))
            .toList();
    List<ModelRun> trained = workers.each(longestFirst, this::train);
    return plans.stream().map(plan -> trained.get(longestFirst.indexOf(plan))).toList();
  }

  private ModelRun train(TrainingPlan plan) throws IOException {
    Watch watch = new Watch(plan);
    ModelRun run = plan.run(execution.telling(watch::note), watch);
    watch.end();
    return run;
  }

  /** Tells of one network. */
  private final class Watch implements TrainingListener {
    private final TrainingPlan plan;
    private long steps;
    private long expected;

    Watch(TrainingPlan plan) {
      this.plan = plan;
      expected = plan.stepsLeft();
    }

    /** A bottleneck that died leaves steps that nobody will take. */
    void end() {
      if (steps < expected) {
        expect(steps);
        tell(plan.name(), "");
      }
    }

    private void expect(long all) {
      total.addAndGet(all - expected);
      expected = all;
    }

    @Override
    public void step(Step step) {
      // Where it stands: on from what an earlier call did, or anew with a network that had died.
      expect(steps + 1 + step.steps() - step.step());
      if (steps++ == 0) {
        tell(plan.name() + " on " + execution.devices(), "");
      }
      String detail =
          format(
              "%s  epoch %d/%d  loss %.3f  accuracy %.2f%s",
              plan.name(),
              step.epoch(),
              step.epochs(),
              step.loss(),
              step.accuracy(),
              throughput.words(plan.recipe().batchSize()));
      done.incrementAndGet();
      tell(detail, "");
    }

    @Override
    public void epoch(EpochLog epoch) {
      epochs.accept(new ModelEpoch(plan.name(), plan.architecture().width(), plan.run(), epoch));
    }

    @Override
    public void note(String note) {
      tell("", plan.name() + ": " + note);
    }

    private void tell(String detail, String note) {
      long now = done.get();
      long all = Math.max(1, Math.max(now, total.get())); // others count on between the two
      progress.accept(new Progress("training", now, all, detail, note));
    }
  }
}
