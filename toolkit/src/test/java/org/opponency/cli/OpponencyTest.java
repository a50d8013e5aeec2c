package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpponencyTest {
  @Test
  void helpNamesEveryCommand() {
    Shell help = Shell.run("--help");
    assertThat(help.status()).isEqualTo(0);
    assertThat(help.out()).containsMatch("(?s)doctor.*train.*predict.*census.*receptive-fields");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"doctor", "train", "predict", "census", "receptive-fields", "super-stimulus"})
  void everyCommandExplainsItself(String command) {
    Shell help = Shell.run(command, "--help");
    assertThat(help.status()).isEqualTo(0);
    assertThat(help.out()).contains("Usage: opponency " + command);
    assertThat(help.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"doctor", "train"})
  void unknownOptionIsAWrongArgument(String command) {
    Shell refusal = Shell.run(command, "--colour");
    assertThat(refusal.status()).isEqualTo(2);
    assertThat(refusal.err()).contains("--colour");
    assertThat(refusal.out()).isEmpty();
  }

  @Test
  void widthsMustBeNumbers() {
    Shell refusal = Shell.run("train", "--widths", "1,wide");
    assertThat(refusal.status()).isEqualTo(2);
    assertThat(refusal.err()).contains("wide");
  }

  @Test
  void versionIsTold() {
    assertThat(Shell.run("--version").out()).startsWith("opponency ");
  }
}
