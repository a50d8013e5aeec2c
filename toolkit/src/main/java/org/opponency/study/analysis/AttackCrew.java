package org.opponency.study.analysis;

import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.opponency.evaluation.Measured;
import org.opponency.io.Progress;
import org.opponency.models.VisionModel;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.SideBySide;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.store.ResultStore;
import org.opponency.study.store.RobustnessCache;

/**
 * Attacks networks side by side, one processor thread each, and reports on all of them together.
 */
final class AttackCrew {
  /** Every network counts for so much of the whole, however long it takes. */
  private static final int SHARE = 1000;

  private final StudyNetworks study;
  private final SideBySide workers;
  private final ResultStore store;
  private final Consumer<Progress> progress;

  AttackCrew(StudyNetworks study) {
    this.study = study;
    workers = new SideBySide(study.workers(), "Attacking");
    store = study.store();
    progress = study::report;
  }

  /**
   * What is measured on each network, in their order.
   *
   * @param measure on an open network, with what attacks it
   */
  <R> List<Measured<R>> each(List<ModelRun> models, Attacked<R> measure) {
    var done = new AtomicLongArray(models.size());
    List<Integer> places = IntStream.range(0, models.size()).boxed().toList();
    return workers.each(
        places,
        place -> {
          ModelRun model = models.get(place);
          var robustness = new RobustnessCache(store, step -> tell(done, place, step));
          try (VisionModel vision = study.open(model)) {
            return model.measured(measure.of(model, vision, robustness));
          } finally {
            done.set(place, SHARE);
          }
        });
  }

  /** What is measured on one network. */
  @FunctionalInterface
  interface Attacked<R> {
    R of(ModelRun model, VisionModel vision, RobustnessCache robustness);
  }

  private synchronized void tell(AtomicLongArray done, int place, Progress step) {
    done.set(place, (long) (SHARE * step.fraction()));
    long sum = 0;
    for (int i = 0; i < done.length(); i++) {
      sum += done.get(i);
    }
    String detail = step.what().replaceFirst("^attacking ", "") + "  " + step.detail();
    progress.accept(
        new Progress("attacking", sum, (long) SHARE * done.length(), detail, step.note()));
  }
}
