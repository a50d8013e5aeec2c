package org.opponency.models.weights;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;

/** A file nobody trusts. Reading it may fail, but not take more time or memory than it warrants. */
record StrangersFile(Path path) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long NANOSECONDS = 1_000_000_000;

  /** Allocated for each byte of the file; most of it is garbage at once. */
  private static final int MEMORY_PER_BYTE = 128;

  /** Allocated for the names and shapes of the largest network there may be, and a message. */
  private static final int MEMORY_ANYWAY = 32 << 20;

  /** The message of the error with which this content is refused; none if it holds a network. */
  Optional<String> read(byte[] content) throws IOException {
    Files.write(path, content);
    long memory = THREADS.getCurrentThreadAllocatedBytes();
    long time = THREADS.getCurrentThreadCpuTime();
    Optional<String> refusal = read();
    assertWithMessage("processor time")
        .that(THREADS.getCurrentThreadCpuTime() - time)
        .isLessThan(NANOSECONDS);
    assertWithMessage("memory for %s bytes of file", content.length)
        .that(THREADS.getCurrentThreadAllocatedBytes() - memory)
        .isLessThan((long) MEMORY_PER_BYTE * content.length + MEMORY_ANYWAY);
    return refusal;
  }

  private Optional<String> read() {
    try (Network network = Checkpoint.read(path).network()) {
      assertThat(network.layers()).isNotEmpty();
      return Optional.empty();
    } catch (IOException e) {
      assertThat(e).hasMessageThat().contains(path.toString());
      return Optional.of(e.getMessage());
    }
  }

  /** The message with which this content is refused, as it must be. */
  String refusal(byte[] content) throws IOException {
    Optional<String> refusal = read(content);
    assertWithMessage("refusal").that(refusal).isPresent();
    return refusal.get();
  }
}
