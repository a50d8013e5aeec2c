package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opponency.orchard.Orchard;
import org.opponency.orchard.ThreeCueSet;

class ThreeCueBiasTest {
  private static final ThreeCueSet STIMULI = Orchard.ofSize(32).threeCues(1);

  @Test
  void whoNamesTheShapeHasNothingButShapeBias() {
    ThreeCueBias bias = ThreeCueBias.of(STIMULI, answers(STIMULI::label));
    assertThat(bias).isEqualTo(new ThreeCueBias(720, 720, 0, 0, 0, 1, 0, 0));
  }

  /** Shape on 360 pictures, texture on 180, colour on 60; on 120 none of the three. */
  @Test
  void sharesAreOfTheDecisionsForAnyCue() {
    ThreeCueBias bias =
        ThreeCueBias.of(
            STIMULI,
            answers(
                i ->
                    i < 360
                        ? STIMULI.label(i)
                        : i < 540
                            ? STIMULI.textureLabel(i)
                            : i < 600 ? STIMULI.colourLabel(i) : 10));
    assertThat(bias.neither()).isEqualTo(120);
    assertThat(bias.shapeShare()).isWithin(1e-12).of(0.6);
    assertThat(bias.textureShare()).isWithin(1e-12).of(0.3);
    assertThat(bias.colourShare()).isWithin(1e-12).of(0.1);
  }

  /** Each of ten classes is the shape, the texture and the colour of 72 pictures. */
  @Test
  void whoAlwaysSaysTheSameHasNoBias() {
    ThreeCueBias bias = ThreeCueBias.of(STIMULI, answers(i -> 4));
    assertThat(List.of(bias.shape(), bias.texture(), bias.colour(), bias.neither()))
        .containsExactly(72, 72, 72, 504)
        .inOrder();
  }

  @Test
  void whoDecidesForNoCueHasNoShares() {
    assertThat(ThreeCueBias.of(STIMULI, answers(i -> 10)).colourShare()).isNaN();
  }

  @Test
  void refusesPredictionsOfOtherPictures() {
    List<Prediction> answers = answers(i -> 0);
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> ThreeCueBias.of(STIMULI, answers.subList(0, 9))))
        .hasMessageThat()
        .isEqualTo(
            "Expected a prediction of each of the 720 pictures of Orchard three cues, got 9");
    List<Prediction> moved = new ArrayList<>(answers);
    Collections.swap(moved, 0, 1);
    assertThat(assertThrows(IllegalArgumentException.class, () -> ThreeCueBias.of(STIMULI, moved)))
        .hasMessageThat()
        .contains("grannysmith1-strawberry1-orange1 comes 1.");
  }

  private static List<Prediction> answers(IntUnaryOperator decision) {
    return IntStream.range(0, STIMULI.size())
        .mapToObj(
            i ->
                new Prediction(
                    STIMULI.id(i), STIMULI.label(i), List.of(decision.applyAsInt(i)), List.of(0.5)))
        .toList();
  }
}
