package org.opponency;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opponency.testing.Notebook;
import org.opponency.testing.NotebookConventions;

/** Every committed notebook compiles against the toolkit and keeps to the conventions. */
class NotebooksTest {
  private static final Path FOLDER = Path.of("..", "notebooks");

  /** What a notebook's kernel gives it: the toolkit and its libraries, not the tests. */
  private static final String CLASSPATH =
      Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
          .filter(entry -> !entry.contains("test-classes"))
          .collect(Collectors.joining(System.getProperty("path.separator")));

  @Test
  void theFirstNotebookIsThere() {
    assertThat(FOLDER.resolve("00-start-here.ipynb").toFile().isFile()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void keepsToTheConventions(Path notebook) throws IOException {
    assertThat(NotebookConventions.on(CLASSPATH).problems(Notebook.read(notebook))).isEmpty();
  }

  static List<Path> notebooks() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }
}
