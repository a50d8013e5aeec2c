package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.opponency.io.StoppedException;

class StopSignalTest {
  /** Another process: works until it is told to stop, saves, and ends with 75. */
  static final class Working {
    private Working() {}

    public static void main(String[] how) {
      if (how.length == 0) {
        System.exit(StopSignal.during(Working::untilStopped));
      }
      try {
        StopSignal.during(
            stop -> {
              untilStopped(stop);
              StoppedException.ifAsked(stop);
              return 0;
            });
      } catch (StoppedException e) {
        System.exit(1);
      }
    }

    private static int untilStopped(BooleanSupplier stop) {
      System.out.println("working");
      while (!stop.getAsBoolean()) {
        Thread.onSpinWait();
      }
      System.out.println("saved");
      return 75;
    }
  }

  @Test
  void workThatIsToldToStopEndsWithItsOwnStatus() throws Exception {
    assertThat(statusAfterSigterm()).isEqualTo(75);
  }

  @Test
  void workThatAnExceptionStopsEndsWithTheSignals() throws Exception {
    assertThat(statusAfterSigterm("by exception")).isEqualTo(143);
  }

  private static int statusAfterSigterm(String... how) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Working.class.getName()));
    command.addAll(List.of(how));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    try {
      assertThat(said.readLine()).isEqualTo("working");
      process.toHandle().destroy(); // SIGTERM, and its output stays open
      assertThat(said.readLine()).isEqualTo("saved");
      return process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void workThatEndsByItselfIsLeftAlone() {
    assertThat(StopSignal.during(stop -> stop.getAsBoolean() ? 1 : 7)).isEqualTo(7);
    assertThrows(
        IllegalStateException.class,
        () ->
            StopSignal.during(
                stop -> {
                  throw new IllegalStateException("failed");
                }));
  }
}
