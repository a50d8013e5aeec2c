package org.opponency.study.laboratory;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.ImageSet;
import org.opponency.images.MissingDataException;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.weights.Safetensors;
import org.opponency.physiology.CellCensus;
import org.opponency.study.ModelRuns;
import org.opponency.study.Photographs;
import org.opponency.study.Study;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Scale;
import org.opponency.study.store.CensusCache;

/** Networks beside people, and under surgery. */
class CausesTest {
  /** A penguin and a dog. */
  private static final List<String> WNIDS = List.of("n02056570", "n02099601");

  @TempDir private Path folder;

  @Test
  void peopleHaveNotSeenOrchard() {
    Study study = ModelRuns.study(folder);
    assertThat(study.hasHumans()).isFalse();
    assertThat(study.missingForHumans().orElseThrow())
        .contains("People have seen photographs, not Orchard's pictures");
    var refusal =
        assertThrows(MissingDataException.class, () -> new HumanAnalysis(study).of(List.of()));
    assertThat(refusal).hasMessageThat().contains("OPPONENCY_DATA");
  }

  @Test
  void networksAreComparedWithThePeopleWhoseDecisionsAreThere() throws IOException {
    for (String wnid : WNIDS) {
      Photographs.write(folder.resolve("train/" + wnid + "/0.png"), 1);
      Photographs.write(folder.resolve("val/" + wnid + "/0.png"), 2);
    }
    for (String name : List.of("bird/bird1-dog1", "dog/dog1-bird2", "dog/dog2-oven1")) {
      Photographs.write(folder.resolve("cue-conflict/" + name + ".png"), name.hashCode());
    }
    Study study = Study.of(Scale.SMOKE, folder, Optional.of(folder), 32);
    assertThat(study.missingForHumans().orElseThrow()).contains("folder cue-conflict-human");
    assertThat(study.missingForHumans().orElseThrow()).contains("data get human-decisions");
    Files.createDirectories(folder.resolve("cue-conflict-human"));
    Files.writeString(
        folder.resolve("cue-conflict-human/cue-conflict_subject-01_session_1.csv"),
        "subj,object_response,imagename\n"
            + "subject-01,bird,0001_a_bird1-dog1.png\n"
            + "subject-01,bird,0002_a_dog1-bird2.png\n"
            + "subject-01,dog,0003_a_dog2-oven1.png\n");
    assertThat(study.hasHumans()).isTrue();
    HumanResults results = new HumanAnalysis(study).of(List.of(untrained()));
    HumanLikeness likeness = results.networks().get(0).value();
    assertThat(likeness.people() + likeness.withoutKappa()).isEqualTo(1);
    // The oven cannot be answered by the network, so it is left out for both.
    assertThat(results.agreement().get(0).consistency().images()).isEqualTo(2);
    assertThat(results.shapeBias().get(0).bias().fraction()).isEqualTo(0.5);
  }

  /** A network for both classes that has learnt nothing. */
  private ModelRun untrained() throws IOException {
    Architecture architecture = Architecture.thin(2, WNIDS.size(), 32);
    Path weights = folder.resolve("network.safetensors");
    try (Network network = Network.initialise(architecture, 1)) {
      new Safetensors(network.state(), Map.of(Checkpoint.IMAGE_SIZE, "32")).write(weights);
    }
    return new ModelRun("width 2, run 0", architecture, 0, 0, false, weights, List.of());
  }

  @Test
  void linearFiltersAreTestedOnPicturesOfAllClasses() {
    Study laptop = Study.of(Scale.LAPTOP, folder, Optional.empty(), 32);
    ImageSet learned = new SurgeryAnalysis(laptop).protocol().learned();
    for (int fold = 0; fold < 5; fold++) {
      int own = fold;
      assertThat(IntStream.range(0, 50).filter(i -> i % 5 == own).map(learned::label).boxed())
          .containsExactlyElementsIn(IntStream.range(0, 10).boxed().toList());
    }
    assertThat(learned.size()).isEqualTo(50);
  }

  /** Two networks that have learnt nothing: all of it runs, is kept and read back. */
  @Test
  void surgeryIsDoneOnceAndKept() throws IOException {
    Study study = ModelRuns.study(folder);
    SurgeryAnalysis analysis = new SurgeryAnalysis(study);
    var models = List.of(ModelRuns.of(folder, 4, 0, false), ModelRuns.of(folder, 4, 1, true));
    SurgeryResults results = analysis.of(models);
    assertThat(results.rows()).hasSize(18);
    assertThat(results.rotation()).isLessThan(1e-6);
    assertThat(results.means()).hasSize(9);
    assertThat(results.means().get(0).networks()).isAtMost(1); // the dead one is left out
    assertThat(results.provenance().data().name()).contains("widths 4, 32");
    assertThat(analysis.of(models).networks()).isEqualTo(results.networks());
    try (Stream<Path> kept = Files.walk(study.store().folder().resolve("surgery"))) {
      Path part = kept.filter(Files::isRegularFile).findFirst().orElseThrow();
      assertThat(Files.readAllLines(part).get(0))
          .contains("cells by census " + CellCensus.VERSION + ", " + CensusCache.PROTOCOL);
    }
  }
}
