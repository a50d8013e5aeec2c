package org.opponency.claims;

import static org.opponency.io.Text.format;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.NetworkId;
import org.opponency.io.Csv;

/**
 * The numbers behind the paper's figures, as its authors published them with their code: 18
 * ImageNet networks (three runs of six widths) and, for Figure 10, 60 CIFAR-10 networks. Fractions.
 * Each file names its source and what was left out.
 */
public final class Published {
  private Published() {}

  /** Shape bias (Figure 4). */
  public static ByWidth shapeBias() {
    return runs("shape bias", "paper-shape-bias.csv", "shape_bias");
  }

  /** Top-1 accuracy on ImageNet-A, out of its 200 classes (Figure 6). */
  public static ByWidth imageNetA() {
    return runs("ImageNet-A top-1 accuracy", "paper-imagenet-a.csv", "top1");
  }

  /** Area under the response rate accuracy curve on ImageNet-A (Figure 11). */
  public static ByWidth aurra() {
    return runs("AURRA", "paper-imagenet-a.csv", "aurra");
  }

  /**
   * Worst-case accuracy of the CIFAR-10 networks of ventral depth 4 at one budget (Figure 10).
   *
   * @param epsilon L-infinity, pixels in [0, 1]
   * @throws IllegalArgumentException if it is none of the published fourteen
   */
  public static ByWidth cifar10Robustness(double epsilon) {
    var depth4 = PublishedRobustness.worstCase(PublishedRobustness.DEPTH_SHOWN);
    var own = depth4.stream().filter(point -> point.value().epsilon() == epsilon).toList();
    if (own.isEmpty()) {
      throw new IllegalArgumentException(
          format(
              "Expected an epsilon out of %s, got %s",
              depth4.stream().map(point -> point.value().epsilon()).distinct().toList(), epsilon));
    }
    return ByWidth.of("robust accuracy on CIFAR-10", own, AccuracyUnderAttack::accuracy);
  }

  private static ByWidth runs(String measure, String file, String column) {
    Csv csv = read(file);
    int width = csv.column("n_bn");
    int value = csv.column(column);
    Map<Integer, Integer> runs = new HashMap<>();
    List<Measured<Double>> rows = new ArrayList<>();
    for (List<String> row : csv.rows()) {
      int own = Integer.parseInt(row.get(width));
      int run = runs.merge(own, 1, Integer::sum) - 1;
      String name = format("published, width %d, run %d", own, run);
      rows.add(
          new Measured<>(
              new NetworkId(name, own, run, 0, false), Double.parseDouble(row.get(value))));
    }
    return new ByWidth(measure, rows);
  }

  private static Csv read(String file) {
    var in = Published.class.getResourceAsStream(file);
    return Csv.read(file, new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}
