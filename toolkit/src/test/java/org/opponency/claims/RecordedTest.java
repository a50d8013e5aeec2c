package org.opponency.claims;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Networks;
import org.opponency.evaluation.Share;
import org.opponency.study.networks.Scale;

class RecordedTest {
  @Test
  void sharesKeepTheirCounts() {
    ByWidth shares =
        ByWidth.ofShares(
            "s", List.of(Networks.measured(4, 1, false, new Share(1, 4))), share -> share);
    Evidence evidence =
        Evidence.none(Scale.LAPTOP)
            .with(Quantity.RETINA2_COLOUR, shares)
            .with(Quantity.ACCURACY, new ByWidth("a", List.of(Networks.alive(1, 0.7))));
    List<Recorded> rows = evidence.values().stream().map(row -> row.value()).toList();
    assertThat(rows.get(0).quantity()).isEqualTo("top-1 accuracy");
    assertThat(rows.get(0).count()).isNaN();
    assertThat(rows.get(1))
        .isEqualTo(new Recorded("colour-opponent share of Retina-2", 0.25, 1, 4));
  }

  /**
   * Trained before the criteria were fixed: three runs of six widths and three without a retina.
   */
  @Test
  void theFirstNetworksAreOnRecord() {
    Evidence first = Evidence.exploratory();
    assertThat(first.measures().get(Quantity.ACCURACY).rows()).hasSize(21);
    assertThat(first.measures().get(Quantity.RETINA2_COLOUR).shares()).hasSize(18);
    assertThat(first.orchard()).isTrue();
    double cells =
        first.measures().get(Quantity.RETINA2_COLOUR).shares().stream()
            .mapToDouble(one -> one.value().of())
            .sum();
    assertThat(cells).isEqualTo(3 * 63);
  }

  /** Eight runs of width 1 to three of width 32, and three without a retina. */
  @Test
  void theNextNetworksAreOnRecord() {
    Evidence earlier = Evidence.earlier();
    assertThat(earlier.measures().get(Quantity.ACCURACY).rows()).hasSize(30);
    assertThat(earlier.measures().get(Quantity.RETINA2_COLOUR).shares()).hasSize(27);
    assertThat(earlier.orchard()).isTrue();
  }

  @Test
  void unknownTitlesAreRefused() {
    var refusal = assertThrows(IllegalArgumentException.class, () -> Quantity.titled("beauty"));
    assertThat(refusal).hasMessageThat().contains("got \"beauty\"");
  }
}
