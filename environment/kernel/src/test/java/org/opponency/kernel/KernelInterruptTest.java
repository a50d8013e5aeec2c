package org.opponency.kernel;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelInterruptTest {
  @TempDir static Path folder;
  private static KernelClient kernel;

  @BeforeAll
  static void start() throws IOException {
    kernel = new KernelClient(folder, Map.of());
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) { count++; }",
        "try { Thread.sleep(1_000_000); } finally { clean = true; }",
        "while (true) { System.out.println(count++); }",
        "while (true) { display(count++); }",
        "while (true) { try { Thread.sleep(9); } catch (InterruptedException e) { count++; } }",
      })
  void stopsACellAndGoesOn(String code) {
    // A long, because an idle core counts past an int within a second.
    kernel.run("long count = 0;\nboolean clean = false;");
    String running = "{ System.out.println(\"in\"); " + code + " }";
    String request = kernel.begin("count = 1;\n" + running + "\ncount = -1;");
    kernel.awaitPrint(request);

    kernel.askControl("interrupt_request");

    var error = last(kernel.finish(request));
    assertThat(error.type()).isEqualTo("error");
    assertThat(error.text("evalue")).isEqualTo("Interrupted");
    assertThat(KernelClient.traceback(error).toString()).contains("line 2: " + running);
    assertThat(kernel.value("count >= 1")).isEqualTo("true");
    assertThat(kernel.value("clean")).isEqualTo(String.valueOf(code.contains("clean")));
  }

  @Test
  void runsAllCellsOnOneThread() {
    kernel.run("var mine = new ThreadLocal<Integer>();\nmine.set(1);");
    kernel.run("mine.set(mine.get() + 1);");

    assertThat(kernel.value("mine.get()")).isEqualTo("2");
  }

  private static KernelClient.Message last(List<KernelClient.Message> messages) {
    return messages.get(messages.size() - 1);
  }
}
