package org.opponency.archive;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.claims.Evidence;
import org.opponency.models.LayerSummary;
import org.opponency.report.Examples;
import org.opponency.report.Figures;
import org.opponency.study.networks.Scale;

class VerificationTest {
  private static final int FLIPS = 1000;

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void makeACrate() throws IOException {
    folder = SmallCrate.in(Files.createDirectory(temporary.resolve("figures")));
  }

  @Test
  void soundCrateHolds() throws IOException {
    Verification whole = Verification.of(folder);
    assertThat(whole.passed()).isTrue();
    assertThat(failed(whole)).isEmpty();
    assertThat(row(whole, "top-1 accuracy").verdict()).isEqualTo(Verified.HOLDS);
    assertThat(row(whole, "figure-05-accuracy.csv, top1").verdict()).isEqualTo(Verified.HOLDS);
    assertThat(row(whole, "claim 1: ").verdict()).isEqualTo(Verified.HOLDS);
    assertThat(whole.summary()).contains(", 0 does not hold, 0 cannot be checked");
  }

  @Test
  void figureOfNoDataMayBeOfAnotherScale() throws IOException {
    var layers = List.of(new LayerSummary("fc", "Linear", new long[] {10}, 330));
    Figures.architecture(Examples.grey(8, 8, 9), layers, 330, Examples.provenance(Scale.LAPTOP))
        .save(folder);
    Crate.write(folder);
    Verification whole = Verification.of(folder);
    assertThat(failed(whole)).isEmpty();
    assertThat(row(whole, "claim 1: ").verdict()).isEqualTo(Verified.HOLDS);
  }

  @Test
  void thousandFlippedBitsAreFoundAndLocated() throws IOException {
    var random = new SplittableRandom(17);
    List<String> paths = new ArrayList<>(KeptFile.in(folder).stream().map(KeptFile::path).toList());
    paths.add(Crate.METADATA);
    for (int flip = 0; flip < FLIPS; flip++) {
      String path = paths.get(flip % paths.size());
      Path file = folder.resolve(path);
      byte[] sound = Files.readAllBytes(file);
      byte[] flipped = sound.clone();
      int place = random.nextInt(flipped.length);
      flipped[place] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      Files.write(file, flipped);
      assertWithMessage("flip %s in byte %s of %s", flip, place, path)
          .that(failed(Verification.ofDigests(folder)))
          .containsExactly(path);
      Files.write(file, sound);
    }
    assertThat(Verification.ofDigests(folder).passed()).isTrue();
  }

  @Test
  void missingAndForeignFilesAreNamed() throws IOException {
    Files.delete(folder.resolve("figure-05-accuracy.svg"));
    Files.writeString(folder.resolve("new.txt"), "?");
    Verification digests = Verification.ofDigests(folder);
    assertThat(failed(digests)).containsExactly("figure-05-accuracy.svg", "new.txt");
    assertThat(row(digests, "figure-05-accuracy.svg").detail()).isEqualTo("is missing");
    assertThat(row(digests, "new.txt").detail()).contains("is not described");
    Files.delete(folder.resolve(Crate.METADATA));
    assertThat(failed(Verification.ofDigests(folder))).containsExactly(Crate.METADATA);
  }

  @Test
  void damagedDescriptionAccusesNobodyElse() throws IOException {
    Path metadata = folder.resolve(Crate.METADATA);
    String text = Files.readString(metadata);
    int digest = text.indexOf("\"sha256\"", text.indexOf("cards/no-retina.md\",\n      \"@type\""));
    char old = text.charAt(digest + 12);
    Files.writeString(
        metadata,
        text.substring(0, digest + 12) + (old == '0' ? '1' : '0') + text.substring(digest + 13));
    Verification digests = Verification.ofDigests(folder);
    assertThat(failed(digests)).containsExactly(Crate.METADATA);
    assertThat(row(digests, "cards/no-retina.md").verdict()).isEqualTo(Verified.UNCHECKED);
  }

  @Test
  void changedNumberIsFoundThoughTheDigestsAreMadeAnew() throws IOException {
    replace("figure-05-accuracy.csv", "0.64,", "0.65,");
    Crate.write(folder);
    assertThat(Verification.ofDigests(folder).passed()).isTrue();
    List<Verified> quantities = NumberChecks.quantities(folder, SmallCrate.EVIDENCE);
    assertThat(quantities.get(0).verdict()).isEqualTo(Verified.FAILS);
    assertThat(quantities.get(0).detail()).contains("0.65, kept 0.64");
    var intervals = NumberChecks.intervals(folder, FigureNote.in(folder));
    assertThat(intervals.get(0).verdict()).isEqualTo(Verified.FAILS);
    assertThat(intervals.get(0).detail()).contains("0.65 of 100 images has [");
  }

  @Test
  void changedVerdictIsFoundClaimByClaim() throws IOException {
    replace("claims.csv", ",same direction,", ",opposite,");
    Crate.write(folder);
    List<Verified> claims = NumberChecks.claims(folder, SmallCrate.EVIDENCE);
    var wrong = claims.stream().filter(Verified::failed).toList();
    assertThat(wrong).hasSize(1);
    assertThat(wrong.get(0).detail())
        .contains("erdict: kept \"opposite\", reckoned \"same direction\"");
  }

  @Test
  void changedPowerIsFound() throws IOException {
    replace("claims.csv", ",decided", ",\"9 networks, 6 more\"");
    List<Verified> claims = NumberChecks.claims(folder, SmallCrate.EVIDENCE);
    var wrong = claims.stream().filter(Verified::failed).toList();
    assertThat(wrong).hasSize(1);
    assertThat(wrong.get(0).detail())
        .isEqualTo("power: kept \"9 networks, 6 more\", reckoned \"decided\"");
  }

  @Test
  void claimsWithoutKeptNumbersCannotBeChecked() {
    List<Verified> claims = NumberChecks.claims(folder, Evidence.none(Scale.LAPTOP));
    assertThat(
            claims.stream()
                .filter(claim -> claim.what().contains("Widths of 4 and more"))
                .map(Verified::verdict)
                .toList())
        .containsExactly(Verified.UNCHECKED);
    assertThat(claims.stream().noneMatch(Verified::failed)).isTrue();
  }

  @Test
  void figureMustHaveItsFilesAndColumns() throws IOException {
    Files.delete(folder.resolve("figure-05-accuracy.png"));
    replace("figure-05-accuracy.csv", "top5,", "best5,");
    var figures = FileChecks.figures(folder, FigureNote.in(folder));
    assertThat(figures.stream().map(Verified::what).toList())
        .containsExactly("figure-05-accuracy.png", "figure-05-accuracy.csv");
  }

  @Test
  void unreadableTableIsAFindingNotTheEnd() throws IOException {
    replace(Evidence.FILE, "0.64", "a lot");
    Verification whole = Verification.of(folder);
    assertThat(failed(whole)).containsExactly(Evidence.FILE, Evidence.FILE);
    Files.writeString(folder.resolve("other.json"), "{}");
    assertThat(failed(Verification.of(folder)))
        .containsExactly(Evidence.FILE, "other.json", "figures");
  }

  @Test
  void damagedProvenanceIsAFindingNotTheEnd() throws IOException {
    replace("figure-05-accuracy.json", "\"scale\": \"laptop\"", "\"scale\": {}");
    assertThat(failed(Verification.of(folder)))
        .containsExactly("figure-05-accuracy.json", "figures");
  }

  @Test
  void zippedCrateIsVerifiedInPlace() throws IOException {
    Path zip = zip("crate.zip", "");
    replace("figure-05-accuracy.json", "Accuracy", "Precision");
    Path damaged = zip("damaged.zip", "crate/");
    assertThat(Verification.of(zip).passed()).isTrue();
    assertThat(failed(Verification.of(damaged))).containsExactly("figure-05-accuracy.json");
  }

  private Path zip(String name, String prefix) throws IOException {
    Path zip = temporary.resolve(name);
    try (OutputStream out = Files.newOutputStream(zip);
        var entries = new ZipOutputStream(out)) {
      List<String> paths =
          new ArrayList<>(KeptFile.in(folder).stream().map(KeptFile::path).toList());
      paths.add(Crate.METADATA);
      for (String path : paths) {
        entries.putNextEntry(new ZipEntry(prefix + path));
        Files.copy(folder.resolve(path), entries);
      }
    }
    return zip;
  }

  @Test
  void whatIsNoCrateIsRefused() throws IOException {
    Path text = Files.writeString(temporary.resolve("notes.txt"), "no zip");
    for (Path none : List.of(text, temporary.resolve("absent"))) {
      var refusal = assertThrows(IllegalArgumentException.class, () -> Verification.of(none));
      assertThat(refusal).hasMessageThat().contains(none.toString());
    }
    Path bare = Files.createDirectory(temporary.resolve("bare"));
    var none = assertThrows(IllegalArgumentException.class, () -> Verification.of(bare));
    assertThat(none).hasMessageThat().contains("Expected figures in " + bare);
    Path empty = temporary.resolve("empty.zip");
    try (var entries = new ZipOutputStream(Files.newOutputStream(empty))) {
      entries.putNextEntry(new ZipEntry("a.txt"));
    }
    var refusal = assertThrows(IllegalArgumentException.class, () -> Verification.of(empty));
    assertThat(refusal).hasMessageThat().contains("Expected a ro-crate-metadata.json in");
  }

  private void replace(String name, String old, String other) throws IOException {
    Path file = folder.resolve(name);
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replaceFirst(old, other));
  }

  private static List<String> failed(Verification verification) {
    return verification.rows().stream().filter(Verified::failed).map(Verified::what).toList();
  }

  private static Verified row(Verification verification, String start) {
    return verification.rows().stream()
        .filter(row -> row.what().startsWith(start))
        .findFirst()
        .orElseThrow();
  }
}
