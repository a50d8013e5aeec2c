package org.opponency.kernel;

import static org.opponency.kernel.Text.format;

import io.github.spencerpark.jupyter.kernel.util.GlobFinder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.TreeSet;

/** Files named by patterns. */
final class Globs {
  private Globs() {}

  /** The files and folders that a path or glob names, in order; there must be one. */
  static Iterable<Path> matches(String glob) throws IOException {
    TreeSet<Path> paths = new TreeSet<>();
    try {
      new GlobFinder(glob).computeMatchingPaths().forEach(paths::add);
    } catch (NoSuchFileException e) {
      // The folder of the glob is missing: no match either.
    }
    if (paths.isEmpty()) {
      throw new IllegalArgumentException(
          format("Nothing at %s (from %s): check the path", glob, Path.of("").toAbsolutePath()));
    }
    return paths;
  }
}
