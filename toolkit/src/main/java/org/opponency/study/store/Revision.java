package org.opponency.study.store;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opponency.io.Program;

/**
 * The revision of the code that runs. Figures are committed after they were made, so theirs is the
 * parent of the revision that holds them.
 *
 * @param hash the commit in full, or {@code "unknown"}
 * @param tree whether the code differed from that commit
 */
public record Revision(String hash, Tree tree) {
  /** How the working tree stood to its commit. */
  public enum Tree {
    /** As committed. */
    CLEAN,
    /** Edited since. */
    CHANGED,
    /** Not in a repository, or there is no git to ask. */
    UNKNOWN
  }

  /** What is known outside a repository: nothing. */
  public static final Revision UNKNOWN = new Revision("unknown", Tree.UNKNOWN);

  /** Found out once: code that was loaded does not change with its files. */
  private static final class Toolkit {
    private static final Revision REVISION = of(place());
  }

  /** The revision of the toolkit itself, wherever the working directory is. */
  public static Revision ofToolkit() {
    return Toolkit.REVISION;
  }

  private static Path place() {
    try {
      return Path.of(Revision.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The toolkit's own location is not a path", e);
    }
  }

  /**
   * The revision of the repository around a file or folder. Changes in {@code notebooks/}, {@code
   * figures/} and the README do not count: a run writes there itself.
   */
  public static Revision of(Path place) {
    Path folder = Files.isDirectory(place) ? place : place.toAbsolutePath().getParent();
    Optional<String> hash = git(folder, "rev-parse", "HEAD");
    Optional<String> changes =
        git(
            folder,
            "status",
            "--porcelain",
            "--",
            ":(top)",
            ":(top,exclude)notebooks",
            ":(top,exclude)figures",
            ":(top,exclude)README.md");
    if (hash.isEmpty() || changes.isEmpty()) {
      return UNKNOWN;
    }
    return new Revision(hash.get(), changes.get().isEmpty() ? Tree.CLEAN : Tree.CHANGED);
  }

  /** The first seven digits, with a {@code +} where the tree was changed. */
  public String brief() {
    String start = hash.length() > 7 && !equals(UNKNOWN) ? hash.substring(0, 7) : hash;
    return tree == Tree.CHANGED ? start + "+" : start;
  }

  /** What git prints, or nothing where git is missing or says no. */
  private static Optional<String> git(Path folder, String... arguments) {
    var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    return Program.output(command);
  }
}
