package org.opponency.study.census;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opponency.evaluation.Measured;
import org.opponency.physiology.OpponencyCounts;

/** What the companion study's own files say, counted there by hand. */
class PublishedCensusTest {
  private static final List<Integer> WIDTHS = List.of(1, 2, 4, 8, 16, 32);

  @Test
  void everyConditionHasItsNetworksAndCells() {
    for (PublishedCondition condition : PublishedCondition.values()) {
      boolean imagenet = condition == PublishedCondition.IMAGENET;
      List<Measured<PublishedCensus.Layer>> all = new ArrayList<>();
      for (String layer :
          List.of(PublishedCensus.RETINA_2, PublishedCensus.VENTRAL_1, "ventral_relu1")) {
        all.addAll(PublishedCensus.of(condition, layer));
      }
      int cells =
          all.stream()
              .mapToInt(one -> Math.max(one.value().hues().cells(), one.value().gratings().cells()))
              .sum();
      assertWithMessage(condition.label()).that(cells).isEqualTo(imagenet ? 4_977 : 16_590);
      assertWithMessage(condition.label())
          .that(PublishedCensus.of(condition, PublishedCensus.RETINA_2))
          .hasSize(imagenet ? 90 : 300);
    }
  }

  @Test
  void retina2OfCifar10HasThePublishedShares() {
    var shares =
        OpponencyFactors.published(PublishedCondition.CIFAR10_COLOUR, PublishedCensus.RETINA_2);
    assertThat(shares.stream().map(OpponencyFactors::width).toList()).isEqualTo(WIDTHS);
    assertShares(shares, OpponencyFactors::opponent, 74, 78, 57, 38, 20, 13.3);
    assertShares(shares, OpponencyFactors::crossing, 74, 84, 85.5, 81.5, 64.9, 54.4);
    assertShares(shares, OpponencyFactors::positive, 100, 93, 66, 45, 31, 24.8);
    assertThat(shares.stream().map(OpponencyFactors::cells).toList())
        .isEqualTo(List.of(50, 100, 200, 400, 800, 1_600));
  }

  @Test
  void retina2OfImageNetHasThePublishedShares() {
    var shares = OpponencyFactors.published(PublishedCondition.IMAGENET, PublishedCensus.RETINA_2);
    assertShares(shares, OpponencyFactors::opponent, 46.7, 36.7, 20, 19.2, 10, 4.4);
    assertShares(shares, OpponencyFactors::crossing, 86.7, 70, 65, 66.7, 62.5, 53.1);
    // 13 of 15 cells of width 1 cross, 7 of 15 by the authors' rule.
    assertThat(shares.get(0).cells()).isEqualTo(15);
    assertThat(Math.round(15 * shares.get(0).crossing())).isEqualTo(13);
    assertThat(Math.round(15 * shares.get(0).opponent())).isEqualTo(7);
  }

  /** As the companion's README and the project's protocol give them, to the half digit shown. */
  private static void assertShares(
      List<OpponencyFactors> rows, ToDoubleFunction<OpponencyFactors> share, double... percent) {
    for (int i = 0; i < percent.length; i++) {
      assertWithMessage("width %s", rows.get(i).width())
          .that(100 * share.applyAsDouble(rows.get(i)))
          .isWithin(0.51)
          .of(percent[i]);
    }
  }

  @Test
  void spatiallyOpponentIsNearlyAlwaysAPositiveBaseline() {
    Map<PublishedCondition, PublishedCensus.Agreement> rows =
        PublishedCensus.spatialAgreement().stream()
            .collect(Collectors.toMap(PublishedCensus.Agreement::condition, row -> row));
    assertThat(rows).hasSize(7); // two conditions were shown no gratings
    assertThat(rows.get(PublishedCondition.CIFAR10_COLOUR).agreeing()).isEqualTo(16_585);
    assertThat(rows.get(PublishedCondition.CIFAR10_COLOUR).opponent()).isEqualTo(5_601);
    assertThat(rows.get(PublishedCondition.CIFAR10_MOSAIC).agreeing()).isEqualTo(16_572);
    assertThat(rows.get(PublishedCondition.CIFAR10_GREY).share()).isEqualTo(1.0);
    assertThat(rows.get(PublishedCondition.IMAGENET).agreeing()).isEqualTo(4_977);
  }

  @Test
  void whatWasNotShownIsNotANumber() {
    var grey = PublishedCensus.of(PublishedCondition.CIFAR10_GREY, PublishedCensus.RETINA_2).get(0);
    assertThat(grey.value().hues()).isEqualTo(OpponencyCounts.NONE);
    assertThat(grey.value().spatial().spatial()).isEqualTo(1.0);
    assertThat(grey.value().spatial().doubleOpponent()).isNaN();
    var hues =
        PublishedCensus.of(PublishedCondition.CIFAR10_DISTORTED, PublishedCensus.RETINA_2).get(0);
    assertThat(hues.value().spatial().spatial()).isNaN();
    assertThat(grey.network().model()).isEqualTo("cifar10-grey, width 1, depth 0, run 0");
  }
}
