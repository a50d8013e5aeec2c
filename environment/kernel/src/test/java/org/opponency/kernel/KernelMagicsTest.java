package org.opponency.kernel;

import static com.google.common.truth.Truth.assertThat;
import static org.opponency.kernel.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Magics, and what the environment sets. */
class KernelMagicsTest {
  @TempDir static Path folder;
  private static KernelClient kernel;

  @BeforeAll
  static void start() throws IOException {
    Path startup = Files.writeString(folder.resolve("init.jshell"), "int started = 1;\n");
    Files.writeString(folder.resolve("mvn"), "#!/bin/sh\necho pulling >&2\nexec sleep 600\n")
        .toFile()
        .setExecutable(true);
    Map<String, String> environment =
        Map.of(
            "IJAVA_STARTUP_SCRIPTS_PATH",
            folder + "/*.jshell",
            "IJAVA_STARTUP_SCRIPT",
            "int twice(int i) { return 2 * i; }",
            "JJAVA_COMPILER_OPTS",
            "-parameters",
            "JJAVA_TIMEOUT",
            "120 SECONDS",
            "PATH",
            folder + ":" + System.getenv("PATH"));
    assertThat(Files.exists(startup)).isTrue();
    kernel = new KernelClient(folder, environment);
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  @Test
  void runsStartUpScripts() {
    assertThat(kernel.value("twice(started)")).isEqualTo("2");
  }

  @Test
  void compilesWithOptions() {
    kernel.run("class Named { void call(int hue) {} }");

    assertThat(kernel.value("Named.class.getDeclaredMethods()[0].getParameters()[0].getName()"))
        .isEqualTo("hue");
  }

  @Test
  void saysHowLongACellTakes() {
    assertThat(kernel.printed("%%time\nint timed = 3;", "stdout"))
        .matches("Wall time: \\d+\\.\\d{3} s\n");
    assertThat(kernel.value("timed")).isEqualTo("3");
    assertThat(kernel.failure("%%time\nint a = 1;\nint b = a / 0;"))
        .contains(format("    at cell [%d], line 3: int b = a / 0;", lastCell()));
    assertThat(timed("timed + 1")).contains("\"4\"");
    assertThat(timed("\"a  b\".length()")).contains("\"4\"");
  }

  @Test
  void runsCommands() {
    assertThat(kernel.printed("%%bash\necho one\necho two >&2", "stdout")).isEqualTo("one\n");
    assertThat(kernel.printed("%bash echo three", "stdout")).isEqualTo("three\n");
    assertThat(kernel.printed("%bash echo \"a  b\"", "stdout")).isEqualTo("a  b\n");
    assertThat(kernel.failure("%%bash\nexit 3").get(0))
        .isEqualTo("%%bash: the commands ended with status 3");
  }

  @Test
  void writesAndLoadsFiles() throws IOException {
    Path script = folder.resolve("more.jsh");

    kernel.run("%%writefile " + script + "\nint loaded = 5;\n");
    kernel.run("%load " + script);

    assertThat(Files.readString(script)).isEqualTo("int loaded = 5;\n");
    assertThat(kernel.value("loaded")).isEqualTo("5");
  }

  @Test
  void loadsTheCodeOfNotebooks() throws IOException {
    Path notebook =
        Files.writeString(
            folder.resolve("some.ipynb"),
            """
            {"cells": [
              {"cell_type": "markdown", "metadata": {}, "source": ["# no code"]},
              {"cell_type": "code", "metadata": {}, "source": ["int x1 = 1;\\n", "int x2 = 2;"]},
              {"cell_type": "code", "metadata": {}, "source": ["int x3 = x1 + x2;"]}
            ], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            """);

    kernel.run("%load " + notebook);

    assertThat(kernel.value("x3")).isEqualTo("3");
    assertThat(kernel.failure("%load /nowhere.ipynb").get(0)).startsWith("%load: Could not find");
  }

  @Test
  void runsMagicsInTheOrderOfTheCode() {
    assertThat(
            kernel.value(
                """
                String order = "a";
                getKernelInstance().getMagics().registerLineMagic("b", args -> order += "b");
                order += "c";
                %b
                order += "d";
                String text = \"""
                    %b
                    \""";
                order + text.strip()
                """))
        .isEqualTo("acbd%b");
  }

  @Test
  void namesAndCompletesMagics() {
    String listed = kernel.printed("%lsmagic", "stdout");

    assertThat(listed).contains("%maven GROUP:ARTIFACT");
    assertThat(listed).doesNotContain("has no description");
    var reply = kernel.ask("complete_request", Map.of("code", "%loa", "cursor_pos", 4));
    assertThat(reply.getAsJsonArray("matches").toString()).isEqualTo("[\"load\",\"loadFromPOM\"]");
    assertThat(reply.get("cursor_start").getAsInt()).isEqualTo(1);
    var help =
        kernel.ask("inspect_request", Map.of("code", "%jars", "cursor_pos", 5, "detail_level", 0));
    assertThat(help.toString()).contains("%jars PATH");
  }

  @Test
  void saysThatAMagicIsUnknown() {
    assertThat(kernel.failure("%nonsense").get(0))
        .isEqualTo("%nonsense: Undefined line magic 'nonsense'; %lsmagic lists those there are");
    assertThat(kernel.failure("%%nonsense\nx").get(0))
        .isEqualTo("%%nonsense: Undefined cell magic 'nonsense'; %lsmagic lists those there are");
  }

  @Test
  void interruptsMaven() {
    String request = kernel.begin("System.out.println(\"in\");\n%maven a:b:1.0\nint after = 1;");
    kernel.awaitPrint(request);
    kernel.askControl("interrupt_request");

    List<KernelClient.Message> published = kernel.finish(request);
    assertThat(published.get(published.size() - 1).text("evalue")).isEqualTo("Interrupted");
    assertThat(kernel.failure("after").get(0)).contains("cannot find symbol");
  }

  private static String timed(String code) {
    return kernel.run("%time " + code, "display_data").content().getAsJsonObject("data").toString();
  }

  private static int lastCell() {
    var input = kernel.run("", "execute_input");
    return input.content().get("execution_count").getAsInt() - 1;
  }
}
