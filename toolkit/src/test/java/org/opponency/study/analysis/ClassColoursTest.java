package org.opponency.study.analysis;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.ImageSet;
import org.opponency.images.Lab;
import org.opponency.images.batch.ImageTransform;
import org.opponency.orchard.Orchard;
import org.opponency.study.Study;
import org.opponency.study.networks.Scale;

class ClassColoursTest {
  private static final int STRAWBERRY = 1;

  @TempDir private static Path home;

  /** A strawberry is more colourful than the picture that it lies in. */
  @Test
  void fruitsHaveTheColourOfTheirOwnPixels() {
    Study orchard = Study.of(Scale.SMOKE, home, Optional.empty(), 32);
    ImageSet pictures = orchard.data().validation();
    assertThat(pictures.classes().get(STRAWBERRY)).isEqualTo("strawberry");
    List<Lab> own = colours(orchard, SuperStimuli.of(orchard).masks());
    List<Lab> whole = colours(orchard, Optional.empty());
    assertThat(own.get(STRAWBERRY).chroma()).isGreaterThan(1.2 * whole.get(STRAWBERRY).chroma());
    // Masks of other scenes are named alike, picture by picture, but are none of these.
    ImageSet others = Orchard.ofSize(32).validationMasks(50);
    assertThat(others.id(0)).isEqualTo(pictures.id(0));
    assertThat(colours(orchard, Optional.of(others))).isEqualTo(whole);
  }

  private static List<Lab> colours(Study study, Optional<ImageSet> masks) {
    return ClassColours.of(
        study.data().validation(), ImageTransform.of(study.data().preprocessing()), masks);
  }
}
