package org.opponency.kernel;

import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagic;
import io.github.spencerpark.jupyter.kernel.util.GlobFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The line magics {@code %classpath}, {@code %jars} and {@code %maven}. */
public final class ClasspathMagics {
  private final Consumer<Path> classpath;
  private final MavenResolver maven;

  ClasspathMagics(Consumer<Path> classpath, MavenResolver maven) {
    this.classpath = classpath;
    this.maven = maven;
  }

  /** Adds jars and folders of classes, named by paths or globs. */
  @LineMagic
  public void classpath(List<String> globs) throws IOException {
    for (String glob : required("path or glob", globs)) {
      matches(glob).forEach(classpath);
    }
  }

  /** Adds jars, named by paths or globs. */
  @LineMagic
  public void jars(List<String> globs) throws IOException {
    for (String glob : required("path or glob", globs)) {
      for (Path path : matches(glob)) {
        if (!Files.isDirectory(path)) {
          classpath.accept(path);
        }
      }
    }
  }

  /** Adds artifacts {@code group:artifact:version} and what they depend on. */
  @LineMagic(aliases = {"addMavenDependency", "addMavenDependencies"})
  public void maven(List<String> artifacts) throws IOException, InterruptedException {
    maven.resolve(required("group:artifact:version", artifacts)).forEach(classpath);
  }

  private static List<String> required(String what, List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException("Expected a %s, got nothing".formatted(what));
    }
    return arguments;
  }

  private static Iterable<Path> matches(String glob) throws IOException {
    TreeSet<Path> paths = new TreeSet<>();
    try {
      new GlobFinder(glob).computeMatchingPaths().forEach(paths::add);
    } catch (NoSuchFileException e) {
      // The folder of the glob is missing: no match either.
    }
    if (paths.isEmpty()) {
      throw new IllegalArgumentException(
          "Nothing at %s (from %s): check the path".formatted(glob, Path.of("").toAbsolutePath()));
    }
    return paths;
  }
}
