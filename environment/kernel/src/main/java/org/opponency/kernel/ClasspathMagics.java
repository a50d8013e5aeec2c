package org.opponency.kernel;

import static org.opponency.kernel.Text.format;

import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagic;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The magics that add to the classpath; each gives the paths that it added. */
public final class ClasspathMagics {
  private final Consumer<String> classpath;
  private final MavenResolver maven;

  ClasspathMagics(Consumer<String> classpath, MavenResolver maven) {
    this.classpath = classpath;
    this.maven = maven;
  }

  /** Adds jars and folders of classes, named by paths or globs. */
  @LineMagic
  public List<String> classpath(List<String> globs) throws IOException {
    List<Path> paths = new ArrayList<>();
    for (String glob : required("path or glob", globs)) {
      Globs.matches(glob).forEach(paths::add);
    }
    return add(paths);
  }

  /** Adds jars, named by paths or globs. */
  @LineMagic
  public List<String> jars(List<String> globs) throws IOException {
    List<Path> paths = new ArrayList<>();
    for (String glob : required("path or glob", globs)) {
      for (Path path : Globs.matches(glob)) {
        if (!Files.isDirectory(path)) {
          paths.add(path);
        }
      }
    }
    return add(paths);
  }

  /** Adds artifacts and what they depend on. */
  @LineMagic(aliases = {"addMavenDependency", "addMavenDependencies"})
  public List<String> maven(List<String> artifacts) throws IOException, InterruptedException {
    return add(maven.resolve(required("group:artifact:version", artifacts)));
  }

  /** Looks for artifacts in one more repository. */
  @LineMagic(aliases = "addMavenRepo")
  public void mavenRepo(List<String> nameAndAddress) {
    if (nameAndAddress.size() != 2) {
      throw new IllegalArgumentException(
          "Expected a name and an address, got " + nameAndAddress.size() + " words");
    }
    maven.addRepository(nameAndAddress.get(0), nameAndAddress.get(1));
  }

  /** Adds what a POM depends on, in the scopes named. */
  @LineMagic("loadFromPOM")
  public List<String> loadFromPom(List<String> fileAndScopes)
      throws IOException, InterruptedException {
    Path pom = Path.of(required("path of a POM", fileAndScopes).get(0));
    if (!Files.isRegularFile(pom)) {
      throw new IOException(format("Expected a POM at %s, found no file", pom.toAbsolutePath()));
    }
    return add(maven.resolve(pom, fileAndScopes.subList(1, fileAndScopes.size())));
  }

  /** Adds what a POM, or parts of one, depend on. */
  @CellMagic("loadFromPOM")
  public List<String> loadFromPom(List<String> scopes, String body)
      throws IOException, InterruptedException {
    return add(maven.resolveText(body, scopes));
  }

  private List<String> add(List<Path> paths) {
    List<String> added = paths.stream().map(path -> path.toAbsolutePath().toString()).toList();
    added.forEach(classpath);
    return added;
  }

  private static List<String> required(String what, List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException(format("Expected a %s, got nothing", what));
    }
    return arguments;
  }
}
