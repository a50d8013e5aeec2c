package org.opponency.study.analysis;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.io.Progress;
import org.opponency.study.Photographs;
import org.opponency.study.Study;
import org.opponency.study.networks.Scale;
import org.opponency.study.networks.StudyData;
import org.opponency.study.results.ColourResults;
import org.opponency.study.results.ColourTrial;

class ColourExperimentTest {
  private static final ColourExperiment.Size TINY = new ColourExperiment.Size(1, 7, 1, 1);

  @TempDir private Path home;

  @Test
  void measuresACellOfEveryWorldAndGoesOnWhereItWas() {
    List<Progress> told = new ArrayList<>();
    Study study = Study.of(Scale.SMOKE, home, Optional.empty(), 32).reporting(told::add);
    ColourResults first = new ColourExperiment(study, TINY).run();
    assertThat(first.trials()).hasSize(2 * ColourExperiment.STEPS.size());
    List<Double> shares =
        first.trials().stream()
            .filter(ColourTrial::normalised)
            .map(ColourTrial::luminanceShare)
            .toList();
    assertThat(shares).isInStrictOrder();
    assertThat(steps(told)).isAtLeast(first.trials().size());
    assertThat(first.provenance().data().digest())
        .isEqualTo(
            StudyData.orchard().with(ColourExperiment.STEPS.get(0).overlap()).train(7).digest());
    assertThat(study.store().origins()).isEmpty(); // those of the study's other numbers
    for (ColourTrial trial : first.trials()) {
      assertThat(trial.luminanceWeight()).isGreaterThan(0.0);
      assertThat(trial.luminanceWeight()).isLessThan(1.0);
    }

    told.clear();
    ColourResults again = new ColourExperiment(study, TINY).run();
    assertThat(again.trials()).isEqualTo(first.trials());
    assertThat(steps(told)).isEqualTo(0); // read back, not trained anew
  }

  @Test
  void photographsAreRefused() throws IOException {
    Path data = Photographs.tree(home.resolve("fruit"), 1, 1);
    Study photographs = Study.of(Scale.SMOKE, home, Optional.of(data), 10);
    var refusal = assertThrows(IllegalStateException.class, photographs::colourExperiment);
    assertThat(refusal)
        .hasMessageThat()
        .isEqualTo("Worlds of other colours exist for Orchard only, not for fruit 10 px");
  }

  /** Steps of training that a listener heard of. */
  private static long steps(List<Progress> told) {
    return told.stream()
        .filter(one -> one.what().equals("training") && one.detail().contains("loss"))
        .count();
  }
}
