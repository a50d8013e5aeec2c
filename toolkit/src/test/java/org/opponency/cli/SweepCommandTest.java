package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.study.Photographs;

/** At the scale of the environment, looking only: what units do is tested beside them. */
class SweepCommandTest {
  @Test
  void listHasEveryUnitUnderItsNumber() {
    Shell shell = Shell.run("sweep", "--list");
    assertThat(shell.status()).isEqualTo(0);
    assertThat(shell.out()).containsMatch("(?m)^ +2  train width 1, run \\d +\\w+$");
    assertThat(shell.out()).contains("measure no retina, run 0");
    assertThat(shell.out()).contains("attack width 32, run 0");
  }

  @Test
  void statusCounts() {
    Shell shell = Shell.run("sweep", "--status");
    assertThat(shell.status()).isEqualTo(0);
    assertThat(shell.out())
        .containsMatch("\\d+ units: \\d+ done, \\d+ running, \\d+ failed, \\d+ waiting");
  }

  @Test
  void unknownUnitIsTheCallersFault() {
    Shell shell = Shell.run("sweep", "--unit", "9999");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).containsMatch("Expected a unit from 0 to \\d+, got 9999; --list shows");
  }

  @Test
  void exactlyOneThingIsDone() {
    assertThat(Shell.run("sweep").status()).isEqualTo(2);
    assertThat(Shell.run("sweep", "--list", "--unit", "3").status()).isEqualTo(2);
    assertThat(Shell.run("sweep", "--unit", "three").err()).contains("'three' is not an int");
  }

  @Test
  void theReadingOfATarFileIsTold(@TempDir Path home) throws Exception {
    Path data = Photographs.tree(home.resolve("fruit"), 1, 1);
    Path train = Files.move(data.resolve("train"), home.resolve("train"));
    Path tar = data.resolve("ILSVRC2012_img_train.tar");
    try (var out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
      for (String name : List.of("fig/0.png", "lime/0.png")) {
        byte[] picture = Files.readAllBytes(train.resolve(name));
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(picture.length);
        out.putArchiveEntry(entry);
        out.write(picture);
        out.closeArchiveEntry();
      }
    }
    Shell shell =
        Shell.run(
            Map.of(
                "OPPONENCY_SCALE", "smoke",
                "OPPONENCY_HOME", home.toString(),
                "OPPONENCY_DATA", data.toString()),
            "sweep",
            "--list");
    assertThat(shell.status()).isEqualTo(0);
    assertThat(shell.err()).contains("reading " + tar.getFileName());
  }

  @Test
  void helpGivesWhatIsMergedAndTheExitCodes() {
    String help = Shell.run("sweep", "--help").out();
    assertThat(help.replaceAll("\\s+", " "))
        .contains("compute what no unit does (receptive fields, linearity)");
    assertThat(help).contains("another worker holds the unit");
    assertThat(help).containsMatch("75 +stopped by SIGTERM");
  }
}
