package org.opponency.training;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.SkippedImage;
import org.opponency.images.batch.Batch;
import org.opponency.images.batch.Batches;
import org.opponency.models.Network;

/** One run of a {@link Training}, from its checkpoint or its beginning to its end. */
final class TrainingLoop {
  private final Training training;
  private final Recipe recipe;
  private final TrainingBatches batches;
  private final Network network;
  private final BatchGradient gradient;
  private final Optimiser optimiser;
  private final Validation validation;
  private final TrainingListener listener;
  private final Journal journal;
  private final Checkpoints checkpoints;
  private final List<EpochLog> log = new ArrayList<>();
  private final List<EpochTime> times = new ArrayList<>();
  private final Stopwatch stopwatch = new Stopwatch(System::nanoTime);
  private final Set<String> skipped = new TreeSet<>();
  private int steps;
  private Tally tally = Tally.EMPTY;
  private boolean dead;
  private final StopRequest stop = new StopRequest();

  TrainingLoop(
      Training training, Network network, BatchGradient gradient, TrainingListener listener) {
    this.training = training;
    this.recipe = training.recipe();
    batches = new TrainingBatches(training);
    this.network = network;
    this.gradient = gradient;
    this.listener = listener;
    journal = new Journal(training.folder(), listener);
    checkpoints = training.checkpoints(journal::note);
    optimiser = new Optimiser(recipe.rule(), network);
    validation = new Validation(training.validation(), training);
  }

  TrainedNetwork toTheEnd() throws IOException {
    resume();
    while (!dead && steps < training.steps()) {
      epoch();
    }
    TrainedNetwork trained = orStopped(() -> write(training.weights()));
    journal.log(summary(trained));
    checkpoints.clear();
    return trained;
  }

  /** A file's reading or writing. */
  @FunctionalInterface
  private interface FileWork<T> {
    T done() throws IOException;
  }

  /** Where an interrupt closes the file under it, the checkpoints have all that was done. */
  private <T> T orStopped(FileWork<T> work) throws IOException {
    try {
      return work.done();
    } catch (IOException e) {
      stop.fromInterrupt();
      stop.obey();
      throw e;
    }
  }

  private TrainedNetwork write(Path file) throws IOException {
    TrainedNetwork trained = new TrainedNetwork(file, log, dead, List.copyOf(skipped));
    trained.write(network.state(), training.identity(), training.metadata());
    return trained;
  }

  private String summary(TrainedNetwork trained) {
    EpochTable table = EpochTable.of(log, times);
    return format(
        "finished: %d steps, %,d images in %.3f hours; best validation accuracy %.4f in epoch %d",
        steps,
        table.images(),
        table.hours(),
        trained.best().validationAccuracy(),
        trained.best().epoch());
  }

  private void resume() throws IOException {
    checkpoints.sweep();
    Optional<Snapshot> newest = orStopped(checkpoints::newest);
    newest.ifPresent(this::goOnFrom);
    journal.log(
        format(
            "%s at step %d of %d on %s",
            verb(newest), steps, training.steps(), training.execution().devices()));
    stopwatch.restart(newest.map(Snapshot::seconds).orElse(0.0));
  }

  private static String verb(Optional<Snapshot> from) {
    return from.isPresent() ? "resumed" : "started";
  }

  private void goOnFrom(Snapshot snapshot) {
    network.load(snapshot.model());
    optimiser.load(snapshot.optimiser());
    steps = snapshot.steps();
    tally = snapshot.tally();
    log.addAll(snapshot.log());
    times.addAll(snapshot.times());
    skipped.addAll(snapshot.skipped());
    dead = snapshot.dead();
    journal.resumed(log, times);
  }

  private void save(int epoch, double rate) {
    Snapshot snapshot =
        new Snapshot(
            network.state(),
            optimiser.state(),
            steps,
            tally,
            log,
            times,
            stopwatch.seconds(),
            List.copyOf(skipped),
            dead);
    if (!snapshot.isFinite()) { // the last step may have spoilt the weights
      throw diverged("A weight is no finite number", epoch, steps, rate);
    }
    checkpoints.save(snapshot);
    if (stop.fromInterrupt()) { // which may have closed the file under the writer
      checkpoints.save(snapshot);
    }
  }

  /** The rest of the epoch under way. Its last checkpoint is the one with its validation. */
  private void epoch() throws IOException {
    int epoch = steps / training.stepsPerEpoch();
    int done = steps % training.stepsPerEpoch();
    double rate = recipe.schedule().at(epoch);
    try (Batches rest = batches.open(recipe.batchSize(), epoch, done)) {
      boolean more = hasMore(rest);
      while (more) {
        stop.obey(); // all that was done is saved
        step(rest.next(), epoch, rate);
        more = hasMore(rest);
        remember("", rest.skipped());
        if (more && (stop.isMade() || steps % recipe.checkpointSteps() == 0)) {
          read(epoch, rate);
          save(epoch, rate);
        }
      }
      read(epoch, rate);
      remember("", rest.skipped());
    }
    closeEpoch(epoch, rate);
    stop.obey();
  }

  private void step(Batch batch, int epoch, double rate) {
    gradient.add(batch);
    if (isTimeToRead()) {
      read(epoch, rate);
    }
    optimiser.step(rate);
    steps = stepAt(epoch, batch.number());
    stop.from(() -> listener.step(report(epoch)));
  }

  /** Whether the epoch goes on. Where an interrupt ends the wait for a batch, it would. */
  private boolean hasMore(Batches rest) {
    try {
      return rest.hasNext();
    } catch (CancellationException e) {
      stop.fromInterrupt();
      return true;
    }
  }

  /** The first batch of an epoch too, so that there is something to report. */
  private boolean isTimeToRead() {
    return tally.images() == 0 || gradient.unread() >= training.execution().stepsUnread();
  }

  /** Both sets may have images of one name. */
  private void remember(String of, List<SkippedImage> images) {
    for (SkippedImage image : images) {
      if (skipped.add(of + image.reason())) {
        journal.log("left out: " + of + image.reason());
      }
    }
  }

  private Step report(int epoch) {
    return new Step(
        steps, training.steps(), epoch + 1, recipe.epochs(), tally.meanLoss(), tally.accuracy());
  }

  /** A step that counts for nothing, read at once: to measure how long one takes. */
  void trial(Batch batch, double rate) {
    gradient.add(batch);
    gradient.read();
    optimiser.step(rate);
  }

  /** Takes what the devices have found since the last time into the epoch's tally. */
  private void read(int epoch, double rate) {
    for (BatchGradient.Result batch : gradient.read()) {
      requireFinite(batch.tally().loss(), epoch, stepAt(epoch, batch.number()), rate);
      tally = tally.plus(batch.tally());
    }
  }

  /** The step, counted from 1, that a batch of an epoch is the work of. */
  private int stepAt(int epoch, int batch) {
    return epoch * training.stepsPerEpoch() + batch + 1;
  }

  private void requireFinite(double loss, int epoch, int step, double rate) {
    if (!Double.isFinite(loss)) {
      throw diverged("The loss is " + loss, epoch, step, rate);
    }
  }

  private DivergedException diverged(String what, int epoch, int step, double rate) {
    String batch = batches.name(epoch, step - stepAt(epoch, 0));
    var diverged = new DivergedException(what, step, epoch + 1, rate, batch);
    journal.log(diverged.getMessage());
    return diverged;
  }

  private void closeEpoch(int epoch, double rate) throws IOException {
    requireImages(tally, training.train());
    steps = (epoch + 1) * training.stepsPerEpoch(); // its last batches may have been unreadable
    Validation.Result result = uninterrupted(() -> validation.of(network));
    remember("In validation: ", result.skipped());
    requireImages(result.tally(), training.validation());
    requireFinite(result.tally().loss(), epoch, steps, rate); // spoilt by the last step
    log.add(
        new EpochLog(
            epoch + 1,
            steps,
            rate,
            tally.meanLoss(),
            tally.accuracy(),
            result.tally().meanLoss(),
            result.tally().accuracy()));
    times.add(new EpochTime(tally.images(), stopwatch.seconds()));
    stopwatch.restart(0);
    tally = Tally.EMPTY;
    dead = result.silent();
    stop.fromInterrupt(); // else no file could be written
    keepIfBest();
    save(epoch, rate);
    journal.epoch(log, times, recipe.epochs());
  }

  /** Before the checkpoint, so that what a checkpoint calls the best is on the disk. */
  private void keepIfBest() {
    EpochLog last = log.get(log.size() - 1);
    if (TrainedNetwork.best(log) == last) {
      try {
        uninterrupted(() -> write(training.bestWeights()));
      } catch (IOException e) {
        journal.note(
            format(
                "The best weights so far, of epoch %d, are not kept: %s. Training goes on.",
                last.epoch(), e.getMessage()));
      }
    }
  }

  private interface Work<T> {
    T done() throws IOException;
  }

  /** Work that is done anew where an interrupt has ended it: without it no epoch can be saved. */
  private <T> T uninterrupted(Work<T> work) throws IOException {
    while (true) {
      try {
        return work.done();
      } catch (IOException | CancellationException e) {
        if (!stop.fromInterrupt()) {
          throw e;
        }
      }
    }
  }

  private static void requireImages(Tally tally, ImageSet images) {
    if (tally.images() == 0) {
      throw new ImageDataException(
          format(
              "Not one of the images of %s could be read; the first is %s",
              images.name(), images.id(0)));
    }
  }
}
