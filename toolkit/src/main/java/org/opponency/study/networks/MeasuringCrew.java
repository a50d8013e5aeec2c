package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.opponency.io.Progress;
import org.opponency.models.VisionModel;
import org.opponency.study.networks.StudyNetworks.LongMeasurement;

/** Measures networks side by side and reports on all of them together. */
final class MeasuringCrew {
  /** Every network counts for so much of the whole, however long it takes. */
  private static final int SHARE = 1000;

  private final SideBySide workers;
  private final Consumer<Progress> progress;
  private final List<ModelRun> models;
  private final long[] done;
  private final long[] total;
  private String doing = StudyNetworks.MEASURING;

  MeasuringCrew(int workers, Consumer<Progress> progress, List<ModelRun> models) {
    this.workers = new SideBySide(workers, "Measuring");
    this.progress = progress;
    this.models = models;
    done = new long[models.size()];
    total = new long[models.size()];
    Arrays.fill(total, SHARE);
  }

  /** What is measured on each network, in their order; once a crew. */
  <R> List<R> each(Function<ModelRun, VisionModel> opening, LongMeasurement<R> measure) {
    return workers.each(
        IntStream.range(0, models.size()).boxed().toList(),
        place -> {
          ModelRun model = models.get(place);
          R measured;
          try (VisionModel vision = opening.apply(model)) {
            measured = measure.of(model, vision, step -> tell(place, step));
          }
          end(place);
          return measured;
        });
  }

  private synchronized void tell(int place, Progress step) {
    if (step.note().isEmpty()) {
      doing = step.what();
      done[place] = Math.min(SHARE - 1, (long) (SHARE * step.fraction()));
      report(step.detail());
    } else {
      progress.accept(step);
    }
  }

  /** Where others work, one that is read back tells nothing of the time that they take. */
  private synchronized void end(int place) {
    boolean readBack = done[place] == 0 && !doing.equals(StudyNetworks.MEASURING);
    total[place] = readBack ? 0 : SHARE;
    done[place] = total[place];
    report(
        models.size() > 1 && Arrays.equals(done, total)
            ? format("%d networks", models.size())
            : models.get(place).name());
  }

  private void report(String detail) {
    long all = LongStream.of(total).sum();
    progress.accept(new Progress(doing, LongStream.of(done).sum(), all, detail));
  }
}
