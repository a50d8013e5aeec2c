package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.engine.HostTensor;
import org.opponency.io.AtomicFiles;
import org.opponency.models.weights.Safetensors;

/** The last checkpoints are kept, and what befalls the newest does not lose a run. */
class CheckpointsTest {
  @TempDir Path folder;

  private final List<String> notes = new ArrayList<>();
  private TrainedNetwork whole;
  private Training cut;

  /** Checkpoints at steps 2, 4, 5, 6, 8 and 10 of 15; the run is stopped at step 11. */
  @BeforeEach
  void stopARun() throws IOException {
    whole = Runs.small(folder.resolve("whole")).run(Runs.SILENTLY);
    cut = Runs.small(folder.resolve("cut"));
    assertThrows(Runs.Interruption.class, () -> cut.run(Runs.stopAt(11)));
  }

  @Test
  void theLastThreeAreKeptByStep() throws IOException {
    assertThat(names()).containsExactly(name(6), name(8), name(10)).inOrder();
  }

  @Test
  void asManyAreKeptAsAsked() throws IOException {
    Training one =
        new Training(
            cut.architecture(),
            cut.recipe(),
            cut.train(),
            cut.validation(),
            cut.seed(),
            folder.resolve("one"),
            cut.execution(),
            1);
    assertThrows(Runs.Interruption.class, () -> one.run(Runs.stopAt(11)));
    assertThat(Runs.checkpoints(one)).hasSize(1);
    assertThat(one.identity()).isEqualTo(cut.identity());
  }

  @Test
  void truncatedNewestFallsBackToTheOneBeforeAndSaysSo() throws IOException {
    Path newest = cut.folder().resolve(name(10));
    Files.write(newest, Arrays.copyOf(Files.readAllBytes(newest), 1000));
    assertGoesOnToTheSameBits();
    assertThat(notes).hasSize(1);
    assertThat(notes.get(0)).contains(newest.toString());
    assertThat(notes.get(0)).endsWith("Falling back to the checkpoint before it.");
    String log = Files.readString(cut.folder().resolve("training.log"));
    assertThat(log).contains(notes.get(0));
    assertThat(log).contains("resumed at step 8 of 15");
  }

  @Test
  void twoDamagedOnesFallBackToTheThird() throws IOException {
    for (int step : new int[] {8, 10}) {
      Files.writeString(cut.folder().resolve(name(step)), "damaged", StandardCharsets.UTF_8);
    }
    assertGoesOnToTheSameBits();
    assertThat(notes).hasSize(2);
  }

  @Test
  void whereNoneIsWholeTheRunIsNotBegunAnew() throws IOException {
    for (Path file : Runs.checkpoints(cut)) {
      Files.writeString(file, "damaged", StandardCharsets.UTF_8);
    }
    var error = assertThrows(IOException.class, () -> cut.run(Runs.NEVER));
    assertThat(error).hasMessageThat().startsWith("No checkpoint in " + cut.folder());
    assertThat(error).hasMessageThat().contains(name(10));
    assertThrows(IOException.class, () -> cut.run(Runs.NEVER));
  }

  /** Every bit counts, in the header as in the data; blanks that pad the header say nothing. */
  @Test
  void aFlippedBitIsFound() throws IOException {
    Path file = cut.folder().resolve(name(10));
    byte[] bytes = Files.readAllBytes(file);
    Snapshot original = Snapshot.read(file, cut.identity());
    Random random = new Random(7);
    for (int trial = 0; trial < 300; trial++) {
      int place = trial < 100 ? random.nextInt(2000) : random.nextInt(bytes.length);
      byte[] flipped = bytes.clone();
      flipped[place] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, flipped);
      boolean blank = bytes[place] == ' ';
      if (blank && readsAs(file, original)) {
        continue;
      }
      var error = assertThrows(IOException.class, () -> Snapshot.read(file, cut.identity()));
      assertThat(error).hasMessageThat().contains(file.toString());
    }
  }

  private boolean readsAs(Path file, Snapshot original) {
    try {
      return Snapshot.read(file, cut.identity()).equals(original);
    } catch (IOException e) {
      return false;
    }
  }

  /** A folder in the place of a file cannot be written by anybody, root included. */
  @Test
  void aCheckpointThatCannotBeWrittenLeavesTheOthersAndTheRunGoesOn() throws IOException {
    List<Path> before = List.of(cut.folder().resolve(name(8)), cut.folder().resolve(name(10)));
    var listener =
        new Noting() {
          @Override
          public void step(Step step) {
            blockUnchecked(cut.folder().resolve(name(step.step() + 1)));
            if (step.step() == 15) {
              assertThat(before.stream().allMatch(Files::exists)).isTrue();
            }
          }
        };
    assertSame(cut.run(listener), whole);
    assertThat(notes.get(0)).startsWith("No checkpoint at step 12: Cannot write ");
    assertThat(notes.get(0)).contains("Those before it are kept and training goes on");
    assertThat(notes.get(notes.size() - 1)) // folders cannot be cleared either
        .startsWith("Nobody needs the checkpoints in " + cut.folder());
    assertSame(cut.run(Runs.NEVER), whole);
  }

  @Test
  void finalWeightsThatCannotBeWrittenEndTheRunAndKeepItsCheckpoints() throws IOException {
    Training blocked = Runs.small(folder.resolve("blocked"));
    assertThrows(Runs.Interruption.class, () -> blocked.run(Runs.stopAt(14)));
    TrainingListener inTheWay =
        step -> {
          if (step.step() == 15) {
            blockUnchecked(blocked.weights());
          }
        };
    var error = assertThrows(IOException.class, () -> blocked.run(inTheWay));
    assertThat(error).hasMessageThat().contains("Cannot write " + blocked.weights());
    assertThat(Runs.checkpoints(blocked)).hasSize(3);
    Files.delete(blocked.weights().resolve("in the way"));
    Files.delete(blocked.weights());
    assertSame(blocked.run(Runs.NEVER), whole);
  }

  @Test
  void leftoversOfAKilledWriteAreSwept() throws IOException {
    List<Path> leftovers = new ArrayList<>();
    for (String file : List.of(name(11), "best.safetensors", "model.safetensors")) {
      leftovers.add(leftover(cut.folder().resolve(file)));
    }
    TrainingListener swept =
        step -> assertThat(leftovers.stream().noneMatch(Files::exists)).isTrue();
    assertSame(cut.run(swept), whole);
  }

  /** What stays of a file whose writer is killed. */
  private static Path leftover(Path file) throws IOException {
    List<Path> parts = new ArrayList<>();
    assertThrows(
        IOException.class,
        () ->
            AtomicFiles.replace(
                file,
                part -> {
                  parts.add(part);
                  throw new IOException("killed");
                }));
    return Files.writeString(parts.get(0), "half", StandardCharsets.UTF_8);
  }

  @Test
  void aRunThatWasKilledBeforeItClearedIsClearedLater() throws IOException {
    cut.run(Runs.SILENTLY);
    Files.writeString(cut.folder().resolve(name(15)), "left", StandardCharsets.UTF_8);
    assertSame(cut.run(Runs.NEVER), whole);
    assertThat(names()).isEmpty();
  }

  @Test
  void bestSoFarIsKeptWithItsEpoch() throws IOException {
    EpochLog best = whole.best();
    assertThat(best.validationAccuracy())
        .isEqualTo(
            whole.log().stream().mapToDouble(EpochLog::validationAccuracy).max().orElseThrow());
    Training training = Runs.small(folder.resolve("whole"));
    TrainedNetwork kept = TrainedNetwork.read(training.bestWeights(), training.identity());
    assertThat(kept.last()).isEqualTo(best);
    cut.run(Runs.SILENTLY);
    assertThat(Safetensors.read(cut.bestWeights()))
        .isEqualTo(Safetensors.read(training.bestWeights()));
  }

  @Test
  void theFirstOfEqualEpochsIsTheBest() {
    EpochLog first = new EpochLog(1, 5, 0.1, 1, 0.2, 1, 0.5);
    EpochLog second = new EpochLog(2, 10, 0.1, 1, 0.3, 1, 0.5);
    assertThat(TrainedNetwork.best(List.of(first, second))).isSameInstanceAs(first);
  }

  @Test
  void epochsCsvHasEveryEpochOnceAndTimeAddsUpOverInterruptions() throws IOException {
    Snapshot slow = Snapshot.read(cut.folder().resolve(name(10)), cut.identity());
    EpochTime hour = new EpochTime(20, 3600);
    new Snapshot(
            slow.model(),
            slow.optimiser(),
            slow.steps(),
            slow.tally(),
            slow.log(),
            List.of(hour, hour),
            1800,
            slow.skipped(),
            slow.dead())
        .write(cut.folder().resolve(name(10)), cut.identity(), cut.metadata());
    Files.writeString(cut.folder().resolve("epochs.csv"), "rubbish\n", StandardOpenOption.APPEND);
    List<EpochLog> told = new ArrayList<>();
    assertSame(
        cut.run(
            new Noting() {
              @Override
              public void epoch(EpochLog epoch) {
                told.add(epoch);
              }
            }),
        whole);
    EpochTable table = EpochTable.read(cut.folder());
    assertThat(table.rows().stream().map(EpochTable.Row::log).toList()).isEqualTo(whole.log());
    assertThat(told).isEqualTo(whole.log());
    assertThat(table.images()).isEqualTo(60);
    assertThat(table.hours()).isAtLeast(2.5);
    assertThat(table.hours()).isLessThan(2.6);
    List<String> lines = Files.readAllLines(cut.folder().resolve("epochs.csv"));
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1).split(",")).hasLength(lines.get(0).split(",").length);
  }

  @Test
  void aNetworkFromBeforeTheTableHasAnEmptyOne() throws IOException {
    assertThat(EpochTable.read(folder).rows()).isEmpty();
  }

  @Test
  void anInfiniteWeightIsNoGoodCheckpoint() {
    Map<String, HostTensor> spoilt =
        Map.of("w", HostTensor.ofFloats(new float[] {1, Float.POSITIVE_INFINITY}, 2));
    Snapshot snapshot =
        new Snapshot(spoilt, Map.of(), 1, Tally.EMPTY, List.of(), List.of(), 0, List.of(), false);
    assertThat(snapshot.isFinite()).isFalse();
  }

  private class Noting implements TrainingListener {
    @Override
    public void step(Step step) {}

    @Override
    public void note(String note) {
      notes.add(note);
    }
  }

  private void assertGoesOnToTheSameBits() throws IOException {
    assertSame(cut.run(new Noting()), whole);
    assertThat(Runs.checkpoints(cut)).isEmpty();
    try (var left = Files.list(cut.folder())) {
      assertThat(left.map(file -> file.getFileName().toString()).toList())
          .containsExactly("model.safetensors", "best.safetensors", "epochs.csv", "training.log");
    }
  }

  private static void assertSame(TrainedNetwork actual, TrainedNetwork expected)
      throws IOException {
    assertThat(actual.log()).isEqualTo(expected.log());
    assertThat(Safetensors.read(actual.weights())).isEqualTo(Safetensors.read(expected.weights()));
  }

  private List<String> names() throws IOException {
    return Runs.checkpoints(cut).stream().map(file -> file.getFileName().toString()).toList();
  }

  private static String name(int step) {
    return format("checkpoint-%08d.safetensors", step);
  }

  private static void blockUnchecked(Path file) {
    try {
      Files.createDirectories(file.resolve("in the way"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
