package org.opponency;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

  /** What IJava, JJava or our kernel import before the first cell; others import nothing. */
  private static final List<String> DEFAULT_IMPORTS =
      List.of(
          "java.io",
          "java.math",
          "java.net",
          "java.nio.file",
          "java.util",
          "java.util.concurrent",
          "java.util.function",
          "java.util.prefs",
          "java.util.regex",
          "java.util.stream");

  private static final Pattern WHOLE_PACKAGE =
      Pattern.compile("^import ([\\w.]+)\\.\\*;", Pattern.MULTILINE);

  /** What a notebook's kernel gives it: the toolkit and its libraries, not the tests. */
  private static final String CLASSPATH =
      Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
          .filter(entry -> !entry.contains("test-classes"))
          .collect(Collectors.joining(System.getProperty("path.separator")));

  /** Most notebooks import the same. */
  private static final Map<String, JavaClasses> ROOMS = new HashMap<>();

  private static JavaClasses classes(String room) {
    return new ClassFileImporter().importPackages(room);
  }

  @Test
  void theFirstNotebookIsThere() {
    assertThat(FOLDER.resolve("00-start-here.ipynb").toFile().isFile()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void keepsToTheConventions(Path notebook) throws IOException {
    assertThat(NotebookConventions.on(CLASSPATH).problems(Notebook.read(notebook))).isEmpty();
  }

  /** A reader's own cells may use every name that a notebook's first cell imports. */
  @ParameterizedTest
  @MethodSource("notebooks")
  void importedPackagesShareNoName(Path notebook) throws IOException {
    Map<String, String> packages = new HashMap<>();
    for (String room : packagesOf(Notebook.read(notebook))) {
      for (var type : ROOMS.computeIfAbsent(room, NotebooksTest::classes)) {
        boolean seen = type.getPackageName().equals(room) && type.isTopLevelClass();
        if (seen && type.getModifiers().contains(JavaModifier.PUBLIC)) {
          String other = packages.put(type.getSimpleName(), room);
          assertWithMessage(type.getSimpleName()).that(other).isNull();
          assertNotOfJava(type.getSimpleName());
        }
      }
    }
  }

  private static List<String> packagesOf(Notebook notebook) {
    return notebook.codeCells().stream()
        .flatMap(cell -> WHOLE_PACKAGE.matcher(cell.source()).results())
        .map(found -> found.group(1))
        .toList();
  }

  private static void assertNotOfJava(String name) {
    for (String room : DEFAULT_IMPORTS) {
      assertThrows(ClassNotFoundException.class, () -> Class.forName(room + "." + name), name);
    }
  }

  static List<Path> notebooks() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }
}
