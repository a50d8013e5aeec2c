package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionTest {
  @Test
  void firstOfTheTopIsTheDecision() {
    var prediction = new Prediction("a.png", 3, List.of(7, 3), List.of(0.6, 0.3));
    assertThat(prediction.decision()).isEqualTo(7);
    assertThat(prediction.confidence()).isEqualTo(0.6);
    assertThat(prediction.correct()).isFalse();
    assertThat(prediction.correctInTop()).isTrue();
  }

  @Test
  void trueClassOutsideTheTopIsWrongTwice() {
    var prediction = new Prediction("a.png", 5, List.of(7, 3), List.of(0.6, 0.3));
    assertThat(prediction.correct()).isFalse();
    assertThat(prediction.correctInTop()).isFalse();
  }

  @Test
  void listsAreCopiedAndClosed() {
    List<Integer> top = new ArrayList<>(List.of(1, 2));
    var prediction = new Prediction("a.png", 1, top, List.of(0.6, 0.3));
    top.clear();
    assertThat(prediction.top()).containsExactly(1, 2).inOrder();
    assertThrows(UnsupportedOperationException.class, () -> prediction.top().clear());
  }
}
