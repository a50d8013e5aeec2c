package org.opponency.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.loss.Loss;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.opponency.images.Batch;
import org.opponency.images.BatchPlan;
import org.opponency.images.Batches;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.ImageTransform;
import org.opponency.images.Order;
import org.opponency.images.SkippedImage;
import org.opponency.images.Unreadable;
import org.opponency.models.Autograd;
import org.opponency.models.Network;
import org.opponency.models.Pixels;

/** One run of a {@link Training}, from its checkpoint or its beginning to its end. */
final class TrainingLoop {
  private final Training training;
  private final Recipe recipe;
  private final Network network;
  private final Optimiser optimiser;
  private final Validation validation;
  private final Consumer<Step> progress;
  private final Loss crossEntropy = Loss.softmaxCrossEntropyLoss();
  private final List<EpochLog> log = new ArrayList<>();
  private final Set<String> skipped = new TreeSet<>();
  private int steps;
  private Tally tally = Tally.EMPTY;
  private boolean dead;
  private StoppedException stop;

  TrainingLoop(Training training, Network network, Consumer<Step> progress) {
    this.training = training;
    this.recipe = training.recipe();
    this.network = network;
    this.progress = progress;
    optimiser = new Optimiser(recipe.rule(), network);
    validation = new Validation(training.validation(), recipe);
  }

  TrainedNetwork toTheEnd() throws IOException {
    resume();
    while (!dead && steps < training.steps()) {
      epoch();
    }
    TrainedNetwork trained =
        new TrainedNetwork(training.weights(), log, dead, List.copyOf(skipped));
    trained.write(
        network.state(),
        training.identity(),
        training.train(),
        training.architecture().imageSize());
    Files.deleteIfExists(training.checkpoint());
    return trained;
  }

  private void resume() throws IOException {
    if (Files.exists(training.checkpoint())) {
      Snapshot snapshot = Snapshot.read(training.checkpoint(), training.identity());
      network.load(snapshot.model());
      optimiser.load(snapshot.optimiser());
      steps = snapshot.steps();
      tally = snapshot.tally();
      log.addAll(snapshot.log());
      skipped.addAll(snapshot.skipped());
      dead = snapshot.dead();
    }
  }

  private void save() throws IOException {
    List<String> reasons = List.copyOf(skipped);
    new Snapshot(network.state(), optimiser.state(), steps, tally, log, reasons, dead)
        .write(training.checkpoint(), training.identity());
  }

  /** The rest of the epoch under way. Its last checkpoint is the one with its validation. */
  private void epoch() throws IOException {
    int epoch = steps / training.stepsPerEpoch();
    int done = steps % training.stepsPerEpoch();
    double rate = recipe.schedule().at(epoch);
    try (Batches batches = batches(epoch, done)) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        step(batch, rate);
        steps = epoch * training.stepsPerEpoch() + batch.number() + 1;
        report(epoch);
        boolean more = batches.hasNext();
        remember(batches.skipped());
        if (more && (stop != null || steps % recipe.checkpointSteps() == 0)) {
          save();
        }
        if (more) {
          endIfStopped();
        }
      }
      remember(batches.skipped());
    }
    closeEpoch(epoch, rate);
    endIfStopped();
  }

  private void endIfStopped() {
    if (stop != null) {
      throw stop;
    }
  }

  private void remember(List<SkippedImage> images) {
    images.forEach(image -> skipped.add(image.reason()));
  }

  private Batches batches(int epoch, int done) {
    return BatchPlan.of(training.train(), recipe.batchSize())
        .withOrder(Order.shuffled(training.train().size(), training.seed(), epoch))
        .withoutPartialBatch()
        .startingAt(done)
        .with(ImageTransform.of(recipe.augmentation(), training.seed(), epoch))
        .with(Unreadable.SKIP)
        .open();
  }

  private void report(int epoch) {
    var step =
        new Step(
            steps,
            training.steps(),
            epoch + 1,
            recipe.epochs(),
            tally.meanLoss(),
            tally.accuracy());
    try {
      progress.accept(step);
    } catch (StoppedException e) {
      stop = e; // once what was done is saved
    }
  }

  private void step(Batch batch, double rate) {
    try (NDManager scope = network.manager().newSubManager()) {
      NDArray pixels = Pixels.of(scope, batch.pixels(), batch.height(), batch.width());
      NDArray labels = scope.create(batch.labels());
      NDArray logits;
      double loss;
      try (Autograd.Mode on = Autograd.recording()) {
        logits = network.logits(pixels, true);
        NDArray mean = crossEntropy.evaluate(new NDList(labels), new NDList(logits));
        Autograd.backward(mean);
        loss = mean.getFloat();
      }
      requireFinite(loss, steps + 1, rate);
      optimiser.step(rate);
      tally = tally.plus(loss, Validation.hits(logits, labels), batch.size());
    }
  }

  private static void requireFinite(double loss, int step, double rate) {
    if (!Double.isFinite(loss)) {
      throw new DivergedException(step, rate, loss);
    }
  }

  private void closeEpoch(int epoch, double rate) throws IOException {
    requireImages(tally, training.train());
    steps = (epoch + 1) * training.stepsPerEpoch(); // its last batches may have been unreadable
    Validation.Result result = validation.of(network);
    requireImages(result.tally(), training.validation());
    requireFinite(result.tally().loss(), steps, rate); // the last step may have spoilt the weights
    log.add(
        new EpochLog(
            epoch + 1,
            steps,
            rate,
            tally.meanLoss(),
            tally.accuracy(),
            result.tally().meanLoss(),
            result.tally().accuracy()));
    tally = Tally.EMPTY;
    dead = result.silent();
    save();
  }

  private static void requireImages(Tally tally, ImageSet images) {
    if (tally.images() == 0) {
      throw new ImageDataException(
          "Not one of the images of %s could be read; the first is %s"
              .formatted(images.name(), images.id(0)));
    }
  }
}
