package org.opponency.physiology;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.Range;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opponency.io.Csv;
import org.opponency.models.Checkpoint;
import org.opponency.models.VisionModel;
import org.opponency.stimuli.Grating;
import org.opponency.stimuli.Grey;
import org.opponency.stimuli.StimulusSet;

/** Holds a retina that the authors published to what they published of its four cells. */
class PublishedRetinaTest {
  private static final String RETINA_2 = "retina.retina_conv2";
  private static Csv published;
  private static VisionModel vision;

  @BeforeAll
  static void read() throws Exception {
    published = Csv.read(file("cells_4_2_0.csv"));
    vision = VisionModel.of(Checkpoint.read(file("retina_4_2_0.pt")).network());
  }

  @AfterAll
  static void close() {
    vision.close();
  }

  @Test
  void huesGiveTheirResponses() {
    List<CellOpponency> cells =
        CellOpponency.of(
            vision,
            List.of(RETINA_2),
            OpponencyProtocol.PAPER.withRule(OpponencyRule.AUTHORS_CODE));
    for (int cell = 0; cell < 4; cell++) {
      ColourTuning hues = cells.get(cell).colour();
      assertThat(hues.max()).isWithin(1e-5f).of(number(cell, "hue_max"));
      assertThat(hues.min()).isWithin(1e-5f).of(number(cell, "hue_min"));
      assertThat(hues.baseline()).isWithin(1e-6f).of(number(cell, "hue_baseline"));
      assertThat((float) hues.preferredHue()).isEqualTo(number(cell, "hue_max_at"));
      assertThat((float) hues.antiPreferredHue()).isEqualTo(number(cell, "hue_min_at"));
      assertThat(word(hues.opponency())).isEqualTo(text(cell, "hue_class"));
    }
  }

  @Test
  void publishedGratingsGiveTheirResponsesToAThousandth() {
    List<SpatialTuning> cells = tunings(StimulusSet.publishedGratings(32));
    for (int cell = 0; cell < 4; cell++) {
      SpatialTuning gratings = cells.get(cell);
      assertThat(departure(gratings, cell)).isLessThan(1e-3f);
      assertThat(gratings.min()).isEqualTo(number(cell, "grating_min"));
      assertThat(gratings.baseline()).isWithin(1e-6f).of(number(cell, "grating_baseline"));
      assertIs(gratings.preferred(), cell, "max");
      assertIs(gratings.antiPreferred(), cell, "min");
      assertThat(word(gratings.opponency())).isEqualTo(text(cell, "grating_class"));
    }
  }

  /** What the two kinds of gratings differ in is more than that. */
  @Test
  void sinesMissThemByMore() {
    List<SpatialTuning> cells = tunings(StimulusSet.gratings(32));
    for (int cell = 0; cell < 4; cell++) {
      assertWithMessage("cell " + cell)
          .that(departure(cells.get(cell), cell))
          .isIn(Range.closed(2e-3f, 7e-3f));
    }
  }

  private static List<SpatialTuning> tunings(StimulusSet<Grating> gratings) {
    return SpatialTuning.of(
        Responses.rectified(vision, List.of(RETINA_2), gratings, Grey.BLACK).get(RETINA_2),
        OpponencyRule.CROSSES);
  }

  /** From the published maximum, as a share of it. */
  private static float departure(SpatialTuning tuning, int cell) {
    return Math.abs(tuning.max() / number(cell, "grating_max") - 1);
  }

  private static void assertIs(Grating grating, int cell, String which) {
    assertThat((float) grating.frequency()).isEqualTo(number(cell, which + "_frequency"));
    assertThat((float) grating.orientation()).isEqualTo(number(cell, which + "_theta"));
    assertThat((float) grating.phase()).isEqualTo(number(cell, which + "_phase"));
  }

  private static String word(Opponency opponency) {
    return opponency.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static float number(int cell, String column) {
    return Float.parseFloat(text(cell, column));
  }

  private static String text(int cell, String column) {
    return published.rows().get(cell).get(published.columns().indexOf(column));
  }

  private static Path file(String name) throws URISyntaxException {
    return Path.of(PublishedRetinaTest.class.getResource("published/" + name).toURI());
  }
}
