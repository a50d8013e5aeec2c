package org.opponency.kernel;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void readsTheNamesOfIJava() {
    Settings settings =
        of(
            Map.of(
                "IJAVA_CLASSPATH",
                "a.jar" + File.pathSeparator + "lib/*.jar",
                "IJAVA_COMPILER_OPTS",
                "-parameters  -Xlint:all",
                "IJAVA_TIMEOUT",
                "30 SECONDS",
                "IJAVA_STARTUP_SCRIPTS_PATH",
                "init.jshell",
                "IJAVA_STARTUP_SCRIPT",
                "int one = 1;"));

    assertThat(settings.classpath()).containsExactly("a.jar", "lib/*.jar").inOrder();
    assertThat(settings.compilerOptions()).containsExactly("-parameters", "-Xlint:all").inOrder();
    assertThat(settings.timeLimit()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.startupFiles()).containsExactly("init.jshell");
    assertThat(settings.startupScript()).isEqualTo("int one = 1;");
  }

  @Test
  void prefersTheNamesOfJJava() {
    assertThat(of(Map.of("IJAVA_TIMEOUT", "5", "JJAVA_TIMEOUT", "7")).timeLimit())
        .isEqualTo(Duration.ofMillis(7));
    assertThat(of(Map.of("IJAVA_TIMEOUT", "5", "JJAVA_TIMEOUT", " ")).timeLimit())
        .isEqualTo(Duration.ofMillis(5));
  }

  @Test
  void setsNothingByDefault() {
    Settings settings = of(Map.of());

    assertThat(settings.classpath()).isEmpty();
    assertThat(settings.compilerOptions()).isEmpty();
    assertThat(settings.timeLimit()).isNull();
    assertThat(settings.startupFiles()).isEmpty();
    assertThat(settings.startupScript()).isEmpty();
    assertThat(of(Map.of("IJAVA_TIMEOUT", "-1")).timeLimit()).isNull();
  }

  @Test
  void refusesATimeItCannotRead() {
    for (String bad : new String[] {"soon", "3 FORTNIGHTS", "1.5 SECONDS"}) {
      var thrown =
          assertThrows(IllegalArgumentException.class, () -> of(Map.of("IJAVA_TIMEOUT", bad)));
      assertThat(thrown).hasMessageThat().contains("\"30 SECONDS\", got \"" + bad + "\"");
    }
  }

  private static Settings of(Map<String, String> environment) {
    return Settings.of(environment::get);
  }
}
