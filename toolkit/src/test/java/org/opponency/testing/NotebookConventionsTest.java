package org.opponency.testing;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookConventionsTest {
  private static final NotebookConventions CONVENTIONS =
      NotebookConventions.on(System.getProperty("java.class.path"));

  private static final String METADATA =
      """
      {"kernelspec": {"name": "java", "display_name": "Java", "language": "java"},
       "language_info": {"file_extension": ".java", "name": "java", "pygments_lexer": "java"}}
      """;

  @Test
  void acceptsCellsThatBuildOnEachOther() {
    var problems =
        problems(
            "import java.util.List;\nimport org.opponency.images.RgbImage;",
            "var widths = List.of(1, 2, 4);\nvar sum = 0;",
            "for (var width : widths) {\n  sum += width;\n}",
            "// a comment first\nsum = sum + 1;",
            "widths.forEach(width -> System.out.println(width + sum));\n// and one last",
            "RgbImage image = null;",
            "try {\n  Thread.sleep(1);\n} finally {\n  System.out.println(widths);\n}",
            "Thread.sleep(1);",
            "");

    assertThat(problems).isEmpty();
  }

  @Test
  void acceptsImportsOfWholePackages() {
    var problems =
        problems(
            "import org.opponency.images.*;\nimport static java.lang.Math.*;",
            "RgbImage image = null;\nvar one = abs(-1);");

    assertThat(problems).isEmpty();
  }

  @Test
  void executesNothing() {
    assertThat(problems("Runtime.getRuntime().halt(3);", "throw new Error();")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 + 2;",
        "var x = 3;\nx;",
        "new StringBuilder(\"a\").append('b');",
        "var y = 1;\ny++;",
        "System.out.printf(\"%d\", 1);"
      })
  void refusesLeftOverValues(String cell) {
    assertThat(problems(cell)).hasSize(1);
    assertThat(problems(cell).get(0)).startsWith("code cell 1, ends in a left-over value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A {}",
        "record A(int b) {}",
        "interface A {}",
        "enum A { B }",
        "sealed interface A permits B {}\nrecord B() implements A {}",
        "int twice(int a) {\n  return 2 * a;\n}"
      })
  void refusesDefinitions(String cell) {
    assertThat(String.join("\n", problems(cell))).contains("line 1: defines a type or method");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %jars toolkit.jar                      | magics
          %%time                                 | magics
          int a = 1                              | line 1: missing ';'
          var list = List.of(1);                 | line 1: cannot find symbol
          display(3);                            | line 1: cannot find symbol
          int a = "one";                         | line 1: incompatible types
          for (int i = 0; i < 3; i++) {          | line 1: reached end of file
          int a = ;                              | line 1: illegal start of expression
          """)
  void refusesWhatDoesNotRunEverywhere(String cell, String problem) {
    assertThat(String.join("\n", problems(cell))).contains(problem);
  }

  @Test
  void namesTheCellAndTheLine() {
    var problems = problems("var a = 1;", "var b = 2;\n\n// why\nfor (;;) {\n  a = wrong;\n}");

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).startsWith("code cell 2, line 5: cannot find symbol");
  }

  @Test
  void refusesLongLines() {
    var line = "var text = \"" + "x".repeat(95 - 14) + "\";";

    assertThat(problems(line)).isEmpty();
    assertThat(problems(line.replace("text", "texts")).get(0)).contains("line longer than 95");
  }

  @Test
  void refusesTooManyCells() {
    var cells = new String[15];
    Arrays.fill(cells, "");

    assertThat(problems(cells)).containsExactly("expected at most 14 code cells, found 15");
  }

  @Test
  void refusesCommittedErrors() {
    var output =
        "{\"output_type\": \"error\", \"ename\": \"E\", \"evalue\": \"\", \"traceback\": []}";

    assertThat(problemsOfOutput(output)).containsExactly("code cell 1, a committed error: \"E\"");
  }

  /** Every folder at the root of a disk that is somebody's own, wherever a path may stand. */
  @ParameterizedTest
  @ValueSource(strings = {"home", "root", "Users", "tmp", "var", "work", "mnt", "media"})
  void refusesPathsOfOneMachine(String folder) {
    String path = "/" + folder + "/x.png";
    String hidden = "/" + folder + "/.cache";
    for (String text :
        List.of(path, hidden, "saved to " + path, "saved\\n" + path, "<img src='" + path)) {
      assertRefused(text);
    }
  }

  @Test
  void refusesPathsOfWindows() {
    assertRefused("in C:\\\\Users");
  }

  private static void assertRefused(String text) {
    assertThat(problemsOfOutput(stream(text)).get(0)).contains("a path of one machine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"figures/figure-5.svg", "https://example.org/tmp/x", "cells/var/x", "a / b"})
  void acceptsOtherText(String text) {
    assertThat(problemsOfOutput(stream(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"kernelspec\": {\"name\": \"java\", \"display_name\": \"Java\", \"language\": \"java\"},"
            + " \"language_info\": {\"file_extension\": \".java\", \"name\": \"java\","
            + " \"pygments_lexer\": \"java\","
            + " \"version\": \"17.0.15\"}}"
      })
  void refusesOtherMetadata(String metadata) {
    assertThat(CONVENTIONS.problems(notebook(metadata, "[]", "var a = 1;")).get(0))
        .contains("expected the metadata");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"cells\":",
        "{\"cells\": [], \"metadata\": {}, \"nbformat\": 3}",
        "{\"metadata\": {}, \"nbformat\": 4}",
        "{\"cells\": [{\"cell_type\": \"code\"}], \"metadata\": {}, \"nbformat\": 4}"
      })
  void refusesWhatIsNoNotebook(String json) {
    var error = assertThrows(IllegalArgumentException.class, () -> Notebook.parse(json));
    assertThat(error).hasMessageThat().contains("nbformat 4");
  }

  private static List<String> problems(String... cells) {
    return CONVENTIONS.problems(notebook(METADATA, "[]", cells));
  }

  private static List<String> problemsOfOutput(String output) {
    return CONVENTIONS.problems(notebook(METADATA, "[" + output + "]", "var a = 1;"));
  }

  private static String stream(String text) {
    return "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": [\"" + text + "\"]}";
  }

  private static Notebook notebook(String metadata, String outputs, String... cells) {
    var array = new JsonArray();
    for (var source : cells) {
      var cell = new JsonObject();
      cell.addProperty("cell_type", "code");
      cell.addProperty("source", source);
      cell.add("outputs", JsonParser.parseString(outputs));
      array.add(cell);
    }
    var content = new JsonObject();
    content.add("cells", array);
    content.add("metadata", JsonParser.parseString(metadata));
    content.addProperty("nbformat", 4);
    return Notebook.parse(content.toString());
  }
}
