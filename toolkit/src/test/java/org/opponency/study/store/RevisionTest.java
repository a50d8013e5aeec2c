package org.opponency.study.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.study.store.Revision.Tree;

class RevisionTest {
  @TempDir Path folder;

  @BeforeEach
  void commitAFile() throws Exception {
    assumeTrue(git("init", "--quiet") == 0, "needs git");
    Files.createDirectory(folder.resolve("toolkit"));
    Files.writeString(folder.resolve("toolkit/Code.java"), "class Code {}");
    git("add", ".");
    git("-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "--quiet", "-m", "Begin");
  }

  @Test
  void committedTreeIsCleanSeenFromAFolderBelow() {
    Revision revision = Revision.of(folder.resolve("toolkit"));
    assertThat(revision.hash()).matches("[0-9a-f]{40}");
    assertThat(revision.tree()).isEqualTo(Tree.CLEAN);
    assertThat(revision.brief()).isEqualTo(revision.hash().substring(0, 7));
  }

  @Test
  void editedCodeIsAChange() throws IOException {
    Files.writeString(folder.resolve("toolkit/Code.java"), "class Code { int more; }");
    Revision revision = Revision.of(folder.resolve("toolkit/Code.java"));
    assertThat(revision.tree()).isEqualTo(Tree.CHANGED);
    assertThat(revision.brief()).endsWith("+");
  }

  @Test
  void whatARunWritesIsNoChange() throws IOException {
    for (String output : List.of("notebooks", "figures")) {
      Files.createDirectory(folder.resolve(output));
      Files.writeString(folder.resolve(output).resolve("new"), "output");
    }
    Files.writeString(folder.resolve("README.md"), "the ledger's table");
    assertThat(Revision.of(folder.resolve("toolkit")).tree()).isEqualTo(Tree.CLEAN);
  }

  /** A commit that is made later is of code that did not run. */
  @Test
  void theToolkitsIsFoundOutOnce() {
    assertThat(Revision.ofToolkit()).isSameInstanceAs(Revision.ofToolkit());
  }

  @Test
  void outsideARepositoryNothingIsKnown(@TempDir Path elsewhere) {
    assertThat(Revision.of(elsewhere)).isEqualTo(Revision.UNKNOWN);
    assertThat(Revision.UNKNOWN.brief()).isEqualTo("unknown");
  }

  private int git(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
      // Neither signatures nor hooks that somebody has set for all repositories.
      builder
          .environment()
          .putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"));
      return builder.start().waitFor();
    } catch (IOException noGit) {
      return -1;
    }
  }
}
