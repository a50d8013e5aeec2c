package org.opponency.engine;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.attacks.AttackProtocol;
import org.opponency.attacks.Mode;

class MemoryLimitTest {
  private final List<String> notices = new ArrayList<>();

  private int largestOf(int fitting, String message) {
    return MemoryLimit.fitting(
        AttackProtocol.paper(Mode.FULL, 64, 1),
        notices::add,
        protocol -> {
          if (protocol.batchSize() > fitting) {
            throw new EngineException(message);
          }
          return protocol.batchSize();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CUDA out of memory. Tried to allocate 20.00 GiB",
        "[enforce fail at alloc_cpu.cpp:115] err == 0. DefaultCPUAllocator: can't allocate memory:"
            + " you tried to allocate 9437184000000 bytes.",
        "DefaultCPUAllocator: not enough memory: you tried to allocate 94371840 bytes."
      })
  void batchesAreHalvedUntilTheyFit(String message) {
    assertThat(largestOf(20, message)).isEqualTo(16);
    assertThat(notices)
        .containsExactly(
            "A batch of 64 images does not fit into memory: starting anew with 32",
            "A batch of 32 images does not fit into memory: starting anew with 16")
        .inOrder();
  }

  @Test
  void whatFitsIsLeftAlone() {
    assertThat(largestOf(64, "")).isEqualTo(64);
    assertThat(notices).isEmpty();
  }

  @Test
  void oneImageThatDoesNotFitIsAnError() {
    assertThrows(EngineException.class, () -> largestOf(0, "CUDA out of memory"));
  }

  @Test
  void otherErrorsAreNotHidden() {
    var error = assertThrows(EngineException.class, () -> largestOf(0, "shapes do not fit"));
    assertThat(error).hasMessageThat().isEqualTo("shapes do not fit");
    assertThat(notices).isEmpty();
  }
}
