package org.opponency.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a committed notebook keeps to, so that the same file runs on every Java kernel, prints well
 * and leaves quiet diffs.
 */
public final class NotebookConventions {
  private static final int MAX_CODE_CELLS = 14;

  /** The HTML export cuts longer lines off. */
  private static final int MAX_LINE_LENGTH = 95;

  private static final JsonObject METADATA =
      JsonParser.parseString(
              """
              {"kernelspec": {"display_name": "Java", "language": "java", "name": "java"},
               "language_info": {"file_extension": ".java", "name": "java", "pygments_lexer": "java"}}
              """)
          .getAsJsonObject();

  private static final Pattern MAGIC = Pattern.compile("^\\s*(%|!)\\S", Pattern.MULTILINE);
  private static final Pattern MACHINE_PATH =
      Pattern.compile(
          "(?<![\\w.:/])(/(home|root|Users|tmp|var|work|mnt|media)/|[A-Z]:\\\\)[\\w.]+");

  private final String classpath;

  private NotebookConventions(String classpath) {
    this.classpath = classpath;
  }

  /** The conventions for cells that may use what is on the classpath. */
  public static NotebookConventions on(String classpath) {
    return new NotebookConventions(classpath);
  }

  /** What is wrong with a notebook, each with its code cell (from 1); empty if nothing is. */
  public List<String> problems(Notebook notebook) {
    var problems = new ArrayList<String>();
    if (!notebook.metadata().equals(METADATA)) {
      problems.add("expected the metadata " + METADATA + ": run environment/tidy_notebook.py");
    }
    var cells = notebook.codeCells();
    if (cells.size() > MAX_CODE_CELLS) {
      problems.add("expected at most " + MAX_CODE_CELLS + " code cells, found " + cells.size());
    }
    try (var compiler = new CellCompiler(classpath)) {
      for (var number = 1; number <= cells.size(); number++) {
        var cell = "code cell " + number + ", ";
        problems(cells.get(number - 1), compiler).forEach(problem -> problems.add(cell + problem));
      }
    }
    return problems;
  }

  private static List<String> problems(Notebook.Cell cell, CellCompiler compiler) {
    var problems = new ArrayList<String>();
    var source = cell.source();
    source
        .lines()
        .filter(line -> line.length() > MAX_LINE_LENGTH)
        .forEach(line -> problems.add("line longer than " + MAX_LINE_LENGTH + ": " + line));
    if (MAGIC.matcher(source).find()) {
      problems.add("magics differ between kernels: " + source);
    } else {
      problems.addAll(compiler.problems(source));
    }
    cell.outputs().forEach(output -> problems.addAll(problems(output)));
    return problems;
  }

  private static List<String> problems(JsonObject output) {
    var problems = new ArrayList<String>();
    if (output.get("output_type").getAsString().equals("error")) {
      problems.add("a committed error: " + output.get("ename"));
    }
    texts(output)
        .flatMap(text -> MACHINE_PATH.matcher(text).results())
        .forEach(path -> problems.add("a path of one machine in the output: " + path.group()));
    return problems;
  }

  private static Stream<String> texts(JsonElement element) {
    if (element.isJsonObject()) {
      return element.getAsJsonObject().entrySet().stream().flatMap(e -> texts(e.getValue()));
    }
    if (element.isJsonArray()) {
      return StreamSupport.stream(element.getAsJsonArray().spliterator(), false)
          .flatMap(NotebookConventions::texts);
    }
    return element.isJsonPrimitive() ? Stream.of(element.getAsString()) : Stream.empty();
  }
}
