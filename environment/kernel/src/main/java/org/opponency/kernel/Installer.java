package org.opponency.kernel;

import static org.opponency.kernel.Text.format;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Installs the kernel for Jupyter from its own jar: {@code java -jar opponency-kernel.jar --install
 * [--user | --prefix FOLDER] [--name NAME]}. Copies the jar and what lies in {@code lib} beside it,
 * so that both may go afterwards.
 */
final class Installer {
  static final String USAGE =
      "java -jar opponency-kernel.jar --install [--user | --prefix FOLDER] [--name NAME]";
  private static final String JAR = "opponency-kernel.jar";

  private final Map<String, String> environment;
  private final Path home;

  /** Finds Jupyter's folder of a user with this environment and home. */
  Installer(Map<String, String> environment, Path home) {
    this.environment = environment;
    this.home = home;
  }

  /** Installs a jar by the words behind {@code --install}, and gives the folder. */
  Path install(Path jar, List<String> options) throws IOException {
    Path data = userData();
    String name = "java";
    Deque<String> words = new ArrayDeque<>(options);
    while (!words.isEmpty()) {
      switch (words.pop()) {
        case "--user" -> data = userData();
        case "--prefix" -> data = Path.of(next(words, "--prefix")).resolve("share/jupyter");
        case "--name" -> name = next(words, "--name");
        default -> throw new IllegalArgumentException("Expected " + USAGE + ", got " + options);
      }
    }
    if (!name.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException(
          format("Expected a name of letters, digits, '.', '_' and '-', got \"%s\"", name));
    }
    return install(jar, data.resolve("kernels").resolve(name));
  }

  private static Path install(Path jar, Path folder) throws IOException {
    refuseOthers(folder.resolve("kernel.json"));
    Files.createDirectories(folder.resolve("lib"));
    Path installed = folder.resolve(JAR);
    copy(jar, installed);
    try (Stream<Path> libraries = Files.list(jar.toAbsolutePath().resolveSibling("lib"))) {
      for (Path library : libraries.toList()) {
        copy(library, folder.resolve("lib").resolve(library.getFileName()));
      }
    }
    Path draft = folder.resolve("kernel.json.new");
    Files.writeString(
        draft, new GsonBuilder().setPrettyPrinting().create().toJson(spec(installed)) + "\n");
    Files.move(draft, folder.resolve("kernel.json"), StandardCopyOption.REPLACE_EXISTING);
    return folder;
  }

  private static JsonObject spec(Path installed) {
    JsonArray command = new JsonArray();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(installed.toAbsolutePath().toString());
    command.add("{connection_file}");
    JsonObject spec = new JsonObject();
    spec.add("argv", command);
    spec.addProperty("display_name", "Java");
    spec.addProperty("language", "java");
    // Signals do not reach the cells of a Java kernel.
    spec.addProperty("interrupt_mode", "message");
    return spec;
  }

  private static void refuseOthers(Path spec) throws IOException {
    if (!Files.exists(spec)) {
      return;
    }
    boolean ours;
    try {
      ours = new JsonParser().parse(Files.readString(spec)).toString().contains("opponency-kernel");
    } catch (JsonParseException e) {
      ours = false;
    }
    if (!ours) {
      throw new IOException(
          format(
              "Another kernel is installed at %s: give ours another name with --name, or remove that one",
              spec));
    }
  }

  /** As Jupyter itself finds it. */
  private Path userData() {
    String set = environment.get("JUPYTER_DATA_DIR");
    if (set != null && !set.isBlank()) {
      return Path.of(set);
    }
    String system = System.getProperty("os.name");
    if (system.startsWith("Mac")) {
      return home.resolve("Library/Jupyter");
    }
    if (system.startsWith("Windows")) {
      return Path.of(environment.getOrDefault("APPDATA", home.toString()), "jupyter");
    }
    String data = environment.get("XDG_DATA_HOME");
    return (data == null || data.isBlank() ? home.resolve(".local/share") : Path.of(data))
        .resolve("jupyter");
  }

  private static String next(Deque<String> words, String option) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(format("Expected something behind %s: %s", option, USAGE));
    }
    return words.pop();
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.exists(to) || !Files.isSameFile(from, to)) {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
