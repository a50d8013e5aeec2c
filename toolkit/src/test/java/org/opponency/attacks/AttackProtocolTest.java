package org.opponency.attacks;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttackProtocolTest {
  private static final AttackProtocol PAPER = AttackProtocol.paper(Mode.FULL, 16, 1);

  @Test
  void cheapAttacksGoFirst() {
    assertThat(PAPER.cheapestFirst().stream().map(Attack::name))
        .containsExactly("uniform-noise", "fgsm", "deepfool", "bim", "pgd")
        .inOrder();
  }

  @Test
  void itsTextHoldsAllThatDecidesTheResult() {
    assertThat(PAPER.toString()).isNotEqualTo(AttackProtocol.paper(Mode.FULL, 8, 1).toString());
    assertThat(PAPER.toString()).contains("steps=40");
    assertThat(PAPER.toString()).contains("0.0015");
    assertThat(PAPER.toString()).contains("batchSize=16");
    assertThat(PAPER.toString()).contains("mode=FULL");
  }

  private static String refusal(List<Double> epsilons) {
    return assertThrows(IllegalArgumentException.class, () -> PAPER.with(epsilons)).getMessage();
  }

  @Test
  void epsilonsMustRiseFromZero() {
    assertThat(refusal(List.of(-0.1, 0.1))).contains("Expected rising epsilons, none negative");
    assertThat(refusal(List.of(0.2, 0.1))).contains("got [0.2, 0.1]");
    assertThat(refusal(List.of(0.1, 0.1))).contains("got [0.1, 0.1]");
    assertThat(refusal(List.of(Double.NaN))).contains("got [NaN]");
    assertThat(refusal(List.of())).contains("at least one epsilon");
  }

  @Test
  void anAttackTwiceIsRefused() {
    Attack attack = Attack.fgsm(Norm.LINF);
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new AttackProtocol(List.of(attack, attack), List.of(0.1), Mode.FULL, 1, 1));
    assertThat(error).hasMessageThat().contains("none of them twice, got [fgsm, fgsm]");
  }

  @Test
  void attacksAreToldApartByTheirNames() {
    Attack short10 = Attack.bim(Norm.LINF);
    Attack long50 = new GradientDescent(Norm.LINF, 0.025, 50, false);
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new AttackProtocol(List.of(short10, long50), List.of(0.1), Mode.FULL, 1, 1));
    assertThat(error).hasMessageThat().contains("none of them twice, got [bim, bim]");
  }

  @Test
  void modesAreReadAsTheyAreWritten() {
    for (Mode mode : Mode.values()) {
      assertThat(Mode.of(mode.label())).isEqualTo(mode);
    }
    var error = assertThrows(IllegalArgumentException.class, () -> Mode.of("all"));
    assertThat(error)
        .hasMessageThat()
        .isEqualTo("Expected a mode out of full, worst-case, cumulative, got \"all\"");
  }
}
