package org.opponency.study.analysis;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.attacks.AdversarialPicture;
import org.opponency.attacks.Mode;
import org.opponency.attacks.RobustAccuracy;
import org.opponency.io.Progress;
import org.opponency.models.VisionModel;
import org.opponency.study.Study;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Scale;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.results.Cifar10Results;
import org.opponency.study.results.RobustnessResults;
import org.opponency.study.store.ResultStore;
import org.opponency.study.store.RobustnessCache;

class RobustnessStudyTest {
  @TempDir private static Path home;
  private static Study study;
  private static RobustnessStudy robustness;
  private static List<ModelRun> models;
  private static RobustnessResults worst;
  private static List<Path> parts;

  @BeforeAll
  static void attack() throws IOException {
    study = Study.of(Scale.SMOKE, home, Optional.empty(), 32);
    robustness = new RobustnessStudy(study);
    models = study.models(1);
    worst = robustness.worstCase(models);
    try (Stream<Path> files = Files.walk(home.resolve("results/smoke/kept/robustness"))) {
      parts = files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  @Test
  void thereIsAPointANetworkAndEpsilon() {
    assertThat(worst.rows()).hasSize(4);
    for (var row : worst.rows()) {
      assertThat(row.network().model()).isEqualTo("width 1, run 0");
      assertThat(row.value().images()).isEqualTo(8);
      assertThat(row.value().attack()).isEqualTo(AccuracyUnderAttack.WORST_CASE);
    }
    assertThat(worst.rows().stream().map(row -> row.value().epsilon()))
        .containsExactly(0.0, 0.003, 0.03, 0.3)
        .inOrder();
  }

  @Test
  void picturesAreOfDifferentClasses() {
    var pictures = robustness.pictures();
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      labels.add(pictures.label(i));
    }
    assertThat(labels).containsNoDuplicates();
    assertThat(labels).hasSize(8);
  }

  @Test
  void secondCallReadsBackWithoutAnAttack() {
    List<Progress> told = new ArrayList<>();
    var again = new RobustnessStudy(study.reporting(told::add)).worstCase(models);
    assertThat(again.networks()).isEqualTo(worst.networks());
    assertThat(told.stream().map(Progress::what)).containsExactly(StudyNetworks.MEASURING);
  }

  /** As if the process had been killed while the last batches were not there yet. */
  @Test
  void aStoppedRunGoesOnToTheSameBits() throws IOException {
    List<byte[]> before = new ArrayList<>();
    for (Path part : parts) {
      before.add(Files.readAllBytes(part));
    }
    for (Path part : parts.subList(parts.size() / 2, parts.size())) {
      Files.delete(part);
    }
    List<Progress> told = new ArrayList<>();
    var again = new RobustnessStudy(study.reporting(told::add)).worstCase(models);
    assertThat(again.networks()).isEqualTo(worst.networks());
    assertThat(told).hasSize(parts.size() - parts.size() / 2 + models.size());
    assertThat(told.get(0).what()).isEqualTo("attacking");
    assertThat(told.get(told.size() - 1).finished()).isTrue();
    assertThat(told.get(0).detail()).contains("of 8 images broken");
    for (int i = 0; i < parts.size(); i++) {
      assertThat(Files.readAllBytes(parts.get(i))).isEqualTo(before.get(i));
    }
  }

  /** Memory holds half of a batch, as an error says once; after that nobody tries a whole one. */
  @Test
  void whatSmallerBatchesGaveIsReadBack(@TempDir Path folder) {
    List<Progress> told = new ArrayList<>();
    Consumer<Progress> narrow =
        step -> {
          told.add(step);
          if (told.size() == 1) {
            throw new OutOfMemoryError("Java heap space");
          }
        };
    RobustAccuracy first = attacked(folder, narrow);
    assertThat(first.protocol().batchSize()).isEqualTo(16);
    assertThat(told.get(1).note()).startsWith("a: A batch of 32 images does not fit into memory");
    told.clear();
    assertThat(attacked(folder, told::add).outcomes()).isEqualTo(first.outcomes());
    assertThat(told).isEmpty();
  }

  private static RobustAccuracy attacked(Path folder, Consumer<Progress> progress) {
    try (VisionModel vision = study.open(models.get(0))) {
      return new RobustnessCache(new ResultStore(folder), progress)
          .of(
              "a",
              vision,
              robustness.pictures(),
              study.data().preprocessing(),
              RobustnessStudy.protocol(Scale.SMOKE, Mode.WORST_CASE));
    }
  }

  @Test
  void singleAttacksBringTheirHealth() {
    var single = robustness.singleAttacks(models);
    assertThat(single.rows()).hasSize(6 * 4);
    assertThat(single.health()).hasSize(6);
    assertThat(single.provenance().protocol()).contains("mode=FULL");
    for (var row : single.rows().subList(20, 24)) {
      assertThat(worst.rows()).contains(row);
    }
  }

  @Test
  void adversarialPicturesComeEpsilonByEpsilon() {
    List<AdversarialPicture> pictures = robustness.adversarialPictures(models.get(0), 2).pictures();
    assertThat(pictures.stream().map(AdversarialPicture::epsilon))
        .containsExactly(0.003, 0.003, 0.03, 0.03, 0.1, 0.1)
        .inOrder();
  }

  @Test
  void robustAccuracyIsTheMeanOverAllPerturbations() {
    List<AccuracyUnderAttack> curve = new ArrayList<>();
    double[] accuracy = {0.9, 0.6, 0.1};
    for (int e = 0; e < 3; e++) {
      curve.add(new AccuracyUnderAttack("worst case", e * 0.1, 10, accuracy[e]));
    }
    assertThat(RobustnessResults.overBudgets(curve)).isWithin(1e-12).of(0.35); // not epsilon 0
    assertThat(RobustnessResults.relativeToClean(curve)).isWithin(1e-12).of(0.35 / 0.9);
    assertThat(Cifar10Results.at(0.1, curve)).isEqualTo(0.6);
    assertThat(Cifar10Results.at(0.3, curve)).isNaN();
  }

  @Test
  void staleResultsAreRefused() throws IOException {
    Path part = parts.get(0);
    byte[] good = Files.readAllBytes(part);
    String version = "\"version\":" + RobustAccuracy.VERSION;
    Files.writeString(part, Files.readString(part).replace(version, "\"version\":0"));
    var error = assertThrows(IllegalStateException.class, () -> robustness.worstCase(models));
    assertThat(error).hasMessageThat().contains("is stale");
    Files.write(part, good);
  }
}
