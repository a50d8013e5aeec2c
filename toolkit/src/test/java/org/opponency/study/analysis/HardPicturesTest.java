package org.opponency.study.analysis;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.evaluation.Prediction;
import org.opponency.images.ImageSet;
import org.opponency.orchard.Orchard;
import org.opponency.study.Study;
import org.opponency.study.networks.Scale;

class HardPicturesTest {
  private static final ImageSet CANDIDATES = Orchard.ofSize(32).hardCandidates(2);

  private static Prediction prediction(int index, int decision) {
    return new Prediction(
        CANDIDATES.id(index), CANDIDATES.label(index), List.of(decision), List.of(1.0));
  }

  @Test
  void keepsWhatTheReferenceGetsWrong() {
    // The reference says "class 0" to everything: only class 0 is right.
    var predictions =
        IntStream.range(0, CANDIDATES.size()).mapToObj(i -> prediction(i, 0)).toList();
    var hard = HardPictures.select(CANDIDATES, predictions, 1);
    assertThat(IntStream.range(0, hard.size()).map(hard::label).boxed().toList())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9)
        .inOrder();
  }

  @Test
  void refusesMissingPredictions() {
    var failure =
        assertThrows(
            IllegalArgumentException.class,
            () -> HardPictures.select(CANDIDATES, List.of(prediction(0, 0)), 1));
    assertThat(failure).hasMessageThat().contains("20 candidates, got 1");
  }

  @Test
  void aStudyFiltersWithANetworkThatIsNotUnderTest(@TempDir Path home) {
    var study = Study.of(Scale.SMOKE, home, Optional.empty(), 32);
    var hard = new NaturalAdversarialAnalysis(study).images();
    assertThat(hard.size()).isGreaterThan(0);
    assertThat(hard.size()).isAtMost(100);
    assertThat(study.hardPictureFilter(0).run()).isEqualTo(1000);
    assertThat(study.hardPictureFilter(1).width()).isEqualTo(1);
  }

  /**
   * Every mistake of the filter is its own, so it agrees with itself throughout, and is never
   * right.
   */
  @Test
  void theFilterAgreesWithItself(@TempDir Path home) {
    var study = Study.of(Scale.SMOKE, home, Optional.empty(), 32);
    var tight =
        new NaturalAdversarialAnalysis(study).hardForTight(List.of(study.hardPictureFilter(1)));
    assertThat(tight.all().agreementWithFilter().rows().get(0).value()).isEqualTo(1);
    assertThat(tight.networks().get(0).value().accuracy()).isEqualTo(0);
  }
}
