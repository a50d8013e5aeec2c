package org.opponency;

import static com.google.common.truth.Truth.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md names is there, under that name. */
class ContributingTest {
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

  /** A type, and maybe one of its methods: {@code Figure.save}. */
  private static final Pattern TYPE = Pattern.compile("([A-Z]\\w*[a-z]\\w*)(?:\\.([a-z]\\w*))?");

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPackages("org.opponency");

  private static List<String> words;

  @BeforeAll
  static void readThePage() throws IOException {
    String page = Files.readString(Path.of("..", "CONTRIBUTING.md"));
    words = CODE.matcher(page).results().map(code -> code.group(1)).toList();
  }

  @Test
  void everyTypeAndMethodExists() {
    List<MatchResult> named =
        words.stream().flatMap(word -> matches(TYPE, word)).collect(Collectors.toList());
    assertThat(named.size()).isAtLeast(40);
    named.removeIf(name -> CLASSES.stream().anyMatch(c -> is(c, name.group(1), name.group(2))));
    assertThat(named.stream().map(MatchResult::group).toList()).isEmpty();
  }

  @Test
  void everyRoomIsShown() {
    Set<String> rooms =
        CLASSES.stream()
            .filter(c -> c.getSimpleName().equals("package-info"))
            .map(c -> c.getPackageName().replaceFirst("org\\.opponency\\.?", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    rooms.removeAll(List.of("", "kernel")); // the notebook kernel is no room of the toolkit
    assertThat(words).containsAtLeastElementsIn(rooms);
  }

  private static Stream<MatchResult> matches(Pattern pattern, String word) {
    var matcher = pattern.matcher(word);
    return matcher.matches() ? Stream.of(matcher.toMatchResult()) : Stream.empty();
  }

  private static boolean is(JavaClass type, String name, String method) {
    return type.getSimpleName().equals(name)
        && (method == null
            || type.getAllMethods().stream().anyMatch(m -> m.getName().equals(method)));
  }
}
