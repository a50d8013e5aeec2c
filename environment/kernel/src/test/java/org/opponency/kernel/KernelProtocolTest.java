package org.opponency.kernel;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Jupyter's protocol says of the requests and replies of a front end. */
class KernelProtocolTest {
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
  void abortsWhatWaitsBehindAnError() {
    List<String> requests =
        Stream.of("int boom = 1 / 0;", "int second = 2;", "int third = 3;")
            .map(code -> kernel.begin(code, fields("stop_on_error", true)))
            .toList();

    assertThat(requests.stream().map(kernel::answer).map(r -> r.get("status").getAsString()))
        .containsExactly("error", "aborted", "aborted")
        .inOrder();
    assertThat(kernel.failure("second").get(0)).contains("cannot find symbol");
  }

  @Test
  void goesOnBehindAnErrorIfTold() {
    List<String> requests =
        Stream.of("int boom = 1 / 0;", "int after = 2;")
            .map(code -> kernel.begin(code, fields("stop_on_error", false)))
            .toList();

    assertThat(requests.stream().map(kernel::answer).map(r -> r.get("status").getAsString()))
        .containsExactly("error", "ok")
        .inOrder();
  }

  @Test
  void keepsQuietAboutSilentCells() {
    int before = count(kernel.begin("1"));

    String request = kernel.begin("System.out.print(1);\n1 + 1", fields("silent", true));

    assertThat(kernel.finish(request)).isEmpty();
    assertThat(kernel.answer(request).get("status").getAsString()).isEqualTo("ok");
    assertThat(count(kernel.begin("1"))).isEqualTo(before + 1);
  }

  @Test
  void countsOnlyWhatIsStored() {
    int before = count(kernel.begin("1"));

    assertThat(count(kernel.begin("2", fields("store_history", false)))).isEqualTo(before + 1);
    assertThat(count(kernel.begin("3"))).isEqualTo(before + 1);
  }

  @Test
  void evaluatesExpressionsBesideACell() {
    Map<String, Object> fields = fields("store_history", true);
    fields.put("user_expressions", Map.of("sum", "side + 1", "bad", "side / 0"));

    JsonObject values =
        kernel.answer(kernel.begin("int side = 2;", fields)).getAsJsonObject("user_expressions");

    JsonObject sum = values.getAsJsonObject("sum");
    assertThat(sum.get("status").getAsString()).isEqualTo("ok");
    assertThat(sum.getAsJsonObject("data").get("text/plain").getAsString()).isEqualTo("3");
    assertThat(values.getAsJsonObject("bad").get("ename").getAsString())
        .isEqualTo("ArithmeticException");
  }

  @Test
  void saysThatItCannotSendAValue() {
    kernel.run(
        """
        var unfit = new io.github.spencerpark.jupyter.kernel.display.DisplayData("unfit");
        unfit.putData("application/json", Map.of("loss", Double.NaN));
        """);

    assertThat(kernel.failure("unfit").get(0))
        .startsWith("The result of this cell cannot be sent: java.lang.IllegalArgumentException");
    Map<String, Object> fields = fields("user_expressions", Map.of("value", "unfit"));
    JsonObject values =
        kernel.answer(kernel.begin("int sent = 1;", fields)).getAsJsonObject("user_expressions");
    assertThat(values.getAsJsonObject("value").get("evalue").getAsString())
        .startsWith("The value of this expression cannot be sent: java.lang.IllegalArgument");
  }

  @Test
  void remembersCells() {
    kernel.run("\"first in history\"");
    kernel.run("\"second in history\"");

    assertThat(history(Map.of("hist_access_type", "tail", "n", 2, "output", false, "raw", true)))
        .containsExactly("\"\\\"first in history\\\"\"", "\"\\\"second in history\\\"\"")
        .inOrder();
    assertThat(
            history(
                Map.of(
                    "hist_access_type",
                    "search",
                    "n",
                    5,
                    "pattern",
                    "*cond in his*",
                    "output",
                    true,
                    "raw",
                    true)))
        .containsExactly("[\"\\\"second in history\\\"\",\"second in history\"]");
    assertThat(
            history(
                Map.of(
                    "hist_access_type",
                    "range",
                    "session",
                    0,
                    "start",
                    1,
                    "stop",
                    1,
                    "output",
                    false,
                    "raw",
                    true)))
        .isEmpty();
  }

  @Test
  void asksItsUserForInput() {
    String code = "var in = new Scanner(System.in);\nin.nextLine() + in.nextInt()";

    String request = kernel.begin(code, fields("allow_stdin", true));
    kernel.enter("é and ");
    kernel.enter("12");

    var last = kernel.finish(request);
    assertThat(last.get(last.size() - 1).content().toString()).contains("\"é and 12\"");
    kernel.answer(request);
  }

  @Test
  void stopsACellThatWaitsForInput() {
    String request = kernel.begin("System.in.read()", fields("allow_stdin", true));
    kernel.awaitQuestion();
    JsonObject interrupted = kernel.askControl("interrupt_request");

    assertThat(interrupted.get("status").getAsString()).isEqualTo("ok");

    assertThat(kernel.answer(request).get("evalue").getAsString()).isEqualTo("Interrupted");
    assertThat(kernel.value("1 + 1")).isEqualTo("2");
  }

  @Test
  void saysThatNobodyCanBeAsked() {
    assertThat(kernel.failure("new Scanner(System.in).nextLine()").get(0))
        .contains("runs without a user who could be asked");
  }

  @Test
  void showsWhatThreadsPrintBetweenCells() {
    String code =
        """
        var gate = new CountDownLatch(1);
        new Thread(() -> {
          try { gate.await(); } catch (InterruptedException e) { }
          System.out.println("late");
        }).start();
        """;
    kernel.run(code);
    String request = kernel.begin("gate.countDown();");

    String text = "";
    while (!text.contains("late")) {
      var message = kernel.awaitPublished(request);
      text += message.type().equals("stream") ? message.text("text") : "";
    }
    kernel.answer(request);
  }

  @Test
  void listsComms() {
    JsonObject reply = kernel.ask("comm_info_request", Map.of());

    assertThat(reply.get("status").getAsString()).isEqualTo("ok");
    assertThat(reply.getAsJsonObject("comms").size()).isEqualTo(0);
  }

  @Test
  void completesWithTypes() {
    String code = "Math.ma";

    JsonObject reply = kernel.ask("complete_request", Map.of("code", code, "cursor_pos", 7));

    JsonObject type =
        reply
            .getAsJsonObject("metadata")
            .getAsJsonArray("_jupyter_types_experimental")
            .get(0)
            .getAsJsonObject();
    assertThat(type.get("text").getAsString()).isEqualTo("max(");
    assertThat(type.get("type").getAsString()).isEqualTo("function");
    assertThat(type.get("start").getAsInt()).isEqualTo(5);
    assertThat(type.get("end").getAsInt()).isEqualTo(7);
  }

  @Test
  void saysThatItCannotComplete() {
    JsonObject reply = kernel.ask("complete_request", Map.of("code", "Math", "cursor_pos", 9));

    assertThat(reply.get("status").getAsString()).isEqualTo("error");
    assertThat(reply.get("evalue").getAsString()).startsWith("The kernel could not complete");
  }

  @Test
  void explainsNothingThatIsTooDeep() {
    String code = "if(a)".repeat(50_000);

    JsonObject reply =
        kernel.ask(
            "inspect_request",
            Map.of("code", code, "cursor_pos", code.length(), "detail_level", 0));

    assertThat(reply.get("found").getAsBoolean()).isFalse();
  }

  @Test
  void completesWhatTheCellItselfDeclares() {
    String declared = "import java.util.*;\nString word = \"é\";\nint wordCount() {return 1;}\n";

    assertThat(completions(declared + "wor")).containsExactly("word", "wordCount()").inOrder();
    assertThat(completions(declared + "word.isEm")).containsExactly("isEmpty()");
    assertThat(completions(declared + "foo(wordC")).containsExactly("wordCount()");
    assertThat(
            completions("class Dot { int across() { return 1; } }\nvar dot = new Dot();\ndot.acr"))
        .containsExactly("across()");
    assertThat(completions("class Dot {}\nvar dotted = new Dot();\nSystem.out.println(dotte"))
        .containsExactly("dotted");
  }

  @Test
  void colorsErrors() {
    var error = kernel.run("throw new IllegalStateException(\"red\");", "error");

    assertThat(error.content().getAsJsonArray("traceback").get(0).getAsString())
        .isEqualTo("\u001b[1;31mjava.lang.IllegalStateException: red\u001b[0m");
  }

  @Test
  void showsDocumentationAsHtml() {
    JsonObject reply =
        kernel.ask(
            "inspect_request", Map.of("code", "Math.max", "cursor_pos", 6, "detail_level", 0));

    assertThat(reply.toString()).contains("\"text/html\":\"<pre><b>");
  }

  private static List<String> completions(String code) {
    JsonObject reply =
        kernel.ask("complete_request", Map.of("code", code, "cursor_pos", code.length()));
    return StreamSupport.stream(reply.getAsJsonArray("matches").spliterator(), false)
        .map(match -> match.getAsString())
        .toList();
  }

  private static List<String> history(Map<String, ?> request) {
    JsonArray entries = kernel.ask("history_request", request).getAsJsonArray("history");
    return StreamSupport.stream(entries.spliterator(), false)
        .map(entry -> entry.getAsJsonArray().get(2).toString())
        .toList();
  }

  private static int count(String request) {
    return kernel.answer(request).get("execution_count").getAsInt();
  }

  private static Map<String, Object> fields(String name, Object value) {
    Map<String, Object> fields =
        new HashMap<>(
            Map.of(
                "silent",
                false,
                "store_history",
                true,
                "user_expressions",
                Map.of(),
                "allow_stdin",
                false,
                "stop_on_error",
                true));
    fields.put(name, value);
    return fields;
  }
}
