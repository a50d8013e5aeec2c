package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.images.LabelSpace;
import org.opponency.images.Preprocessing;
import org.opponency.images.Unreadable;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.VisionModel;
import org.opponency.orchard.Orchard;

class PredictionsTest {
  @Test
  void ranksTheFiveMostProbableClasses() {
    var prediction =
        Predictions.prediction(
            "a.png", 4, new double[] {0.0625, 0.5, 0, 0.125, 0.25, 0.03125, 0.03125});
    assertThat(prediction.image()).isEqualTo("a.png");
    assertThat(prediction.label()).isEqualTo(4);
    assertThat(prediction.top()).containsExactly(1, 4, 3, 0, 5).inOrder();
    assertThat(prediction.probabilities())
        .containsExactly(0.5, 0.25, 0.125, 0.0625, 0.03125)
        .inOrder();
  }

  @Test
  void equalProbabilitiesRankByClass() {
    var prediction = Predictions.prediction("a.png", 0, new double[] {0.25, 0.25, 0.5});
    assertThat(prediction.top()).containsExactly(2, 0, 1).inOrder();
  }

  @Test
  void rowsFollowTheSetWhateverTheBatches() {
    var images = Orchard.ofSize(32).validation(8); // more than a batch of 64
    assertThat(images.size()).isGreaterThan(64);
    var architecture = Architecture.thin(1, images.classes().size(), 32);
    try (VisionModel vision = VisionModel.of(Network.initialise(architecture, 1))) {
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
  void answersAmongFewClassesAreLabelledByName() {
    var images = Orchard.ofSize(32).validation(1);
    var all = LabelSpace.of(images);
    var few = new LabelSpace("few", List.of("fig", "lemon"));
    try (VisionModel vision = VisionModel.of(Network.initialise(Architecture.thin(1, 10, 32), 1))) {
      var rows =
          Predictions.of(
                  vision, images, Preprocessing.AS_IS, Unreadable.REFUSE, all.restrictedTo(few))
              .rows();
      int fig = images.classes().indexOf("fig");
      assertThat(rows.get(fig).label()).isEqualTo(0);
      assertThat(rows.get(0).label()).isEqualTo(-1);
      assertThat(rows.get(0).probabilities().stream().mapToDouble(p -> p).sum())
          .isWithin(1e-9)
          .of(1);
      assertThat(rows.get(0).correct()).isFalse();
      var wrong =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  Predictions.of(
                      vision, images, Preprocessing.AS_IS, Unreadable.REFUSE, few.identity()));
      assertThat(wrong).hasMessageThat().contains(images.id(0) + ": The network gives 10");
    }
  }

  /** The classes that are asked for lie beyond those that the network has. */
  @Test
  void networksOfFewerClassesAreRefused() {
    var images = Orchard.ofSize(32).validation(1);
    var last = new LabelSpace("last", images.classes().subList(8, 10));
    var answers = LabelSpace.of(images).restrictedTo(last);
    try (VisionModel vision = VisionModel.of(Network.initialise(Architecture.thin(1, 5, 32), 1))) {
      var wrong =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  Predictions.of(vision, images, Preprocessing.AS_IS, Unreadable.REFUSE, answers));
      assertThat(wrong).hasMessageThat().contains(images.id(0) + ": The network gives 5");
    }
  }

  @Test
  void duplicatesAreRefused() {
    var prediction = Predictions.prediction("a.png", 0, new double[] {1});
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Predictions(List.of(prediction, prediction), List.of()));
    assertThat(refusal).hasMessageThat().contains("two of a.png");
  }

  @Test
  void noImagesGiveNoRows() {
    var images = Orchard.ofSize(32).validation(1);
    var architecture = Architecture.thin(1, images.classes().size(), 32);
    try (VisionModel vision = VisionModel.of(Network.initialise(architecture, 1))) {
      var none = Predictions.of(vision, images.first(0), Preprocessing.AS_IS, Unreadable.REFUSE);
      assertThat(none).isEqualTo(new Predictions(List.of(), List.of()));
    }
  }
}
