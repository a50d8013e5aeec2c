package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorConsistencyTest {
  private static List<Answer> answers(int... correct) {
    List<Answer> answers = new ArrayList<>();
    for (int bit : correct) {
      answers.add(new Answer("image " + answers.size(), bit == 1));
    }
    return answers;
  }

  @Test
  void kappaWorkedOutByHand() {
    var found = ErrorConsistency.of(answers(1, 1, 0, 0, 1), answers(1, 0, 0, 1, 1));
    assertThat(found.observed()).isWithin(1e-12).of(0.6);
    assertThat(found.expected()).isWithin(1e-12).of(0.52);
    assertThat(found.kappa()).isWithin(1e-12).of(0.08 / 0.48);
    assertThat(found.images()).isEqualTo(5);
  }

  @Test
  void agreesWithNumPyOnRandomPredictions() {
    List<Answer> first = new ArrayList<>();
    List<Answer> second = new ArrayList<>();
    List<String> golden = GoldenTables.table("kappa.csv").rows().get(0);
    int half = Integer.parseInt(golden.get(0));
    for (List<String> row : GoldenTables.table("predictions.csv").rows()) {
      List<Answer> own = first.size() < half ? first : second;
      own.add(new Answer("image " + own.size(), row.get(0).equals(row.get(1))));
    }
    assertThat(ErrorConsistency.of(first, second).kappa())
        .isWithin(1e-12)
        .of(Double.parseDouble(golden.get(1)));
  }

  @Test
  void anObserverAgreesWithItselfInAnyOrder() {
    List<Answer> answers = answers(1, 0, 0, 1);
    List<Answer> reversed = new ArrayList<>(answers);
    Collections.reverse(reversed);
    assertThat(ErrorConsistency.of(answers, reversed).kappa()).isEqualTo(1);
  }

  @Test
  void imagesThatOnlyOneSawAreCounted() {
    var found = ErrorConsistency.of(answers(1, 0, 1), answers(1, 0, 0, 1, 1));
    assertThat(found.images()).isEqualTo(3);
    assertThat(found.unpaired()).isEqualTo(2);
  }

  @Test
  void observersWithoutVariationHaveNoKappa() {
    var found = ErrorConsistency.of(answers(1, 1), answers(1, 1));
    assertThat(found.kappa()).isNaN();
    assertThat(found.warning()).contains("neither observer varies");
  }

  @Test
  void nothingSharedAndDuplicatesAreRefused() {
    var nothing =
        assertThrows(
            IllegalArgumentException.class,
            () -> ErrorConsistency.of(answers(1), List.of(new Answer("other", true))));
    assertThat(nothing).hasMessageThat().contains("\"image 0\" and \"other\"");
    var twice = List.of(new Answer("a", true), new Answer("a", false));
    var duplicate =
        assertThrows(IllegalArgumentException.class, () -> ErrorConsistency.of(twice, answers(1)));
    assertThat(duplicate).hasMessageThat().contains("two on a");
  }
}
