package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.LabelSpace;

class ObserversTest {
  private static final List<String> PETS = List.of("bear", "cat", "dog");

  /** As model-vs-human and texture-vs-shape write them. */
  private static final String HEADER =
      "subj,session,trial,rt,object_response,category,condition,imagename\n";

  @TempDir private Path folder;

  private void person(String name, String... decisions) throws IOException {
    List<String> images = List.of("bear1-cat1", "bear2-dog1", "cat1-dog2", "dog1-dog2");
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < decisions.length; i++) {
      rows.append(
          format(
              "%s,1,%d,0.8,%s,x,0,%04d_cue_s01_0_x_00_%s.png\n",
              name, i + 1, decisions[i], i + 1, images.get(i)));
    }
    Files.writeString(folder.resolve(format("cue-conflict_%s_session_1.csv", name)), rows);
  }

  private Observers people() throws IOException {
    person("subject-01", "bear", "bear", "cat", "dog"); // all shapes; the last is no conflict
    person("subject-02", "bear", "dog", "na", "cat"); // a shape, a texture, nothing
    return Observers.read(folder);
  }

  @Test
  void eachHasTheirOwnShapeBiasAndAllTrialsHaveOne() throws IOException {
    Observers people = people();
    assertThat(people.names()).containsExactly("subject-01", "subject-02").inOrder();
    var each = people.shapeBias(PETS);
    assertThat(each.get(0).bias().fraction()).isEqualTo(1);
    assertThat(each.get(1).bias().fraction()).isEqualTo(0.5);
    assertThat(each.get(1).bias().neither()).isEqualTo(1);
    assertThat(each.get(1).bias().agreeing()).isEqualTo(1);
    // 3 + 1 shapes, 0 + 1 textures: trials count, not people.
    assertThat(people.together(PETS).fraction()).isEqualTo(0.8);
    assertThat(people.together(PETS).stimuli()).isEqualTo(8);
  }

  /** Right, right, right against right, wrong, wrong: 1/3 observed, 1/3 expected. */
  @Test
  void peopleAreComparedWhereShapeAndTextureDiffer() throws IOException {
    ErrorAgreement pair = people().ceiling(PETS).get(0);
    assertThat(pair.first()).isEqualTo("subject-01");
    assertThat(pair.second()).isEqualTo("subject-02");
    assertThat(pair.consistency().images()).isEqualTo(3);
    assertThat(pair.consistency().observed()).isWithin(1e-12).of(1.0 / 3);
    assertThat(pair.consistency().expected()).isWithin(1e-12).of(1.0 / 3);
    assertThat(pair.kappa()).isWithin(1e-12).of(0);
  }

  /**
   * Shape, not, not: like subject-02 throughout, p = q = 1/3, expected 1/9 + 4/9 and kappa 1.
   * Without the dog only bear1-cat1 is left, on which nobody varies.
   */
  @Test
  void aNetworkIsComparedWithEach() throws IOException {
    var network =
        List.of(
            new CueDecision("net", "bear1-cat1", "bear", "cat", "bear"),
            new CueDecision("net", "bear2-dog1", "bear", "dog", "cat"),
            new CueDecision("net", "cat1-dog2", "cat", "dog", "dog"));
    List<ErrorAgreement> pairs = people().with("net", network, PETS);
    assertThat(pairs.get(0).kappa()).isWithin(1e-12).of(0);
    assertThat(pairs.get(1).kappa()).isWithin(1e-12).of(1);
    assertThat(pairs.get(1).consistency().expected()).isWithin(1e-12).of(5.0 / 9);
    assertThat(ErrorAgreement.meanKappa(pairs)).isWithin(1e-12).of(0.5);
    List<ErrorAgreement> few = people().with("net", network, List.of("bear", "cat"));
    assertThat(few.get(0).consistency().images()).isEqualTo(1);
    assertThat(few.get(0).kappa()).isNaN();
    assertThat(ErrorAgreement.meanKappa(few)).isNaN();
  }

  @Test
  void twoWhoShareNoStimulusAreNoPair() throws IOException {
    people();
    Files.writeString(
        folder.resolve("other.csv"), HEADER + "subject-03,1,1,0.8,cat,x,0,0001_a_bear7-cat7.png\n");
    Observers three = Observers.read(folder);
    assertThat(three.names()).hasSize(3);
    assertThat(three.ceiling(PETS)).hasSize(1);
  }

  /** As in the folder of texture-vs-shape. */
  @Test
  void networksBesidePeopleAreNotAmongThem() throws IOException {
    people();
    person("alexnet", "cat", "dog", "dog", "dog");
    Observers all = Observers.read(folder);
    assertThat(all.names()).containsExactly("alexnet", "subject-01", "subject-02").inOrder();
    assertThat(all.people().names()).containsExactly("subject-01", "subject-02");
    assertThat(all.people().together(PETS).fraction()).isEqualTo(0.8);
    Observers unnamed = Observers.of(all.decisions().get("alexnet"));
    assertThat(unnamed.people()).isEqualTo(unnamed);
  }

  @Test
  void filesThatAreNoDecisionsAreRefused() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "subj;object_response;imagename\n");
    assertThat(refusal()).contains("expected one named image or imagename");
    Files.writeString(folder.resolve("a.csv"), "subj,answer,imagename\n");
    assertThat(refusal()).contains("expected one named decision or object_response");
    Files.writeString(folder.resolve("a.csv"), HEADER + "s,1,1,0.8,cat,x,0,stimulus_7.png\n");
    assertThat(refusal()).contains("names a stimulus \"stimulus_7.png\"");
  }

  private String refusal() {
    return assertThrows(IllegalArgumentException.class, () -> Observers.read(folder)).getMessage();
  }

  @Test
  void whoSharesNoStimulusIsTold() throws IOException {
    var other = List.of(new CueDecision("net", "bear9-cat9", "bear", "cat", "bear"));
    var people = people();
    assertThat(assertThrows(IllegalArgumentException.class, () -> people.with("net", other, PETS)))
        .hasMessageThat()
        .contains("\"bear9-cat9\" and ");
  }

  /** 95.87 % over all decided trials, observers from 91.9 to 98.7 % (Geirhos et al. 2019). */
  @Test
  @Tag("data")
  void thePublishedPeopleAreAsPublished() {
    Path published = Path.of(String.valueOf(System.getenv("OPPONENCY_DATA")), "cue-conflict-human");
    assumeTrue(
        Files.isDirectory(published),
        format("There is no folder %s: environment/opponency data get human-decisions", published));
    Observers people = Observers.read(published).people();
    List<String> answers = LabelSpace.CATEGORIES.labels();
    var each =
        people.shapeBias(answers).stream().mapToDouble(one -> one.bias().fraction()).toArray();
    assertThat(each).hasLength(10);
    assertThat(each).usingTolerance(5e-4).containsAtLeast(0.919, 0.987);
    ShapeBias all = people.together(answers);
    assertThat(all.fraction()).isWithin(5e-5).of(0.9587);
    assertThat(all.shape()).isEqualTo(9236);
    assertThat(all.texture()).isEqualTo(398);
    List<ErrorAgreement> ceiling = people.ceiling(answers);
    assertThat(ceiling).hasSize(45);
    // NumPy over the same files: mean 0.334748, from 0.177960 to 0.456237.
    assertThat(ErrorAgreement.meanKappa(ceiling)).isWithin(1e-6).of(0.334748);
  }
}
