package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

/** At the scale of the environment, looking only: what units do is tested beside them. */
class SweepCommandTest {
  @Test
  void listHasEveryUnitUnderItsNumber() {
    Shell shell = Shell.run("sweep", "--list");
    assertThat(shell.status()).isEqualTo(0);
    assertThat(shell.out()).containsMatch("(?m)^ +2  train width 1, run \\d +\\w+$");
    assertThat(shell.out()).contains("measure no retina, run 0");
    assertThat(shell.out()).contains("attack width 32, run 0");
  }

  @Test
  void statusCounts() {
    Shell shell = Shell.run("sweep", "--status");
    assertThat(shell.status()).isEqualTo(0);
    assertThat(shell.out())
        .containsMatch("\\d+ units: \\d+ done, \\d+ running, \\d+ failed, \\d+ waiting");
  }

  @Test
  void unknownUnitIsTheCallersFault() {
    Shell shell = Shell.run("sweep", "--unit", "9999");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).containsMatch("Expected a unit from 0 to \\d+, got 9999; --list shows");
  }

  @Test
  void exactlyOneThingIsDone() {
    assertThat(Shell.run("sweep").status()).isEqualTo(2);
    assertThat(Shell.run("sweep", "--list", "--unit", "3").status()).isEqualTo(2);
    assertThat(Shell.run("sweep", "--unit", "three").err()).contains("'three' is not an int");
  }

  @Test
  void helpGivesTheExitCodes() {
    String help = Shell.run("sweep", "--help").out();
    assertThat(help).contains("another worker holds the unit");
    assertThat(help).containsMatch("75 +stopped by SIGTERM");
  }
}
