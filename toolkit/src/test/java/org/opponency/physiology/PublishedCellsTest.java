package org.opponency.physiology;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The rule of the authors' code against the label of every cell that they published with its
 * responses to hues (environment/golden/published_cells.py; MIT licence, copyright 2019 Vision,
 * Learning and Control Research Group).
 */
class PublishedCellsTest {
  private static final Opponency[] LABELS = {
    Opponency.OPPONENT, Opponency.NON_OPPONENT, Opponency.UNRESPONSIVE
  };

  private static List<Condition> conditions;

  /** The cells of one training set: responses in the order of the labels. */
  private record Condition(
      String name, float[] max, float[] min, float[] baseline, Opponency[] label) {
    int cells() {
      return label.length;
    }

    long labelled(OpponencyRule rule) {
      long right = 0;
      for (int cell = 0; cell < cells(); cell++) {
        right += rule.of(max[cell], min[cell], baseline[cell]) == label[cell] ? 1 : 0;
      }
      return right;
    }
  }

  @BeforeAll
  static void read() throws IOException {
    conditions = new ArrayList<>();
    var packed = PublishedCellsTest.class.getResourceAsStream("golden/published-cells.bin.gz");
    try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(packed)))) {
      while (true) {
        conditions.add(condition(in));
      }
    } catch (EOFException end) {
      // The last condition has been read.
    }
  }

  private static Condition condition(DataInputStream in) throws IOException {
    String name = in.readUTF();
    int cells = in.readInt();
    return new Condition(
        name, floats(in, cells), floats(in, cells), floats(in, cells), labels(in, cells));
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    byte[] bytes = new byte[4 * count];
    in.readFully(bytes);
    float[] values = new float[count];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }

  private static Opponency[] labels(DataInputStream in, int count) throws IOException {
    byte[] bytes = new byte[count];
    in.readFully(bytes);
    Opponency[] labels = new Opponency[count];
    for (int i = 0; i < count; i++) {
      labels[i] = LABELS[bytes[i]];
    }
    return labels;
  }

  @Test
  void allCellsOfAllConditionsWithHuesAreThere() {
    assertThat(conditions.stream().map(Condition::name).toList())
        .containsExactly(
            "cifar10-colour",
            "cifar10-lab",
            "cifar10-channel-shuffled",
            "cifar10-mosaic",
            "cifar10-distorted",
            "imagenet",
            "random",
            "random-lab")
        .inOrder();
    for (Condition condition : conditions) {
      assertWithMessage(condition.name())
          .that(condition.cells())
          .isEqualTo(condition.name().equals("imagenet") ? 4_977 : 16_590);
    }
  }

  @Test
  void theAuthorsRuleGivesEveryLabelThatTheyPublished() {
    for (Condition condition : conditions) {
      assertWithMessage(condition.name())
          .that(condition.labelled(OpponencyRule.AUTHORS_CODE))
          .isEqualTo(condition.cells());
    }
  }

  @Test
  void crossingAloneDoesNot() {
    Condition colour = conditions.get(0);
    double share = (double) colour.labelled(OpponencyRule.CROSSES) / colour.cells();
    assertThat(share).isWithin(0.0005).of(0.517);
  }

  @Test
  void behindTheReluBothRulesAreOne() {
    for (Condition condition : conditions) {
      for (int cell = 0; cell < condition.cells(); cell++) {
        float max = Math.max(0, condition.max()[cell]);
        float min = Math.max(0, condition.min()[cell]);
        float baseline = Math.max(0, condition.baseline()[cell]);
        boolean crosses = OpponencyRule.CROSSES.of(max, min, baseline) == Opponency.OPPONENT;
        assertThat(crosses).isEqualTo(condition.label()[cell] == Opponency.OPPONENT);
      }
    }
  }
}
