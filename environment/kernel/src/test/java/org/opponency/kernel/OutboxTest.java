package org.opponency.kernel;

import static com.google.common.truth.Truth.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Takes over the streams of the tests' own process. */
@Isolated
class OutboxTest {
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  @AfterEach
  void giveStreamsBack() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void goesOnAfterAnError() throws InterruptedException {
    BlockingQueue<String> written = new LinkedBlockingQueue<>();
    System.setOut(failingAt("lost", written));
    new Outbox();

    System.out.print("lost");
    assertThat(written.poll(1, TimeUnit.MINUTES)).isEqualTo("lost");
    System.out.print("heard");
    assertThat(written.poll(1, TimeUnit.MINUTES)).isEqualTo("heard");
  }

  private static PrintStream failingAt(String text, BlockingQueue<String> written) {
    return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
      @Override
      public void write(byte[] bytes, int offset, int length) {
        String part = new String(bytes, offset, length, StandardCharsets.UTF_8);
        written.add(part);
        if (part.equals(text)) {
          throw new OutOfMemoryError("on purpose");
        }
      }
    };
  }
}
