package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.CueConflictSet;
import org.opponency.images.LabelSpace;
import org.opponency.orchard.Fruit;
import org.opponency.orchard.Orchard;

class ShapeBiasTest {
  private static final List<CueDecision> DECISIONS =
      List.of(
          of("bear1-cat1", "bear"), // shape
          of("bear2-cat1", "cat"), // texture
          of("bear3-dog1", "dog"), // texture
          of("cat1-dog1", "bear"), // neither
          of("cat1-dog2", "cat"), // shape
          of("cat2-dog2", "dog"), // texture
          of("dog1-dog2", "dog"), // no conflict
          of("dog1-oven2", "dog")); // the oven cannot be answered

  private static CueDecision of(String image, String decision) {
    String[] cues = image.replaceAll("\\d", "").split("-");
    return new CueDecision("me", image, cues[0], cues[1], decision);
  }

  @Test
  void countsShapeAmongShapeAndTexture() {
    ShapeBias bias = ShapeBias.of(DECISIONS, List.of("bear", "cat", "dog"));
    // Who answers with the third of three at random hits shape and texture as often: once each.
    assertThat(bias)
        .isEqualTo(
            new ShapeBias(
                8, 1, 1, 2, 3, 1, 0.4, Interval.ofShare(2, 5), 2.0 / 6, 3.0 / 6, 1.0 / 3, ""));
    assertThat(ShapeBias.of(DECISIONS).shape()).isEqualTo(3);
  }

  @Test
  void categoriesAddUpToTheWhole() {
    var rows = ShapeBias.byCategory(DECISIONS, List.of("bear", "cat", "dog"));
    assertThat(rows.stream().map(ShapeBias.OfCategory::category))
        .containsExactly("bear", "cat", "dog")
        .inOrder();
    assertThat(rows.get(0).bias().fraction()).isWithin(1e-12).of(1.0 / 3);
    assertThat(rows.stream().mapToInt(row -> row.bias().stimuli()).sum()).isEqualTo(8);
    assertThat(rows.stream().mapToInt(row -> row.bias().shape()).sum()).isEqualTo(2);
    assertThat(rows.get(2).bias().fraction()).isNaN();
    assertThat(rows.get(2).bias().uncovered()).isEqualTo(1);
  }

  @Test
  void withoutDecisionsForEitherCueThereIsAWarning() {
    ShapeBias bias = ShapeBias.of(List.of(of("bear1-cat1", "dog")));
    assertThat(bias.fraction()).isNaN();
    assertThat(bias.interval().low()).isNaN();
    assertThat(bias.warning()).isEqualTo("no decision for shape or texture among 1 stimuli");
  }

  @Test
  void aStimulusDecidedTwiceIsRefused() {
    var twice = List.of(of("bear1-cat1", "bear"), of("bear1-cat1", "cat"));
    var refusal = assertThrows(IllegalArgumentException.class, () -> ShapeBias.of(twice));
    assertThat(refusal).hasMessageThat().contains("bear1-cat1");
  }

  @Test
  void decisionsAloneAreEnough(@TempDir Path folder) throws IOException {
    Path ours =
        Files.writeString(
            folder.resolve("ours.csv"),
            "image,decision\nbear/bear1-cat1.png,bear\nbear2-cat1,\"cat\"\n");
    assertThat(ShapeBias.of(CueDecision.read(ours)).fraction()).isEqualTo(0.5);
    Path humans =
        Files.writeString(
            folder.resolve("humans.csv"),
            "subj,object_response,category,imagename\n"
                + "subject-01,na,bear,0001_cue_s01_na_bear1-cat1.png\n");
    assertThat(CueDecision.read(humans))
        .containsExactly(new CueDecision("subject-01", "bear1-cat1", "bear", "cat", "na"));
  }

  @Test
  void badCsvIsToldWhereAndWhy(@TempDir Path folder) throws IOException {
    assertRefused(folder, "image,decision\nbear.png,bear\n", "names a stimulus \"bear.png\"");
    assertRefused(folder, "image,answer\n", "expected one named decision or object_response");
    assertRefused(folder, "image,decision\nbear1-cat1\n", "Line 2 of");
    assertRefused(folder, "image,decision\nbear1-cat1,\"cat\n", "Line 2 of");
    assertRefused(folder, "", "is empty");
  }

  private static void assertRefused(Path folder, String text, String reason) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.csv"), text);
    var refusal = assertThrows(IllegalArgumentException.class, () -> CueDecision.read(file));
    assertThat(refusal).hasMessageThat().contains(reason);
    assertThat(refusal).hasMessageThat().contains(file.toString());
  }

  @Test
  void orchardsTenFruitsAreAnswersAsTheyAre() {
    CueConflictSet set = Orchard.ofSize(32).cueConflict(1);
    LabelSpace fruit = new LabelSpace("Orchard", Fruit.titles());
    List<Prediction> texture =
        IntStream.range(0, set.size())
            .mapToObj(i -> prediction(set, i, set.textureLabel(i)))
            .toList();
    ShapeBias bias = ShapeBias.of(CueDecision.of("net", set, texture, fruit), fruit.labels());
    assertThat(bias.texture()).isEqualTo(90);
    assertThat(bias.fraction()).isEqualTo(0);
    assertThat(bias.uncovered()).isEqualTo(0);
    var shuffled = List.of(texture.get(1), texture.get(0));
    var refusal =
        assertThrows(
            IllegalArgumentException.class, () -> CueDecision.of("net", set, shuffled, fruit));
    assertThat(refusal).hasMessageThat().contains(set.id(0));
  }

  private static Prediction prediction(CueConflictSet set, int i, int decision) {
    return new Prediction(set.id(i), set.label(i), List.of(decision), List.of(1.0));
  }
}
