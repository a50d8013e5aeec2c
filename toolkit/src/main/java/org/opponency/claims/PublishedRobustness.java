package org.opponency.claims;

import static org.opponency.io.Text.format;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.NetworkId;
import org.opponency.io.Csv;

/**
 * The published robustness of the CIFAR-10 networks (Figure 10, Appendix B): five ventral depths,
 * six widths, ten runs, 14 epsilons, over the whole test set.
 */
public final class PublishedRobustness {
  private static final String FILE = "paper-cifar10-robustness.csv";
  private static final int TEST_IMAGES = 10_000;
  private static final int FIRST_EPSILON = 4;

  private PublishedRobustness() {}

  /** The ventral depth that the paper's figure shows. */
  public static final int DEPTH_SHOWN = 4;

  /** The worst case of the networks of a depth, 0 to 4. */
  public static List<Measured<AccuracyUnderAttack>> worstCase(int depth) {
    return rows().stream()
        .filter(row -> row.depth() == depth)
        .map(Row::point)
        .filter(point -> point.value().attack().equals(AccuracyUnderAttack.WORST_CASE))
        .toList();
  }

  private record Row(int depth, Measured<AccuracyUnderAttack> point) {}

  private static List<Row> rows() {
    var in = PublishedRobustness.class.getResourceAsStream(FILE);
    Csv csv = Csv.read(FILE, new InputStreamReader(in, StandardCharsets.UTF_8));
    List<Row> rows = new ArrayList<>();
    for (List<String> cells : csv.rows()) {
      for (int column = FIRST_EPSILON; column < cells.size(); column++) {
        rows.add(row(cells, Double.parseDouble(csv.columns().get(column)), cells.get(column)));
      }
    }
    return rows;
  }

  private static Row row(List<String> cells, double epsilon, String accuracy) {
    int depth = Integer.parseInt(cells.get(0));
    int width = Integer.parseInt(cells.get(1));
    int run = Integer.parseInt(cells.get(2));
    String model = format("published, width %d, depth %d, run %d", width, depth, run);
    return new Row(
        depth,
        new Measured<>(
            new NetworkId(model, width, run, 0, false),
            new AccuracyUnderAttack(
                cells.get(3), epsilon, TEST_IMAGES, Double.parseDouble(accuracy))));
  }
}
