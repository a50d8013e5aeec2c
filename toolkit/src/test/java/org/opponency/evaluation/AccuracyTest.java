package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTest {
  @Test
  void countsDecisionsAndTopFives() {
    Accuracy accuracy =
        Accuracy.of(List.of(of(0, 0, 1), of(1, 0, 1), of(2, 0, 1), of(3, 4, 3), of(5, 6, 5)));
    assertThat(accuracy.images()).isEqualTo(5);
    assertThat(accuracy.top1()).isWithin(1e-12).of(0.2);
    assertThat(accuracy.top5()).isWithin(1e-12).of(0.8);
  }

  @Test
  void withoutImagesNothingIsKnown() {
    Accuracy accuracy = Accuracy.of(List.of());
    assertThat(accuracy.images()).isEqualTo(0);
    assertThat(accuracy.top1()).isNaN();
    assertThat(accuracy.top5()).isNaN();
  }

  @Test
  void classesAreCountedOneByOne() {
    var rows = Accuracy.byClass(List.of(of(0, 0), of(0, 1), of(2, 2)), List.of("a", "b", "c"));
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).name()).isEqualTo("a");
    assertThat(rows.get(0).accuracy().top1()).isEqualTo(0.5);
    assertThat(rows.get(0).accuracy().top1Interval()).isEqualTo(Interval.ofShare(1, 2));
    assertThat(rows.get(1).accuracy().images()).isEqualTo(0);
    assertThat(rows.get(2).accuracy().top5()).isEqualTo(1);
  }

  private static Prediction of(int label, Integer... top) {
    return new Prediction("image", label, List.of(top), List.of(0.6, 0.4));
  }
}
