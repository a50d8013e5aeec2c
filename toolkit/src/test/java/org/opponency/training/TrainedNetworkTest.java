package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.weights.Safetensors;

class TrainedNetworkTest {
  private static final int DATA_FLIPS = 300;

  @TempDir private Path folder;

  /** A finished network that was never trained. */
  private Training finished() throws IOException {
    Training training = Runs.small(folder);
    EpochLog log = new EpochLog(1, 5, 0.05, 1, 0.5, 1, 0.25);
    try (Network network = training.initialised()) {
      new TrainedNetwork(training.weights(), List.of(log), false, List.of())
          .write(network.state(), training.identity(), training.metadata());
    }
    return training;
  }

  @Test
  void fileSaysWhatNetworkItHolds() throws IOException {
    Checkpoint checkpoint = Checkpoint.read(finished().weights());
    assertThat(checkpoint.architecture()).isEqualTo(Runs.SMALL);
    assertThat(checkpoint.notices()).isEmpty();
  }

  @Test
  void checkpointOnTheWaySaysItToo() throws IOException {
    Training training = Runs.small(folder);
    assertThrows(Runs.Interruption.class, () -> training.run(Runs.stopAt(3)));
    Checkpoint checkpoint = Checkpoint.read(Runs.checkpoints(training).get(0));
    assertThat(checkpoint.architecture()).isEqualTo(Runs.SMALL);
    assertThat(checkpoint.notices()).isEmpty();
  }

  /** Every bit of the header counts, and those of the data; blanks that pad say nothing. */
  @Test
  void aFlippedBitIsFoundOrHarmless() throws IOException {
    Training training = finished();
    byte[] bytes = Files.readAllBytes(training.weights());
    Checkpoint original = Checkpoint.read(training.weights());
    int data = 8 + (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
    IntStream inHeader = new Random(3).ints(DATA_FLIPS, 0, 8 * data);
    IntStream inData = new Random(3).ints(DATA_FLIPS, 8 * data, 8 * bytes.length);
    IntStream.concat(inHeader, inData).forEach(bit -> flip(training, bytes, bit, original));
  }

  private static void flip(Training training, byte[] bytes, int bit, Checkpoint original) {
    byte[] flipped = bytes.clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    try {
      Files.write(training.weights(), flipped);
      Checkpoint read = Checkpoint.read(training.weights());
      assertWithMessage("bit %s", bit).that(read).isEqualTo(original);
      assertWithMessage("bit %s", bit).that(training.run(Runs.NEVER).last().steps()).isEqualTo(5);
    } catch (IOException refused) {
      assertThat(refused).hasMessageThat().contains(training.weights().toString());
      assertThrows(IOException.class, () -> training.run(Runs.NEVER));
    }
  }

  @Test
  void damageNamesTheRemedy() throws IOException {
    Training training = finished();
    byte[] bytes = Files.readAllBytes(training.weights());
    bytes[bytes.length - 1] ^= 1;
    Files.write(training.weights(), bytes);
    for (var error :
        new IOException[] {
          assertThrows(IOException.class, () -> Checkpoint.read(training.weights())),
          assertThrows(IOException.class, () -> training.run(Runs.NEVER))
        }) {
      assertThat(error).hasMessageThat().contains(training.weights().toString());
      assertThat(error)
          .hasMessageThat()
          .contains("bring it back from a copy, or delete it to make it anew");
    }
  }

  /** As files were written before they said their architecture. */
  @Test
  void olderFileIsReadAndItsArchitectureGuessed() throws IOException {
    Training training = finished();
    Safetensors today = Safetensors.read(training.weights());
    Map<String, String> metadata = new HashMap<>(today.metadata());
    metadata.keySet().removeAll(List.of("architecture", Safetensors.DIGEST));
    metadata.put(Checkpoint.IMAGE_SIZE, Integer.toString(Runs.SIDE));
    new Safetensors(today.tensors(), metadata).write(training.weights());
    Checkpoint old = Checkpoint.read(training.weights());
    assertThat(old.architecture()).isEqualTo(Runs.SMALL);
    assertThat(old.notices()).hasSize(1);
    assertThat(training.run(Runs.NEVER).last().steps()).isEqualTo(5);
  }
}
