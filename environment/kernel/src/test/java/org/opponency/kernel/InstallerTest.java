package org.opponency.kernel;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallerTest {
  @TempDir Path folder;
  private Path jar;

  @BeforeEach
  void writeJars() throws IOException {
    Files.createDirectories(folder.resolve("from/lib"));
    jar = Files.writeString(folder.resolve("from/opponency-kernel-1.jar"), "jar");
    Files.writeString(folder.resolve("from/lib/gson.jar"), "library");
  }

  @Test
  void copiesItselfUnderAPrefix() throws IOException {
    Path installed = install(Map.of(), "--prefix", folder.resolve("env").toString());

    assertThat(installed).isEqualTo(folder.resolve("env/share/jupyter/kernels/java"));
    assertThat(Files.readString(installed.resolve("lib/gson.jar"))).isEqualTo("library");
    JsonObject spec = spec(installed);
    assertThat(spec.get("interrupt_mode").getAsString()).isEqualTo("message");
    assertThat(spec.getAsJsonArray("argv").get(2).getAsString())
        .isEqualTo(installed.resolve("opponency-kernel.jar").toString());
    assertThat(Files.readString(installed.resolve("opponency-kernel.jar"))).isEqualTo("jar");
  }

  @Test
  void installsForTheUserUnderAnotherName() throws IOException {
    Path data = folder.resolve("data");

    Path installed = install(Map.of("JUPYTER_DATA_DIR", data.toString()), "--name", "java-17");

    assertThat(installed).isEqualTo(data.resolve("kernels/java-17"));
    // Once more, over itself.
    assertThat(install(Map.of("JUPYTER_DATA_DIR", data.toString()), "--name", "java-17"))
        .isEqualTo(installed);
  }

  @Test
  void leavesOtherKernelsAlone() throws IOException {
    Path other =
        Files.createDirectories(folder.resolve("data/kernels/java")).resolve("kernel.json");
    Files.writeString(other, "{\"argv\": [\"java\", \"-jar\", \"ijava.jar\"]}");

    var thrown =
        assertThrows(
            IOException.class,
            () -> install(Map.of("JUPYTER_DATA_DIR", folder.resolve("data").toString())));

    assertThat(thrown).hasMessageThat().contains("another name with --name");
    assertThat(Files.readString(other)).contains("ijava.jar");
  }

  @Test
  void saysWhatItExpects() {
    for (List<String> bad :
        List.of(List.of("--everywhere"), List.of("--prefix"), List.of("--name", "a/b"))) {
      assertThrows(
          IllegalArgumentException.class, () -> install(Map.of(), bad.toArray(String[]::new)));
    }
  }

  private Path install(Map<String, String> environment, String... options) throws IOException {
    return new Installer(environment, folder).install(jar, List.of(options));
  }

  private static JsonObject spec(Path installed) throws IOException {
    return new JsonParser()
        .parse(Files.readString(installed.resolve("kernel.json")))
        .getAsJsonObject();
  }
}
