package org.opponency.training;

import static org.opponency.io.Text.format;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.opponency.images.ImageSet;
import org.opponency.io.AtomicFiles;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.script.Numerics;

/**
 * Trains one network by one recipe into one folder. A run that is killed goes on to the same bits
 * (on the same processor, with as many threads).
 *
 * <p>No random generator has a state that would have to be kept, because everything random derives
 * from the seed by {@link org.opponency.io.Seed}: the initial weights from the seed itself, the
 * order of images from seed and epoch, what happens to an image from seed, epoch and its index. All
 * the rest is in a checkpoint: weights, statistics, the optimiser's state, position, the epochs
 * done and, among them, the best so far.
 *
 * <p>The folder holds, while training goes on, the last checkpoints ({@code
 * checkpoint-STEP.safetensors}); then {@code model.safetensors}, the weights after the last epoch;
 * and all the time {@code best.safetensors}, those of the epoch with the best validation accuracy,
 * {@code epochs.csv} ({@link EpochTable}) and {@code training.log}.
 *
 * @param architecture what to train
 * @param recipe how
 * @param train training images
 * @param validation images to evaluate on after every epoch
 * @param seed of the initial weights, the order of images and their augmentation
 * @param folder where the checkpoints and, at the end, the weights go
 * @param execution what it is computed by
 * @param checkpointsKept how many of the last checkpoints are kept, at least 1: when the newest is
 *     damaged, training goes on from the one before it
 */
public record Training(
    Architecture architecture,
    Recipe recipe,
    ImageSet train,
    ImageSet validation,
    long seed,
    Path folder,
    Execution execution,
    int checkpointsKept) {
  private static final int CHECKPOINTS_KEPT = 3;

  /** Refuses sets that do not fit the architecture and the recipe. */
  public Training {
    if (checkpointsKept < 1) {
      throw new IllegalArgumentException(
          "Expected at least one checkpoint to keep, got " + checkpointsKept);
    }
    if (train.size() < recipe.batchSize()) {
      throw new IllegalArgumentException(
          format(
              "Expected at least %d training images for one batch, %s has %d",
              recipe.batchSize(), train.name(), train.size()));
    }
    if (train.classes().size() != architecture.classes()
        || !train.classes().equals(validation.classes())) {
      throw new IllegalArgumentException(
          format(
              "Expected %d classes, the same in both sets; %s has %s, %s has %s",
              architecture.classes(),
              train.name(),
              train.classes(),
              validation.name(),
              validation.classes()));
    }
  }

  /** Computed by all there is: see {@link Execution#automatic}. Keeps three checkpoints. */
  public Training(
      Architecture architecture,
      Recipe recipe,
      ImageSet train,
      ImageSet validation,
      long seed,
      Path folder) {
    this(
        architecture,
        recipe,
        train,
        validation,
        seed,
        folder,
        Execution.automatic(),
        CHECKPOINTS_KEPT);
  }

  /** The same run, computed otherwise. */
  public Training on(Execution other) {
    return new Training(
        architecture, recipe, train, validation, seed, folder, other, checkpointsKept);
  }

  /** Optimiser steps of an epoch. */
  public int stepsPerEpoch() {
    return train.size() / recipe.batchSize();
  }

  /** Optimiser steps of the whole run. */
  public int steps() {
    return stepsPerEpoch() * recipe.epochs();
  }

  /** Whether the folder holds a run that has come to its end. */
  public boolean isFinished() {
    return Files.exists(weights());
  }

  /**
   * Trains to the end, from where an earlier call was stopped; a finished run is read back.
   *
   * @param listener told after every step and epoch, and of what happens besides
   * @throws DivergedException if the loss or a weight is no longer a number
   * @throws org.opponency.io.StoppedException if {@code listener} has thrown it, or the thread was
   *     interrupted; all steps told are saved
   * @throws IllegalStateException if the folder holds another run
   * @throws org.opponency.images.ImageDataException if not one image of a set can be read
   * @throws IOException if the folder cannot be written, which is found out before the first step;
   *     if there are checkpoints and none is whole; if the weights cannot be written at the end. A
   *     checkpoint that cannot be written, as on a full disk, is only told
   */
  public TrainedNetwork run(TrainingListener listener) throws IOException {
    if (isFinished()) {
      TrainedNetwork trained = TrainedNetwork.read(weights(), identity());
      checkpoints(listener::note).clear(); // of a run that was killed before it did
      return trained;
    }
    requireWritableFolder();
    try (Network network = initialised();
        BatchGradient gradient = execution.gradientOf(network)) {
      return new TrainingLoop(this, network, gradient, listener).toTheEnd();
    }
  }

  /** Drawn on the CPU, whose random numbers are the same wherever training then runs. */
  Network initialised() {
    Network drawn = Network.initialise(architecture, seed, DataType.FLOAT32, Device.cpu());
    if (!execution.leader().isGpu()) {
      return drawn;
    }
    try (drawn) {
      return drawn.copyOn(execution.leader());
    }
  }

  /**
   * Makes the folder where there is none.
   *
   * @throws IOException if it cannot be written to
   */
  public void requireWritableFolder() throws IOException {
    try {
      AtomicFiles.replace(folder.resolve(".writable"), Files::createFile);
      Files.delete(folder.resolve(".writable"));
    } catch (IOException e) {
      throw new IOException(
          format(
              "Cannot write to %s, where this run's checkpoint and weights are to go (%s). Give a folder that can be written.",
              folder, e),
          e);
    }
  }

  /** Where the trained weights go: safetensors with PyTorch's names. */
  public Path weights() {
    return folder.resolve("model.safetensors");
  }

  /** Where the weights of the best epoch so far go, in the same form. */
  public Path bestWeights() {
    return folder.resolve("best.safetensors");
  }

  Checkpoints checkpoints(Consumer<String> notes) {
    return new Checkpoints(folder, this::identity, metadata(), checkpointsKept, notes);
  }

  /** What the files of weights say of their network. */
  Map<String, String> metadata() {
    return Checkpoint.metadata(architecture, train.classes());
  }

  /** What makes this run this run and no other. */
  String identity() {
    String exact =
        format(
            "%s %s seed %d train %s validation %s",
            architecture, recipe, seed, train.digest(), validation.digest());
    return execution.numerics() == Numerics.EXACT ? exact : exact + " " + execution.numerics();
  }
}
