package org.opponency.engine;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryLimitTest {
  private final List<String> notices = new ArrayList<>();

  private int largestOf(int fitting, String message) {
    return MemoryLimit.fitting(
        64,
        notices::add,
        size -> {
          if (size > fitting) {
            throw new EngineException(message);
          }
          return size;
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CUDA out of memory. Tried to allocate 20.00 GiB",
        "CUDA error: out of memory",
        "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
        "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
        "MPS backend out of memory (MPS allocated: 8.00 GB)",
        "[enforce fail at alloc_cpu.cpp:115] err == 0. DefaultCPUAllocator: can't allocate memory:"
            + " you tried to allocate 9437184000000 bytes.",
        "DefaultCPUAllocator: not enough memory: you tried to allocate 94371840 bytes.",
        "unable to mmap 94371840 bytes: Cannot allocate memory (12)",
        "std::bad_alloc"
      })
  void libtorchSaysThatMemoryIsShort(String message) {
    assertThat(MemoryLimit.isReached(new EngineException(message))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Java heap space",
        "GC overhead limit exceeded",
        "Requested array size exceeds VM limit",
        "Direct buffer memory",
        "Cannot reserve 8388608 bytes of direct buffer memory (allocated: 1, limit: 2)"
      })
  void javaSaysThatMemoryIsShort(String message) {
    assertThat(MemoryLimit.isReached(new OutOfMemoryError(message))).isTrue();
  }

  @Test
  void fewerImagesDoNotHelpEverything() {
    assertThat(MemoryLimit.isReached(new OutOfMemoryError("Metaspace"))).isFalse();
    assertThat(
            MemoryLimit.isReached(
                new OutOfMemoryError(
                    "unable to create native thread: possibly out of memory or process/resource"
                        + " limits reached")))
        .isFalse();
    assertThat(MemoryLimit.isReached(new OutOfMemoryError())).isFalse();
    assertThat(MemoryLimit.isReached(new EngineException("CUDA error: device-side assert")))
        .isFalse();
    assertThat(MemoryLimit.isReached(new EngineException((String) null))).isFalse();
    assertThat(MemoryLimit.isReached(new IllegalStateException("out of memory"))).isFalse();
  }

  @Test
  void batchesAreHalvedUntilTheyFit() {
    assertThat(largestOf(20, "CUDA out of memory")).isEqualTo(16);
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
  void batchesAreHalvedForJavasMemoryToo() {
    int fitted =
        MemoryLimit.fitting(
            8,
            notices::add,
            size -> {
              if (size > 4) {
                throw new OutOfMemoryError("Java heap space");
              }
              return size;
            });
    assertThat(fitted).isEqualTo(4);
    assertThat(notices).hasSize(1);
  }

  @Test
  void otherErrorsAreNotHidden() {
    var error = assertThrows(EngineException.class, () -> largestOf(0, "shapes do not fit"));
    assertThat(error).hasMessageThat().isEqualTo("shapes do not fit");
    assertThat(notices).isEmpty();
  }
}
