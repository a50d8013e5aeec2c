package org.opponency.io;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {
  @Test
  void whatFailsOrIsNotThereSaysNothing() {
    assertThat(Program.output(List.of("sh", "-c", "echo ' a '")).orElseThrow()).isEqualTo("a");
    assertThat(Program.output(List.of("sh", "-c", "echo a; exit 1")).isPresent()).isFalse();
    assertThat(Program.output(List.of("no-such-program")).isPresent()).isFalse();
  }

  /** What git says of the revision is asked once, and stands on all that a process computes. */
  @Test
  void anInterruptDoesNotLoseTheAnswer() {
    Thread.currentThread().interrupt();
    var said = Program.output(List.of("sh", "-c", "echo a; exec >&-; sleep 0.3"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(said.orElse("nothing")).isEqualTo("a");
  }
}
