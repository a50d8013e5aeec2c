package org.opponency.kernel;

import static com.google.common.truth.Truth.assertThat;
import static org.opponency.kernel.Text.format;

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

class KernelErrorTest {
  @TempDir static Path folder;
  private static KernelClient kernel;

  @BeforeAll
  static void start() throws IOException {
    kernel = new KernelClient(folder, Map.of("PATH", "/nowhere"));
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  @Test
  void namesExceptionCausesAndLines() {
    String code =
        """
        // a cell with a comment

        int quotient(int by) {
          return 1 / by;
        }

        try {
          quotient(0);
        } catch (ArithmeticException e) {
          throw new IllegalStateException("no quotient", e);
        }
        """;

    var error = kernel.run(code, "error");

    assertThat(error.text("ename")).isEqualTo("IllegalStateException");
    assertThat(error.text("evalue")).isEqualTo("no quotient");
    int cell = cell(error);
    assertThat(KernelClient.traceback(error))
        .containsExactly(
            "java.lang.IllegalStateException: no quotient",
            format(
                "    at cell [%d], line 10: throw new IllegalStateException(\"no quotient\", e);",
                cell),
            "Caused by: java.lang.ArithmeticException: / by zero",
            format("    at quotient in cell [%d], line 4: return 1 / by;", cell),
            format("    at cell [%d], line 8: quotient(0);", cell))
        .inOrder();
  }

  @Test
  void namesTheLineWithinADeclaration() {
    assertThat(
            kernel.failure("int one = 1;\n\n/* why */ var broken =\n  Math.floorDiv(\n  one, 0);"))
        .contains(format("    at cell [%d], line 4: Math.floorDiv(", lastCell()));
  }

  @Test
  void namesTheCellThatDeclaredAMethod() {
    kernel.run("void fail() {\n  throw new RuntimeException(\"here\");\n}");
    int declared = lastCell();

    assertThat(kernel.failure("fail();"))
        .containsExactly(
            "java.lang.RuntimeException: here",
            format(
                "    at fail in cell [%d], line 2: throw new RuntimeException(\"here\");",
                declared),
            format("    at cell [%d], line 1: fail();", declared + 2))
        .inOrder();
  }

  @Test
  void hidesJShellInMessages() {
    assertThat(kernel.failure("String none = null;\nnone.length();").get(0))
        .isEqualTo(
            "java.lang.NullPointerException: "
                + "Cannot invoke \"String.length()\" because \"none\" is null");
  }

  @Test
  void pointsAtWhatDoesNotCompile() {
    var error = kernel.run("int fine = 1;\n  int bad = \"a\";", "error");

    assertThat(KernelClient.traceback(error))
        .containsExactly(
            format(
                "cell [%d], line 2: incompatible types: java.lang.String cannot be converted to int",
                cell(error)),
            "      int bad = \"a\";",
            "                ^^^")
        .inOrder();
    assertThat(kernel.value("fine")).isEqualTo("1");
  }

  @Test
  void pointsAtTheEndOfAnOpenBlock() {
    assertThat(kernel.failure("for (;;) {").get(0)).endsWith("reached end of file while parsing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (true)",
        "while (true)",
        "int k = 1;\nfor (int i = 0; i < 2; i++)\nif (true)",
        "for (int i = 0; i < 2; i++)",
        "label:",
        "int a = 1 /* open",
        "/* open",
      })
  void refusesWhatIsNotFinished(String code) {
    assertThat(kernel.failure(code).get(0)).endsWith("reached end of file while parsing");
    assertThat(kernel.ask("is_complete_request", Map.of("code", code)).get("status").getAsString())
        .isEqualTo("incomplete");
  }

  @Test
  void refusesWhatNeedsSomethingUndeclared() {
    assertThat(kernel.failure("class Leaf extends Tree {}").get(0))
        .isEqualTo("Leaf needs class Tree, which is not declared");
    assertThat(kernel.failure("void call() {\n  nobody();\n}\ncall();").get(0))
        .isEqualTo("Unresolved reference: call needs method nobody(), which is not declared");
    assertThat(kernel.run("class Twig extends Bough {}\nclass Bough {}")).hasSize(1);
  }

  @Test
  void saysWhatIsWrongWithAMagic() {
    assertThat(kernel.failure("%jars /nowhere/*.jar").get(0))
        .startsWith("%jars: Nothing at /nowhere/*.jar");
    assertThat(kernel.failure("%classpath").get(0))
        .isEqualTo("%classpath: Expected a path or glob, got nothing");
    assertThat(kernel.failure("%maven junit").get(0))
        .isEqualTo("%maven: Expected group:artifact:version, got junit");
    assertThat(kernel.failure("%maven a:b:1.0").get(0))
        .isEqualTo("%maven: The command mvn is not on the PATH: install Maven, or use %jars");
    assertThat(kernel.failure("%nonsense").get(0)).contains("Undefined line magic 'nonsense'");
  }

  @Test
  void countsLinesBelowAMagic() {
    assertThat(kernel.failure("%classpath .\nint zero = 0;\nint x = 1 / zero;"))
        .contains(format("    at cell [%d], line 3: int x = 1 / zero;", lastCell()));
  }

  private static int lastCell() {
    var input = kernel.run("", "execute_input");
    return input.content().get("execution_count").getAsInt() - 1;
  }

  private static int cell(KernelClient.Message error) {
    String text = String.join("\n", List.of(KernelClient.traceback(error).toString()));
    return Integer.parseInt(text.replaceAll("(?s).*?cell \\[(\\d+)].*", "$1"));
  }
}
