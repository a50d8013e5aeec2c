package org.opponency.study.sweep;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitLockTest {
  @TempDir Path folder;

  /** Another process: takes the lock, says so, and keeps it until it or this one is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] file) throws Exception {
      try (FileChannel channel =
          FileChannel.open(Path.of(file[0]), StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
        System.out.println(channel.tryLock() == null ? "refused" : "locked");
        System.in.read(); // to the end of the pipe, which is this process's
      }
    }
  }

  @Test
  void oneOfTwoHasIt() {
    Path file = folder.resolve("made/unit.lock");
    UnitLock first = UnitLock.tryOf(file).orElseThrow();
    assertThat(UnitLock.isHeld(file)).isTrue();
    assertThat(UnitLock.tryOf(file).isEmpty()).isTrue();
    first.close();
    assertThat(UnitLock.isHeld(file)).isFalse();
    UnitLock.tryOf(file).orElseThrow().close();
  }

  @Test
  void askingLeavesNoFile() {
    assertThat(UnitLock.isHeld(folder.resolve("never.lock"))).isFalse();
    assertThat(Files.exists(folder.resolve("never.lock"))).isFalse();
  }

  @Test
  void processThatIsKilledGivesItBack() throws Exception {
    Path file = folder.resolve("unit.lock");
    Process holder = holder(file);
    try {
      assertThat(said(holder)).isEqualTo("locked");
      assertThat(UnitLock.isHeld(file)).isTrue();
      assertThat(UnitLock.tryOf(file).isEmpty()).isTrue();
      holder.destroyForcibly().waitFor();
      assertThat(UnitLock.isHeld(file)).isFalse();
      UnitLock.tryOf(file).orElseThrow().close();
    } finally {
      holder.destroyForcibly();
    }
  }

  @Test
  void itHoldsAgainstOtherProcesses() throws Exception {
    Path file = folder.resolve("unit.lock");
    UnitLock lock = UnitLock.tryOf(file).orElseThrow();
    assertThat(UnitLock.isHeld(file)).isTrue(); // which must not loosen it
    Process other = holder(file);
    try {
      assertThat(said(other)).isEqualTo("refused");
      other.getOutputStream().close();
      assertThat(other.waitFor()).isEqualTo(0);
    } finally {
      other.destroyForcibly();
    }
    lock.close();
  }

  @Test
  void fileThatCannotBeMadeIsNamedWithARemedy() throws IOException {
    Files.writeString(folder.resolve("file"), "in the way");
    Path file = folder.resolve("file/unit.lock");
    var failure = assertThrows(UncheckedIOException.class, () -> UnitLock.tryOf(file));
    assertThat(failure).hasMessageThat().startsWith("Cannot lock " + file);
    assertThat(failure).hasMessageThat().contains("put OPPONENCY_HOME on such a one");
    assertThrows(UncheckedIOException.class, () -> UnitLock.tryOf(file)); // it is not held since
  }

  private static Process holder(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String said(Process process) throws IOException {
    return new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }
}
