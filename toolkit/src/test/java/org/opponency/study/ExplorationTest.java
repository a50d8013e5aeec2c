package org.opponency.study;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.Normalisation;
import org.opponency.images.SmallFiles;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.weights.Safetensors;
import org.opponency.study.networks.Scale;
import org.opponency.study.networks.StudyData;

/** A user's model and pictures, named by variables. */
class ExplorationTest {
  @TempDir private Path folder;
  private final Map<String, String> variables = new HashMap<>();
  private Study study;

  @BeforeEach
  void prepare() throws IOException {
    study = Study.of(Scale.SMOKE, folder, Optional.empty(), 32);
    Path weights = folder.resolve("mine.safetensors");
    Architecture architecture = Architecture.thin(2, 3, 32).withoutRetina();
    try (Network network = Network.initialise(architecture, 0)) {
      Map<String, String> metadata = Map.of(Checkpoint.IMAGE_SIZE, "32");
      new Safetensors(network.state(), metadata).write(weights);
    }
    for (String name : List.of("cat", "dog", "owl")) {
      SmallFiles.png(folder.resolve("pictures/" + name + "/1.png"), 32, 32, 0x335577);
    }
    variables.put("OPPONENCY_MODEL", weights.toString());
    variables.put("OPPONENCY_PICTURES", folder.resolve("pictures").toString());
  }

  @Test
  void classesAreThePicturesOwnWhereTheyAreAsMany() {
    Exploration mine = Exploration.of(study, variables);
    try (var model = mine.model()) {
      assertThat(mine.name()).isEqualTo("mine.safetensors");
      assertThat(mine.classes().labels()).containsExactly("cat", "dog", "owl").inOrder();
      assertThat(mine.images().size()).isEqualTo(3);
      assertThat(mine.stimuli()).isEmpty();
      assertThat(model.architecture().normalisation()).isEqualTo(Normalisation.IMAGENET);
    }
  }

  @Test
  void aListGivesTheirOrder() throws IOException {
    Path list = folder.resolve("classes.txt");
    Files.writeString(list, "owl\ndog\ncat\n");
    variables.put("OPPONENCY_CLASSES", list.toString());
    variables.put("OPPONENCY_MODEL_PIXELS", "as-is");
    Exploration mine = Exploration.of(study, variables);
    try (var model = mine.model()) {
      assertThat(mine.images().label(0)).isEqualTo(2); // cat
      assertThat(model.architecture().normalisation()).isEqualTo(Normalisation.NONE);
    }
    Files.writeString(list, "owl\ndog\n");
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> Exploration.of(study, variables));
    assertThat(refusal).hasMessageThat().contains("Expected names of 3 classes in " + list);
  }

  /** The example knows fruits; a study of photographs has others. */
  @Test
  void theExampleSeesFruitsWhateverTheStudyIsOf() throws IOException {
    Path example = Path.of("toolkit/src/test/resources/org/opponency/models/golden/torchscript.pt");
    Files.createDirectories(folder.resolve(example).getParent());
    try (var golden =
        getClass().getResourceAsStream("/org/opponency/models/golden/torchscript.pt")) {
      Files.copy(golden, folder.resolve(example));
    }
    for (String part : List.of("train", "val")) {
      for (String name : List.of("cat", "dog")) {
        SmallFiles.png(folder.resolve("pets/" + part + "/" + name + "/1.png"), 32, 32, 0x335577);
      }
    }
    Study pets = Study.of(Scale.SMOKE, folder, Optional.of(folder.resolve("pets")), 32);
    Exploration mine = Exploration.of(pets, Map.of());
    try (var model = mine.model()) {
      assertThat(mine.images().classes()).hasSize(model.classes());
      assertThat(mine.images().classes()).contains("lemon");
      assertThat(mine.stimuli().orElseThrow().digest())
          .isEqualTo(StudyData.orchard().cueConflict(1).digest());
    }
  }

  @Test
  void classesThatAreNotAsManyAreTold() {
    variables.remove("OPPONENCY_PICTURES");
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> Exploration.of(study, variables));
    assertThat(refusal).hasMessageThat().contains("each of 3 logits, got 10 classes");
    assertThat(refusal).hasMessageThat().contains("OPPONENCY_CLASSES");
  }
}
