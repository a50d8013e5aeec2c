package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import java.io.IOException;
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
  private long total;

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
    total = plans.stream().mapToLong(TrainingPlan::steps).sum();
    return workers.each(plans, this::train);
  }

  private ModelRun train(TrainingPlan plan) throws IOException {
    Watch watch = new Watch(plan);
    ModelRun run = plan.run(execution.telling(watch::note), watch);
    // A run that is read back, or that was half done, leaves steps nobody counted.
    done.addAndGet(Math.max(0, plan.steps() - watch.steps));
    return run;
  }

  /** Tells of one network. */
  private final class Watch implements TrainingListener {
    private final TrainingPlan plan;
    private long steps;

    Watch(TrainingPlan plan) {
      this.plan = plan;
    }

    @Override
    public void step(Step step) {
      if (steps++ == 0) {
        tell(done.get(), plan.name() + " on " + execution.devices(), "");
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
      tell(done.incrementAndGet(), detail, "");
    }

    @Override
    public void epoch(EpochLog epoch) {
      epochs.accept(new ModelEpoch(plan.name(), plan.architecture().width(), plan.run(), epoch));
    }

    @Override
    public void note(String note) {
      tell(done.get(), "", plan.name() + ": " + note);
    }

    private void tell(long now, String detail, String note) {
      progress.accept(new Progress("training", Math.min(total, now), total, detail, note));
    }
  }
}
