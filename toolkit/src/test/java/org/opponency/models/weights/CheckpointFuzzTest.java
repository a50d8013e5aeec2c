package org.opponency.models.weights;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.models.Architecture;
import org.opponency.models.Network;

/** Damaged files of every format give a network or an error, soon and for little. */
class CheckpointFuzzTest {
  private static final List<String> NAMES =
      List.of("cifar", "resnet", "nested", "retina", "training", "bfloat16", "views", "parameters");

  @TempDir private Path folder;
  private final List<byte[]> wholes = new ArrayList<>();

  @BeforeEach
  void readWholes() throws IOException {
    for (String name : NAMES) {
      for (Path file : TorchCheckpoints.inBothFormats(name).toList()) {
        wholes.add(Files.readAllBytes(file));
        Path same = folder.resolve("same");
        new Safetensors(WeightFile.read(file).tensors(), Map.of("classes", "a\nb\nc")).write(same);
        wholes.add(Files.readAllBytes(same));
      }
    }
    Network.shapes(Architecture.cifar10(1, 0)); // the engine's start is not a file's fault
  }

  @Test
  void fiveHundredDamagedFiles() throws IOException {
    fuzz(500, 1);
  }

  @Test
  @Tag("slow")
  void tenThousandDamagedFiles() throws IOException {
    fuzz(10_000, 2);
  }

  private void fuzz(int files, long seed) throws IOException {
    StrangersFile file = new StrangersFile(folder.resolve("damaged"));
    int refused = 0;
    for (int i = 0; i < files; i++) {
      Mutation mutation = new Mutation(new Random(seed * files + i));
      byte[] damaged = mutation.of(wholes.get(i % wholes.size()));
      refused += file.read(damaged).isPresent() ? 1 : 0;
    }
    // Were nearly all refused at once, or none, the damage would miss what it is meant to try.
    assertThat(refused).isGreaterThan(files / 2);
    assertWithMessage("files that could still be read")
        .that(files - refused)
        .isGreaterThan(files / 50);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.count()).isEqualTo(2);
    }
  }
}
