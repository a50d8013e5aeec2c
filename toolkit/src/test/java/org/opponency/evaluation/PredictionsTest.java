package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.images.Preprocessing;
import org.opponency.images.Unreadable;
import org.opponency.images.orchard.Orchard;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.Vision;

class PredictionsTest {
  @Test
  void ranksTheFiveMostProbableClasses() {
    var prediction =
        Predictions.prediction(
            "a.png", 4, new float[] {0.0625f, 0.5f, 0, 0.125f, 0.25f, 0.03125f, 0.03125f});
    assertThat(prediction.image()).isEqualTo("a.png");
    assertThat(prediction.label()).isEqualTo(4);
    assertThat(prediction.top()).containsExactly(1, 4, 3, 0, 5).inOrder();
    assertThat(prediction.probabilities())
        .containsExactly(0.5, 0.25, 0.125, 0.0625, 0.03125)
        .inOrder();
  }

  @Test
  void equalProbabilitiesRankByClass() {
    var prediction = Predictions.prediction("a.png", 0, new float[] {0.25f, 0.25f, 0.5f});
    assertThat(prediction.top()).containsExactly(2, 0, 1).inOrder();
  }

  @Test
  void rowsFollowTheSetWhateverTheBatches() {
    var images = Orchard.ofSize(32).validation(8); // more than a batch of 64
    assertThat(images.size()).isGreaterThan(64);
    var architecture = Architecture.thin(1, images.classes().size(), 32);
    try (Vision vision = Vision.of(Network.initialise(architecture, 1))) {
      var all = Predictions.of(vision, images, Preprocessing.AS_IS, Unreadable.REFUSE);
      assertThat(all.skipped()).isEmpty();
      assertThat(all.rows()).hasSize(images.size());
      int last = images.size() - 1;
      assertThat(all.rows().get(last).image()).isEqualTo(images.id(last));
      assertThat(all.rows().get(last).label()).isEqualTo(images.label(last));

      var alone =
          Predictions.of(vision, images.subset(last), Preprocessing.AS_IS, Unreadable.REFUSE);
      double together = all.rows().get(last).confidence();
      assertThat(alone.rows().get(0).confidence()).isWithin(1e-5).of(together);
    }
  }

  @Test
  void noImagesGiveNoRows() {
    var images = Orchard.ofSize(32).validation(1);
    var architecture = Architecture.thin(1, images.classes().size(), 32);
    try (Vision vision = Vision.of(Network.initialise(architecture, 1))) {
      var none = Predictions.of(vision, images.first(0), Preprocessing.AS_IS, Unreadable.REFUSE);
      assertThat(none).isEqualTo(new Predictions(List.of(), List.of()));
    }
  }
}
