package org.opponency.io;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void makesFoldersAndReplacesFiles() throws IOException {
    Path deep = folder.resolve("a/b");
    new AtomicFiles(deep).write("f.txt", new byte[] {1, 2, 3});
    new AtomicFiles(deep).write("f.txt", new byte[] {4});
    assertThat(Files.readAllBytes(deep.resolve("f.txt"))).isEqualTo(new byte[] {4});
    try (var left = Files.list(deep)) {
      assertThat(left.toList()).hasSize(1);
    }
  }

  @Test
  void aFolderThatCannotBeOneIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("figures"), "a file");
    var failure =
        assertThrows(
            UncheckedIOException.class, () -> new AtomicFiles(file).write("f.txt", new byte[1]));
    assertThat(failure).hasMessageThat().contains("Cannot write f.txt");
    assertThat(failure).hasMessageThat().contains(file.toString());
    assertThat(failure).hasMessageThat().contains("Expected a folder that may be written to");
  }

  @Test
  void aFailedWriteLeavesNoPart() throws IOException {
    Files.createDirectories(folder.resolve("f.txt/taken"));
    assertThrows(
        UncheckedIOException.class, () -> new AtomicFiles(folder).write("f.txt", new byte[1]));
    try (var left = Files.list(folder)) {
      assertThat(left.toList()).containsExactly(folder.resolve("f.txt"));
    }
  }
}
