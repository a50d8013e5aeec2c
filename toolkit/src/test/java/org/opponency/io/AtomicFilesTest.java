package org.opponency.io;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.models.weights.Safetensors;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void makesFoldersAndReplacesFiles() throws IOException {
    Path deep = folder.resolve("a/b");
    AtomicFiles.write(deep.resolve("f.txt"), new byte[] {1, 2, 3});
    AtomicFiles.write(deep.resolve("f.txt"), new byte[] {4});
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
            UncheckedIOException.class,
            () -> AtomicFiles.write(file.resolve("f.txt"), new byte[1]));
    assertThat(failure).hasMessageThat().contains("Cannot write f.txt");
    assertThat(failure).hasMessageThat().contains(file.toString());
    assertThat(failure).hasMessageThat().contains("Expected a folder that may be written to");
  }

  @Test
  void aFailedWriteLeavesNoPart() throws IOException {
    Files.createDirectories(folder.resolve("f.txt/taken"));
    assertThrows(
        UncheckedIOException.class, () -> AtomicFiles.write(folder.resolve("f.txt"), new byte[1]));
    try (var left = Files.list(folder)) {
      assertThat(left.toList()).containsExactly(folder.resolve("f.txt"));
    }
  }

  /** A process that was killed may have had the number of this one, as in a container. */
  @Test
  void aPartThatWasLeftIsNoObstacle() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    List<Path> parts = new ArrayList<>();
    AtomicFiles.replace(file, part -> parts.add(Files.createFile(part)));
    Path left = Files.createFile(parts.get(0));
    assertThat(left.getFileName().toString()).matches(AtomicFiles.partOf("weights.*"));
    new Safetensors(Map.of(), Map.of()).write(file);
    try (var files = Files.list(folder)) {
      assertThat(files.toList()).containsExactly(file);
    }
  }

  /** A colleague on a cluster reads what a plainly made file lets her read. */
  @Test
  void othersMayReadWhatTheUmaskLetsThem() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    AtomicFiles.write(folder.resolve("f.txt"), "text");
    new Safetensors(Map.of(), Map.of()).write(folder.resolve("weights.safetensors"));
    for (String name : List.of("f.txt", "weights.safetensors")) {
      assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
          .isEqualTo(Files.getPosixFilePermissions(plain));
    }
  }

  @Test
  void aLinkIsRefusedAndStays() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    var failure = assertThrows(UncheckedIOException.class, () -> AtomicFiles.write(link, "new"));
    assertThat(failure).hasMessageThat().contains("no plain file");
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.readString(target)).isEqualTo("old");
  }

  @Test
  void aFolderMayBeALink() throws IOException {
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    Path link = Files.createSymbolicLink(folder.resolve("results"), scratch);
    AtomicFiles.write(link.resolve("f.txt"), "text");
    assertThat(Files.readString(scratch.resolve("f.txt"))).isEqualTo("text");
  }
}
