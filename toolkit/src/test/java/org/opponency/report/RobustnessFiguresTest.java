package org.opponency.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.attacks.AttackProtocol;
import org.opponency.study.ModelRobustness;
import org.opponency.study.PublishedRobustness;

class RobustnessFiguresTest {
  private static final List<String> ATTACKS =
      List.of("fgsm", "pgd", "bim", "uniform-noise", "deepfool", AccuracyUnderAttack.WORST_CASE);

  private static List<ModelRobustness> rows(String attack, double fall, int... widths) {
    List<ModelRobustness> rows = new ArrayList<>();
    for (int width : widths) {
      for (int run = 0; run < 3; run++) {
        for (double epsilon : AttackProtocol.PAPER_EPSILONS) {
          double accuracy = (0.8 - 0.02 * run) * Math.exp(-epsilon * fall * (1 + width / 8.0));
          rows.add(
              new ModelRobustness(
                  "width " + width,
                  width,
                  run,
                  width == 2 && run == 0,
                  attack,
                  epsilon,
                  100,
                  accuracy));
        }
      }
    }
    return rows;
  }

  @Test
  void look() {
    Path folder = Path.of("/tmp/r/figures");
    RobustnessFigures.worstCase(
            rows("worst case", 60, 0, 1, 2, 4, 8, 16, 32),
            Examples.provenance(org.opponency.study.Scale.LAPTOP))
        .save(folder);
    List<ModelRobustness> single = new ArrayList<>();
    for (String attack : ATTACKS)
      single.addAll(rows(attack, 20 + 10 * ATTACKS.indexOf(attack), 1, 32));
    RobustnessFigures.singleAttacks(single, Examples.provenance(org.opponency.study.Scale.LAPTOP))
        .save(folder);
    RobustnessFigures.cifar10(
            rows("worst case", 60, 1, 4, 32),
            2,
            PublishedRobustness.worstCase(2),
            PublishedRobustness.worstCase(4),
            Examples.provenance(org.opponency.study.Scale.LAPTOP))
        .save(folder);
  }
}
