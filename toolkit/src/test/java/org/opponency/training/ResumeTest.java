package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.RgbImage;
import org.opponency.io.StoppedException;
import org.opponency.models.weights.Safetensors;

/** A run that is stopped goes on to the bits of one that is not. */
class ResumeTest {
  @TempDir Path folder;

  /** After a checkpoint, between two, at an epoch's last step, and in the last epoch. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 10, 14, 15})
  void interruptedRunGoesOnToTheSameBits(int step) throws IOException {
    TrainedNetwork whole = Runs.small(folder.resolve("whole")).run(Runs.SILENTLY);
    assertThrows(
        Runs.Interruption.class, () -> Runs.small(folder.resolve("cut")).run(Runs.stopAt(step)));
    assertThat(Runs.small(folder.resolve("cut")).isFinished()).isFalse();
    assertSame(Runs.small(folder.resolve("cut")).run(Runs.SILENTLY), whole);
  }

  @Test
  void aRunInterruptedTimeAndAgainGoesOnToTheSameBits() throws IOException {
    TrainedNetwork whole = Runs.small(folder.resolve("whole")).run(Runs.SILENTLY);
    for (int step = 3; step < 15; step += 3) {
      int stop = step;
      assertThrows(
          Runs.Interruption.class, () -> Runs.small(folder.resolve("cut")).run(Runs.stopAt(stop)));
    }
    assertSame(Runs.small(folder.resolve("cut")).run(Runs.SILENTLY), whole);
  }

  /** Under it Java reads no file, which is no fault of the checkpoints. */
  @Test
  void anInterruptWhileItResumesDamagesNothing() throws IOException {
    TrainedNetwork whole = Runs.small(folder.resolve("whole")).run(Runs.SILENTLY);
    assertThrows(
        Runs.Interruption.class, () -> Runs.small(folder.resolve("cut")).run(Runs.stopAt(5)));
    Thread.currentThread().interrupt();
    assertThrows(
        StoppedException.class, () -> Runs.small(folder.resolve("cut")).run(Runs.SILENTLY));
    assertThat(Thread.interrupted()).isTrue();
    assertSame(Runs.small(folder.resolve("cut")).run(Runs.SILENTLY), whole);
  }

  /** Between two checkpoints, at an epoch's last step, and at the very last. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 14, 15})
  void runThatIsAskedToStopLosesNoStep(int step) throws IOException {
    TrainedNetwork whole = Runs.small(folder.resolve("whole")).run(Runs.SILENTLY);
    TrainingListener asking =
        told -> {
          if (told.step() == step) {
            throw new StoppedException("enough");
          }
        };
    assertThrows(StoppedException.class, () -> Runs.small(folder.resolve("cut")).run(asking));
    List<Integer> rest = new ArrayList<>();
    assertSame(Runs.small(folder.resolve("cut")).run(told -> rest.add(told.step())), whole);
    assertThat(rest)
        .containsExactlyElementsIn(IntStream.rangeClosed(step + 1, 15).boxed().toList())
        .inOrder();
  }

  /** Between two checkpoints, and at an epoch's last step. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void interruptedRunLosesNoStepAndStaysInterrupted(int step) throws IOException {
    TrainedNetwork whole = Runs.small(folder.resolve("whole")).run(Runs.SILENTLY);
    TrainingListener interrupting =
        told -> {
          if (told.step() == step) {
            Thread.currentThread().interrupt();
          }
        };
    assertThrows(StoppedException.class, () -> Runs.small(folder.resolve("cut")).run(interrupting));
    assertThat(Thread.interrupted()).isTrue();
    List<Integer> rest = new ArrayList<>();
    assertSame(Runs.small(folder.resolve("cut")).run(told -> rest.add(told.step())), whole);
    assertThat(rest.get(0)).isEqualTo(step + 1);
  }

  /** Squares to validate on, of which tests notice that they are asked for. */
  private static class Watched implements ImageSet {
    private final Squares squares = new Squares(6, Runs.SIDE);

    @Override
    public String name() {
      return squares.name();
    }

    @Override
    public int size() {
      return squares.size();
    }

    @Override
    public List<String> classes() {
      return squares.classes();
    }

    @Override
    public int label(int index) {
      return squares.label(index);
    }

    @Override
    public String id(int index) {
      return squares.id(index);
    }

    @Override
    public RgbImage image(int index) {
      return squares.image(index);
    }

    @Override
    public String digest() {
      return squares.digest();
    }
  }

  /** While it waits for an image of its first validation. */
  @Test
  void aRunInterruptedInItsValidationLosesNoEpoch() throws IOException {
    TrainedNetwork whole = Runs.small(folder.resolve("whole")).run(Runs.SILENTLY);
    Thread trainer = Thread.currentThread();
    AtomicBoolean done = new AtomicBoolean();
    Watched interrupting =
        new Watched() {
          @Override
          public RgbImage image(int index) {
            if (index == 0 && !done.getAndSet(true)) {
              trainer.interrupt();
              waitUntilNobodyDoes();
            }
            return super.image(index);
          }
        };
    Training cut = interrupted(Runs.RECIPE, interrupting);
    List<Integer> rest = new ArrayList<>();
    assertSame(cut.run(told -> rest.add(told.step())), whole);
    assertThat(rest.get(0)).isEqualTo(6);
  }

  /** As a decoding thread that is stopped once the batch is not waited for any more. */
  private static void waitUntilNobodyDoes() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** While it writes the best weights, the checkpoint or, at the end of all, the weights. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aRunInterruptedInItsWritingLosesNothing(int file) throws IOException {
    Recipe epoch = Runs.recipe(Schedule.constant(0.05), 1);
    Training alone = Runs.small(folder.resolve("whole"), epoch, new Squares(22, Runs.SIDE));
    TrainedNetwork whole = alone.run(Runs.SILENTLY);
    Watched interrupting =
        new Watched() {
          private volatile boolean seen;
          private int written;

          @Override
          public RgbImage image(int index) {
            seen = true;
            return super.image(index);
          }

          @Override
          public String digest() { // asked for each file, which says of what run it is
            if (seen && ++written == file) {
              Thread.currentThread().interrupt();
            }
            return super.digest();
          }
        };
    Training cut = interrupted(epoch, interrupting);
    assertSame(cut.run(Runs.NEVER), whole);
    assertThat(Safetensors.read(cut.bestWeights()))
        .isEqualTo(Safetensors.read(alone.bestWeights()));
  }

  /** A run that was, when it looked at these images. */
  private Training interrupted(Recipe recipe, ImageSet validation) {
    Path cut = folder.resolve("cut");
    Squares images = new Squares(22, Runs.SIDE);
    Training training = new Training(Runs.SMALL, recipe, images, validation, 5, cut);
    assertThrows(StoppedException.class, () -> training.run(Runs.SILENTLY));
    assertThat(Thread.interrupted()).isTrue();
    return training;
  }

  @Test
  void aRunThatEndsInItsValidationLosesNoEpoch() throws IOException {
    Recipe everyStep = Runs.recipe(Runs.RECIPE.schedule(), 4, 3, 1);
    Squares images = new Squares(22, Runs.SIDE);
    TrainedNetwork whole =
        Runs.small(folder.resolve("whole"), everyStep, images).run(Runs.SILENTLY);
    Squares unreadable = new Squares(6, Runs.SIDE, Set.of(0, 1, 2, 3, 4, 5));
    Training cut =
        new Training(Runs.SMALL, everyStep, images, unreadable, 5, folder.resolve("cut"));
    assertThrows(ImageDataException.class, () -> cut.run(Runs.SILENTLY));
    assertSame(Runs.small(folder.resolve("cut"), everyStep, images).run(Runs.SILENTLY), whole);
  }

  @Test
  void runsSideBySideGiveTheSameBitsAsAlone() throws Exception {
    TrainedNetwork alone = Runs.small(folder.resolve("alone")).run(Runs.SILENTLY);
    List<Thread> threads = new ArrayList<>();
    for (String name : List.of("left", "right")) {
      Thread thread = new Thread(() -> runUnchecked(Runs.small(folder.resolve(name))));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertSame(Runs.small(folder.resolve("left")).run(Runs.NEVER), alone);
    assertSame(Runs.small(folder.resolve("right")).run(Runs.NEVER), alone);
  }

  @Test
  void skippedImagesAreRememberedAcrossAnInterruption() throws IOException {
    Squares damaged = new Squares(22, Runs.SIDE, Set.of(7, 12));
    Recipe recipe = Runs.recipe(Schedule.constant(0.05), 1);
    TrainedNetwork whole = Runs.small(folder.resolve("whole"), recipe, damaged).run(Runs.SILENTLY);
    for (int step = 1; step <= 5; step++) {
      int stop = step;
      Training cut = Runs.small(folder.resolve("cut " + step), recipe, damaged);
      assertThrows(Runs.Interruption.class, () -> cut.run(Runs.stopAt(stop)));
      assertThat(cut.run(Runs.SILENTLY).skipped()).isEqualTo(whole.skipped());
    }
  }

  @Test
  void checkpointOfAnotherRunIsRefused() throws IOException {
    assertThrows(
        Runs.Interruption.class, () -> Runs.small(folder.resolve("run")).run(Runs.stopAt(3)));
    Training other = Runs.small(folder.resolve("run"), Runs.RECIPE, new Squares(23, Runs.SIDE));
    var error = assertThrows(IllegalStateException.class, () -> other.run(Runs.SILENTLY));
    assertThat(error)
        .hasMessageThat()
        .containsMatch("checkpoint-00000002.safetensors was written by another");
  }

  private static void runUnchecked(Training training) {
    try {
      training.run(Runs.SILENTLY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertSame(TrainedNetwork actual, TrainedNetwork expected)
      throws IOException {
    assertThat(actual.log()).isEqualTo(expected.log());
    assertThat(Safetensors.read(actual.weights())).isEqualTo(Safetensors.read(expected.weights()));
  }
}
