package org.opponency.claims;

import static org.opponency.io.Text.format;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.opponency.evaluation.Comparison;
import org.opponency.io.Csv;
import org.opponency.study.analysis.ModelRobustness;

/**
 * The numbers behind the paper's figures, as its authors published them with their code: 18
 * ImageNet networks (three runs of six widths) and, for Figure 10, 60 CIFAR-10 networks. Fractions.
 * Each file names its source and what was left out.
 */
public final class Published {
  private Published() {}

  /** Shape bias (Figure 4). */
  public static Comparison shapeBias() {
    return runs("shape bias", "paper-shape-bias.csv", "shape_bias");
  }

  /** Top-1 accuracy on ImageNet-A, out of its 200 classes (Figure 6). */
  public static Comparison imageNetA() {
    return runs("ImageNet-A top-1 accuracy", "paper-imagenet-a.csv", "top1");
  }

  /** Area under the response rate accuracy curve on ImageNet-A (Figure 11). */
  public static Comparison aurra() {
    return runs("AURRA", "paper-imagenet-a.csv", "aurra");
  }

  /** Calibration error on ImageNet-A, by the script that leaves out the most confident bin. */
  public static Comparison rmsCalibrationError() {
    return runs("RMS calibration error", "paper-imagenet-a.csv", "rms_calibration_error");
  }

  /**
   * Worst-case accuracy of the CIFAR-10 networks of ventral depth 4 at one budget (Figure 10).
   *
   * @param epsilon L-infinity, pixels in [0, 1]
   * @throws IllegalArgumentException if it is none of the published fourteen
   */
  public static Comparison cifar10Robustness(double epsilon) {
    var depth4 = PublishedRobustness.worstCase(PublishedRobustness.DEPTH_SHOWN);
    Comparison own = ModelRobustness.at(epsilon, depth4);
    if (own.rows().isEmpty()) {
      throw new IllegalArgumentException(
          format(
              "Expected an epsilon out of %s, got %s",
              depth4.stream().map(ModelRobustness::epsilon).distinct().toList(), epsilon));
    }
    return own;
  }

  private static Comparison runs(String measure, String file, String column) {
    Csv csv = read(file);
    int width = csv.column("n_bn");
    int value = csv.column(column);
    return Comparison.of(
        measure,
        csv.rows(),
        row -> Integer.parseInt(row.get(width)),
        row -> Double.parseDouble(row.get(value)));
  }

  private static Csv read(String file) {
    var in = Published.class.getResourceAsStream(file);
    return Csv.read(file, new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}
