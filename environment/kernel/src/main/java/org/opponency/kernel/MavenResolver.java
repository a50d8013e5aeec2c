package org.opponency.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds artifacts through the machine's own Maven: its settings, mirrors and local repository. */
final class MavenResolver {
  private static final String GOAL =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";
  private static final Pattern ARTIFACT = Pattern.compile("[\\w.-]+:[\\w.-]+:[\\w.-]+");

  /** The jars of artifacts {@code group:artifact:version} and of what they need at run time. */
  List<Path> resolve(List<String> artifacts) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("opponency-maven");
    Path pom = folder.resolve("pom.xml");
    Path result = folder.resolve("classpath");
    Path log = folder.resolve("log");
    try {
      Files.writeString(pom, pom(artifacts));
      runMaven(pom, result, log, artifacts);
      return Stream.of(Files.readString(result).split(File.pathSeparator)).map(Path::of).toList();
    } finally {
      for (Path file : List.of(pom, result, log, folder)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void runMaven(Path pom, Path result, Path log, List<String> artifacts)
      throws IOException, InterruptedException {
    String output = "-Dmdep.outputFile=" + result;
    Process maven;
    try {
      maven =
          new ProcessBuilder("mvn", "-B", "-q", "-f", pom.toString(), GOAL, output)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new IOException("The command mvn is not on the PATH: install Maven, or use %jars", e);
    }
    if (maven.waitFor() != 0) {
      throw new IOException(
          "Maven could not resolve %s:%n%s".formatted(artifacts, Files.readString(log)));
    }
  }

  private static String pom(List<String> artifacts) {
    return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>notebook</groupId>
          <artifactId>notebook</artifactId>
          <version>1</version>
          <dependencies>
        %s
          </dependencies>
        </project>
        """
        .formatted(artifacts.stream().map(MavenResolver::dependency).collect(Collectors.joining()));
  }

  private static String dependency(String artifact) {
    if (!ARTIFACT.matcher(artifact).matches()) {
      throw new IllegalArgumentException(
          "Expected group:artifact:version, got %s".formatted(artifact));
    }
    String[] parts = artifact.split(":");
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
        .formatted((Object[]) parts);
  }
}
