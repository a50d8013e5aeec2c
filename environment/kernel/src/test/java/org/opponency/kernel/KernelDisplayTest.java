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

/** What cells show, through the calls that IJava documents and by themselves. */
class KernelDisplayTest {
  @TempDir static Path folder;
  private static KernelClient kernel;

  @BeforeAll
  static void start() throws IOException {
    Path jar = Probe.extension(folder);
    kernel = new KernelClient(folder, Map.of("JJAVA_CLASSPATH", jar.toString()));
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  @Test
  void countsDownAsInTheDocumentationOfIJava() {
    String code =
        """
        String id = display("<b>Countdown:</b> 3", "text/html");
        for (int i = 3; i >= 0; i--) {
            updateDisplay(id, "<b>Countdown:</b> " + i, "text/html");
        }
        render("<b>Liftoff!</b>", "text/html")
        """;

    List<KernelClient.Message> published = kernel.run(code);

    assertThat(published.stream().map(KernelClient.Message::type))
        .containsExactly(
            "execute_input",
            "display_data",
            "update_display_data",
            "update_display_data",
            "update_display_data",
            "update_display_data",
            "execute_result")
        .inOrder();
    assertThat(id(published.get(5))).isEqualTo(id(published.get(1)));
    assertThat(data(published.get(5)).get("text/html").getAsString())
        .isEqualTo("<b>Countdown:</b> 0");
    assertThat(data(published.get(6)).get("text/html").getAsString()).isEqualTo("<b>Liftoff!</b>");
  }

  @Test
  void givesNamesOfDisplaysWithoutShowingThem() {
    assertThat(kernel.value("display(1).length() > 8")).isEqualTo("true");
    assertThat(kernel.run("display(1)").stream().map(KernelClient.Message::type))
        .containsExactly("execute_input", "display_data");
  }

  @Test
  void displaysInSeveralTypes() {
    JsonObject shown =
        data(
            kernel.run(
                "display(\"<b>Bold</b>\", \"text/html\", \"text/markdown\");", "display_data"));

    assertThat(shown.keySet()).containsExactly("text/html", "text/markdown", "text/plain");
  }

  @Test
  void evaluatesCode() {
    assertThat(kernel.value("(int) eval(\"1 + 2\") + 3")).isEqualTo("6");
    kernel.run("eval(\"int made = 4;\");");
    assertThat(kernel.value("made")).isEqualTo("4");
    assertThat(kernel.failure("eval(\"1 / 0\")").get(0)).contains("/ by zero");
  }

  @Test
  void printsFormatted() {
    assertThat(kernel.printed("printf(\"%d of %s\", 1, \"é\");", "stdout")).isEqualTo("1 of é");
  }

  @Test
  void reachesTheKernel() {
    String code =
        """
        import io.github.spencerpark.ijava.IJava;
        IJava.getKernelInstance().getMagics().registerLineMagic("twice",
            args -> args.get(0) + args.get(0));
        String twice = %twice ab
        twice + lineMagic("twice", List.of("c"))
        """;

    assertThat(kernel.value(code)).isEqualTo("ababcc");
    assertThat(kernel.value("getKernelInstance() == IJava.getKernelInstance()")).isEqualTo("true");
  }

  @Test
  void showsWhatGivesNullAsItsText() {
    kernel.run("class Mute { public String toString() { return null; } }");

    assertThat(kernel.value("new Mute()")).isEqualTo("null");
  }

  @Test
  void saysWhichValueCannotBeShown() {
    kernel.run(
        "class Loud { public String toString() { throw new IllegalStateException(\"no\"); } }");

    assertThat(kernel.failure("new Loud()").get(0))
        .isEqualTo("The value of this cell cannot be shown: java.lang.IllegalStateException: no");
  }

  @Test
  void showsImagesWithAText() {
    var result =
        kernel.run("new java.awt.image.BufferedImage(3, 2, 1)", "execute_result").content();

    assertThat(result.getAsJsonObject("data").get("text/plain").getAsString())
        .isEqualTo("Image, 3 x 2 pixels");
    assertThat(result.getAsJsonObject("data").has("image/png")).isTrue();
    assertThat(result.getAsJsonObject("metadata").getAsJsonObject("image/png").toString())
        .contains("\"alt\":\"Image, 3 x 2 pixels\"");
  }

  @Test
  void showsRecordsAsATable() {
    kernel.run("record Cone(String name, int peak) {}");

    JsonObject shown = data(kernel.run("List.of(new Cone(\"<L>\", 564))", "execute_result"));

    assertThat(shown.get("text/html").getAsString())
        .isEqualTo(
            "<table><thead><tr><th>name</th><th>peak</th></tr></thead>"
                + "<tbody><tr><td>&lt;L&gt;</td><td>564</td></tr></tbody></table>");
    assertThat(shown.get("text/plain").getAsString()).isEqualTo("[Cone[name=<L>, peak=564]]");
    assertThat(kernel.value("List.of(1, 2)")).isEqualTo("[1, 2]");
  }

  @Test
  void usesTheExtensionsOfTheClasspath() {
    // Imported by the extension, and shown by it.
    JsonObject shown = data(kernel.run("new Greeter()", "execute_result"));

    assertThat(shown.get("text/html").getAsString()).isEqualTo("<i>hi</i>");
    assertThat(shown.get("text/plain").getAsString()).isEqualTo("hi");
  }

  @Test
  void letsExtensionsShowThingsByThemselves() {
    String code =
        """
        import org.opponency.kernel.Rendering;
        System.out.print("first");
        Greeter.screen.show(Rendering.text("alone"));
        Greeter.screen.show("place", Rendering.text("one"));
        Greeter.screen.replace("place", Rendering.html("<b>two</b>", "two"));
        """;

    List<KernelClient.Message> published = kernel.run(code);

    assertThat(published.stream().map(KernelClient.Message::type))
        .containsExactly(
            "execute_input", "stream", "display_data", "display_data", "update_display_data")
        .inOrder();
    assertThat(data(published.get(2)).get("text/plain").getAsString()).isEqualTo("alone");
    assertThat(id(published.get(3))).isEqualTo("place");
    assertThat(id(published.get(4))).isEqualTo("place");
    assertThat(data(published.get(4)).get("text/html").getAsString()).isEqualTo("<b>two</b>");
  }

  @Test
  void letsANotebookSayHowItsTypesAreShown() {
    kernel.run("class Own {}");
    kernel.run(
        "((org.opponency.kernel.JavaKernel) getKernelInstance()).renderers().add(Own.class,"
            + " own -> org.opponency.kernel.Rendering.html(\"<u>own</u>\", \"own\"));");

    assertThat(data(kernel.run("new Own()", "execute_result")).get("text/html").getAsString())
        .isEqualTo("<u>own</u>");
  }

  private static JsonObject data(KernelClient.Message message) {
    return message.content().getAsJsonObject("data");
  }

  private static String id(KernelClient.Message message) {
    return message.content().getAsJsonObject("transient").get("display_id").getAsString();
  }
}
