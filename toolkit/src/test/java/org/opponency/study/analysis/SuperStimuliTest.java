package org.opponency.study.analysis;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.Lab;
import org.opponency.io.Progress;
import org.opponency.models.VisionModel;
import org.opponency.study.Photographs;
import org.opponency.study.Study;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Scale;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.results.CellPortrait;
import org.opponency.study.results.CellResults;
import org.opponency.study.results.FruitStimulus;
import org.opponency.study.results.SuperStimulusResults;

class SuperStimuliTest {
  private static final int SIZE = 16;

  @TempDir private static Path home;
  private static Study study;
  private static List<ModelRun> models;

  @BeforeAll
  static void train() throws IOException {
    Path data = Photographs.tree(home.resolve("fruit"), 32, 2);
    study = Study.of(Scale.SMOKE, home, Optional.of(data), SIZE);
    models = study.models(2);
  }

  @Test
  void fruitsAreThoseOfFigureThree() {
    Study orchard = Study.of(Scale.SMOKE, home, Optional.empty(), 32);
    assertThat(SuperStimuli.of(orchard).fruits()).hasLength(10);
    // Of the two classes of the photographs one is a fruit.
    assertThat(SuperStimuli.of(study).fruits()).isEqualTo(new int[] {0});
    assertThat(study.data().classes()).isEqualTo(2);
  }

  @Test
  void everyFruitOfEveryModelHasARow() {
    SuperStimulusResults results = SuperStimuli.of(study).ofFruits(models);
    assertThat(results.rows()).hasSize(1);
    assertThat(results.rows().get(0).network()).isEqualTo(models.get(0).id());
    FruitStimulus first = results.stimuli().get(0).value();
    assertThat(first.colour().fruit()).isEqualTo("fig");
    assertThat(first.image().width()).isEqualTo(SIZE);
    assertThat(first.mean()).isEqualTo(Lab.vivid(first.image()));
    assertThat(first.colour().chroma()).isEqualTo(first.mean().chroma());
    try (VisionModel vision = study.open(models.get(0))) {
      float[][] probabilities = vision.probabilities(first.image().pixels(), SIZE, SIZE);
      assertThat(first.colour().probability()).isEqualTo((double) probabilities[0][0]);
    }
  }

  @Test
  void whatWasFoundIsKept() {
    List<Progress> steps = Collections.synchronizedList(new ArrayList<>());
    SuperStimuli first = SuperStimuli.of(study.reporting(steps::add));
    var found = first.ofFruits(models).stimuli();
    assertThat(steps.get(0).what()).isEqualTo("super-stimuli");
    assertThat(steps.get(0).detail()).startsWith("width 2, run 0  ");
    steps.clear();
    assertThat(first.ofFruits(models).stimuli()).isEqualTo(found);
    assertThat(steps.stream().map(Progress::what)).containsExactly(StudyNetworks.MEASURING);
  }

  @Test
  void portraitsHoldEveryCell() {
    String layer = "retina.retina_conv2";
    CellResults cells = SuperStimuli.of(study).portraits(models, layer);
    List<CellPortrait> portraits = cells.networks().get(0).value();
    assertThat(cells.cell(1).value()).isEqualTo(portraits.get(1));
    var refusal = assertThrows(IllegalArgumentException.class, () -> cells.cell(2));
    assertThat(refusal).hasMessageThat().contains("from 0 to 1, got 2");
    assertThat(portraits.stream().map(CellPortrait::cell)).containsExactly(0, 1).inOrder();
    CellPortrait last = portraits.get(1);
    assertThat(last.census().cell()).isEqualTo(1);
    assertThat(last.field().cell()).isEqualTo(1);
    assertThat(last.up().objective()).isEqualTo("cell 1 of " + layer);
    assertThat(last.down().objective()).isEqualTo("-cell 1 of " + layer);
    assertThat(last.up().image().width()).isEqualTo(9);
    assertThat(last.hues()).hasLength(360);
    assertThat(last.greys()).hasLength(101);
    // The curves are those that the classes were read off.
    assertThat(max(last.hues())).isEqualTo(last.census().colour().max());
    assertThat(max(last.greys())).isEqualTo(last.census().luminance().max());
  }

  private static float max(float[] values) {
    float max = values[0];
    for (float value : values) {
      max = Math.max(max, value);
    }
    return max;
  }
}
