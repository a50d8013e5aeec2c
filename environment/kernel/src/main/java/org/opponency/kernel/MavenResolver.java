package org.opponency.kernel;

import static org.opponency.kernel.Text.format;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds artifacts through the machine's own Maven: its settings, mirrors and local repository. */
final class MavenResolver {
  private static final String GOAL =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";

  private final Map<String, String> repositories = new LinkedHashMap<>();

  /** Looks in one more repository, snapshots included. */
  void addRepository(String name, String address) {
    repositories.put(name, address);
  }

  /**
   * The jars of artifacts and of what they need at run time.
   *
   * @param artifacts {@code group:artifact[:packaging[:classifier]]:version}
   */
  List<Path> resolve(List<String> artifacts) throws IOException, InterruptedException {
    return inFolder(
        folder -> {
          Path pom = folder.resolve("pom.xml");
          Files.writeString(pom, Pom.of(artifacts, repositories));
          return runMaven(pom, folder, "runtime", artifacts.toString());
        });
  }

  /** The jars that a POM names; what its tests need too if these are among the scopes. */
  List<Path> resolve(Path pom, List<String> scopes) throws IOException, InterruptedException {
    return inFolder(folder -> runMaven(pom, folder, scope(scopes), pom.toString()));
  }

  /** The same for the text of a POM, or for loose elements of one. */
  List<Path> resolveText(String text, List<String> scopes)
      throws IOException, InterruptedException {
    return inFolder(
        folder -> {
          Path pom = folder.resolve("pom.xml");
          Files.writeString(pom, text.contains("<project") ? text : Pom.ofElements(text));
          return runMaven(pom, folder, scope(scopes), "the POM");
        });
  }

  private interface Use {
    List<Path> in(Path folder) throws IOException, InterruptedException;
  }

  private static List<Path> inFolder(Use use) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("opponency-maven");
    try {
      return use.in(folder);
    } finally {
      for (String file : List.of("pom.xml", "classpath", "log")) {
        Files.deleteIfExists(folder.resolve(file));
      }
      Files.deleteIfExists(folder);
    }
  }

  /** Maven's "runtime" holds "compile", and its "test" holds all. */
  private static String scope(List<String> scopes) {
    return scopes.contains("test") ? "test" : "runtime";
  }

  private static List<Path> runMaven(Path pom, Path folder, String scope, String what)
      throws IOException, InterruptedException {
    Path result = folder.resolve("classpath");
    Path log = folder.resolve("log");
    Process maven = start(pom, result, log, scope);
    try {
      if (maven.waitFor() != 0) {
        throw new IOException(
            format("Maven could not resolve %s:%n%s", what, Files.readString(log)));
      }
    } finally {
      // Still there if the cell is interrupted.
      maven.descendants().forEach(ProcessHandle::destroy);
      maven.destroy();
    }
    return Arrays.stream(Files.readString(result).split(File.pathSeparator))
        .filter(path -> !path.isBlank())
        .map(String::strip)
        .map(Path::of)
        .collect(Collectors.toList());
  }

  private static Process start(Path pom, Path result, Path log, String scope) throws IOException {
    try {
      return new ProcessBuilder(
              "mvn",
              "-B",
              "-q",
              "-f",
              pom.toString(),
              GOAL,
              "-DincludeScope=" + scope,
              "-Dmdep.outputFile=" + result)
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new IOException("The command mvn is not on the PATH: install Maven, or use %jars", e);
    }
  }
}
