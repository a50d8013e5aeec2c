package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class StopSignalTest {
  /** Another process: works until it is told to stop, saves, and ends with 75. */
  static final class Working {
    private Working() {}

    public static void main(String[] none) {
      System.exit(StopSignal.during(Working::untilStopped));
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
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Working.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertThat(said.readLine()).isEqualTo("working");
    process.toHandle().destroy(); // SIGTERM, and its output stays open
    assertThat(said.readLine()).isEqualTo("saved");
    assertThat(process.waitFor()).isEqualTo(75);
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
