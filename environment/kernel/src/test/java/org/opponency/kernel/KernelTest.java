package org.opponency.kernel;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelTest {
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

  @Test
  void saysWhatItIs() {
    JsonObject info = kernel.ask("kernel_info_request", Map.of());

    assertThat(info.get("status").getAsString()).isEqualTo("ok");
    assertThat(info.get("protocol_version").getAsString()).isEqualTo("5.3");
    assertThat(info.get("implementation").getAsString()).isEqualTo("opponency-kernel");
    assertThat(info.get("implementation_version").getAsString()).matches("\\d+\\.\\d+.*");
    JsonObject language = info.getAsJsonObject("language_info");
    assertThat(language.get("name").getAsString()).isEqualTo("java");
    assertThat(language.get("pygments_lexer").getAsString()).isEqualTo("java");
  }

  @Test
  void takesLongTexts() {
    String text = "\"\"\"\n" + "ab c".repeat(12_500) + "\"\"\"";

    assertThat(kernel.value("String text = " + text + ";\ntext.length()")).isEqualTo("50000");
  }

  @Test
  void keepsStateAcrossCells() {
    kernel.run("int kept = 41;\nint next(int i) {\n  return i + 1;\n}");

    assertThat(kernel.value("next(kept)")).isEqualTo("42");
  }

  @Test
  void importsWhatIJavaImports() {
    assertThat(kernel.value("List.of(new BigDecimal(\"1.5\"))")).isEqualTo("[1.5]");
  }

  @Test
  void showsTheValueOfTheLastExpressionOnly() {
    assertThat(kernel.value("1 + 1;\n\"a\" + 2 // why not")).isEqualTo("a2");
    assertThat(kernel.value("new int[] {1, 2}")).isEqualTo("int[2] { 1, 2 }");
    assertThat(types(kernel.run("int quiet = 3;"))).containsExactly("execute_input");
    assertThat(types(kernel.run("quiet = 4"))).containsExactly("execute_input");
    assertThat(types(kernel.run("System.gc()"))).containsExactly("execute_input");
    assertThat(types(kernel.run("// nothing"))).containsExactly("execute_input");
  }

  @Test
  void passesPrintsOnUnharmed() {
    assertThat(kernel.printed("System.out.print(\"\\rstep 1 é漢😀\")", "stdout"))
        .isEqualTo("\rstep 1 é漢😀");
    assertThat(kernel.printed("System.err.println(\"oh\")", "stderr")).isEqualTo("oh\n");
  }

  @Test
  void losesNothingOfALongPrint() {
    String printed =
        kernel.printed("for (int i = 0; i < 20000; i++) System.out.println(i);", "stdout");

    assertThat(printed.lines().count()).isEqualTo(20000);
    assertThat(printed).endsWith("\n19999\n");
  }

  @Test
  void showsWhatOtherThreadsThrow() {
    String code =
        """
        var thread = new Thread(() -> { throw new IllegalStateException("elsewhere"); });
        thread.start();
        thread.join();
        """;

    assertThat(kernel.printed(code, "stderr")).contains("IllegalStateException: elsewhere");
  }

  @Test
  void displaysAfterWhatWasPrinted() {
    var published =
        kernel.run("System.out.print(\"first\"); display(\"<b>x</b>\", \"text/html\");");

    assertThat(types(published))
        .containsExactly("execute_input", "stream", "display_data")
        .inOrder();
    JsonObject data = published.get(2).content().getAsJsonObject("data");
    assertThat(data.get("text/html").getAsString()).isEqualTo("<b>x</b>");
    assertThat(data.get("text/plain").getAsString()).isEqualTo("<b>x</b>");
  }

  @Test
  void displaysAnyValue() {
    var shown = kernel.run("display(List.of(1, 2));", "display_data");

    assertThat(shown.content().getAsJsonObject("data").get("text/plain").getAsString())
        .isEqualTo("[1, 2]");
  }

  @Test
  void isFoundUnderTheNameOfIJava() {
    String code =
        """
        var running = Class.forName("io.github.spencerpark.ijava.IJava", true,
            ClassLoader.getSystemClassLoader()).getMethod("getKernelInstance").invoke(null);
        var data = new io.github.spencerpark.jupyter.kernel.display.DisplayData("plain");
        data.putMetaData("image/png", Map.of("width", 3));
        running.getClass().getMethod("display", data.getClass()).invoke(running, data);
        """;

    JsonObject shown = kernel.run(code, "display_data").content();

    assertThat(shown.getAsJsonObject("data").get("text/plain").getAsString()).isEqualTo("plain");
    assertThat(shown.getAsJsonObject("metadata").toString()).contains("\"width\":3");
  }

  @Test
  void knowsWhetherCodeIsComplete() {
    assertThat(status("int a = 1;")).isEqualTo("complete");
    assertThat(status("int a = 1;\nfor (int i = 0; i < 3; i++) {")).isEqualTo("incomplete");
    assertThat(status("int a = );")).isEqualTo("invalid");
  }

  @Test
  void completesCode() {
    kernel.run("String word = \"é\";");
    String code = "int 漢 = 1; // 😀\nword.isEm";

    JsonObject reply =
        kernel.ask(
            "complete_request",
            Map.of("code", code, "cursor_pos", code.codePointCount(0, code.length())));

    assertThat(reply.getAsJsonArray("matches").toString()).isEqualTo("[\"isEmpty()\"]");
    assertThat(reply.get("cursor_start").getAsInt()).isEqualTo(code.indexOf("isEm") - 1);
  }

  @Test
  void explainsCode() {
    assertThat(inspect("Math.max", 6)).contains("int Math.max(int a, int b)");
    assertThat(inspect("int i = 1;\nString.valueOf(i)", 20)).contains("String String.valueOf(");
    assertThat(inspect("noSuchThing", 3)).isEmpty();
  }

  @Test
  void runsNothingThatIsSignedWithAnotherKey() {
    kernel.run("int forged = 0;");
    kernel.runForged("forged = 1;");

    assertThat(kernel.value("forged")).isEqualTo("0");
  }

  private static List<String> types(List<KernelClient.Message> messages) {
    return messages.stream().map(KernelClient.Message::type).toList();
  }

  private static String status(String code) {
    return kernel.ask("is_complete_request", Map.of("code", code)).get("status").getAsString();
  }

  private static String inspect(String code, int cursor) {
    JsonObject reply =
        kernel.ask(
            "inspect_request", Map.of("code", code, "cursor_pos", cursor, "detail_level", 0));
    return reply.get("found").getAsBoolean()
        ? reply.getAsJsonObject("data").get("text/plain").getAsString()
        : "";
  }
}
