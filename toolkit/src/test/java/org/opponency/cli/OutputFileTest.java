package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** None of these commands comes as far as to miss its weights or images. */
class OutputFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"census", "attack", "pack", "super-stimulus"})
  void whatIsNoPlainFileIsRefusedBeforeTheWork(String command) throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    Path link = Files.createSymbolicLink(folder.resolve("link"), precious);
    assertRefused(command, link, "which is a link");
    assertRefused(command, folder, "which is a folder");
    assertRefused(command, Path.of("/dev/null"), "which is a device");
    assertRefused(command, precious.resolve("deeper.csv"), "Expected --out to lead to a folder");
    assertThat(Files.readString(precious)).isEqualTo("mine");
    assertThat(Files.isSymbolicLink(link)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"census", "attack", "pack", "super-stimulus"})
  void folderIsMade(String command) {
    Path out = folder.resolve("some/where/new");
    assertThat(run(command, out).err()).contains("absent");
    assertThat(Files.isDirectory(out.getParent())).isTrue();
  }

  private void assertRefused(String command, Path out, String words) {
    Shell shell = run(command, out);
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains(words);
    assertThat(shell.err()).doesNotContain("absent");
  }

  private Shell run(String command, Path out) {
    String to = "--out=" + out;
    String absent = folder.resolve("absent").toString();
    return switch (command) {
      case "pack" -> Shell.run(command, "--images=" + absent, "--size=8", to);
      case "attack" -> Shell.run(command, "--weights=" + absent, "--images=" + absent, to);
      case "census" -> Shell.run(command, "--weights=" + absent, to);
      default -> Shell.run(command, "--weights=" + absent, "--class=1", to);
    };
  }
}
