package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.report.Examples;
import org.opponency.report.Examples.RunAccuracy;
import org.opponency.report.Figures;
import org.opponency.study.networks.Scale;

class VerifyTest {
  @TempDir private Path folder;

  @Test
  void crateIsMadeAndVerifiedUntilSomethingChanges() throws IOException {
    Figures.accuracy(Examples.accuracy(Scale.SMOKE, List.of(new RunAccuracy(1, 0, 0.5, false))))
        .save(folder);
    Shell crate = Shell.run("crate", folder.toString());
    assertThat(crate.err()).isEmpty();
    assertThat(crate.status()).isEqualTo(0);
    assertThat(crate.out()).contains("ro-crate-metadata.json: 8 files described");

    Shell sound = Shell.run("verify", folder.toString());
    assertThat(sound.err()).isEmpty();
    assertThat(sound.status()).isEqualTo(0);
    assertThat(sound.out()).containsMatch("8 files +holds +their digests are those described");
    assertThat(sound.out()).contains("0 does not hold");

    Files.writeString(folder.resolve("figure-05-accuracy.svg"), "<svg/>");
    Shell changed = Shell.run("verify", folder.resolve("ro-crate-metadata.json").toString());
    assertThat(changed.status()).isEqualTo(1);
    assertThat(changed.out()).containsMatch("figure-05-accuracy.svg +does not hold +has changed");
  }

  @Test
  void badInputIsNamed() {
    Path absent = folder.resolve("absent");
    for (String command : List.of("crate", "verify")) {
      Shell refusal = Shell.run(command, absent.toString());
      assertThat(refusal.status()).isEqualTo(2);
      assertThat(refusal.err()).contains("Expected a folder of figures, got " + absent);
      assertThat(Shell.run(command).status()).isEqualTo(2);
      Shell empty = Shell.run(command, folder.toString());
      assertThat(empty.status()).isEqualTo(2);
      assertThat(empty.err()).contains("Expected figures in " + folder);
    }
  }
}
