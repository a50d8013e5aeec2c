package org.opponency.claims;

import static org.opponency.io.Text.format;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.NetworkId;
import org.opponency.evaluation.Share;
import org.opponency.io.Csv;
import org.opponency.physiology.OpponencyCounts;
import org.opponency.study.census.PublishedCensus;
import org.opponency.study.census.PublishedCondition;

/**
 * The numbers behind the paper's figures, as its authors published them (ecs-vlc/bottleneck): 18
 * ImageNet networks (three runs of six widths) and, for Figure 10, 300 CIFAR-10 networks.
 * Fractions. Each file names its source and what was left out.
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
   * Worst-case accuracy of the 300 CIFAR-10 networks at one budget: of each width and run the mean
   * over its five ventral depths, so that depth tells no widths apart.
   *
   * @param epsilon L-infinity, pixels in [0, 1]
   * @throws IllegalArgumentException if it is none of the published fourteen
   */
  public static ByWidth cifar10Robustness(double epsilon) {
    Map<NetworkId, List<AccuracyUnderAttack>> depths = new LinkedHashMap<>();
    for (int depth = 0; depth <= PublishedRobustness.DEPTH_SHOWN; depth++) {
      for (Measured<AccuracyUnderAttack> point : at(epsilon, depth)) {
        depths
            .computeIfAbsent(ofAnyDepth(point.network()), n -> new ArrayList<>())
            .add(point.value());
      }
    }
    List<Measured<Double>> means = new ArrayList<>();
    depths.forEach(
        (network, points) ->
            means.add(
                new Measured<>(
                    network,
                    points.stream()
                        .mapToDouble(AccuracyUnderAttack::accuracy)
                        .average()
                        .orElseThrow())));
    return new ByWidth("robust accuracy of CIFAR-10 networks", means);
  }

  private static NetworkId ofAnyDepth(NetworkId network) {
    String name =
        format("published, width %d, five depths, run %d", network.width(), network.run());
    return new NetworkId(name, network.width(), network.run(), 0, false);
  }

  private static List<Measured<AccuracyUnderAttack>> at(double epsilon, int depth) {
    var all = PublishedRobustness.worstCase(depth);
    var own = all.stream().filter(point -> point.value().epsilon() == epsilon).toList();
    if (own.isEmpty()) {
      throw new IllegalArgumentException(
          format(
              "Expected an epsilon out of %s, got %s",
              all.stream().map(point -> point.value().epsilon()).distinct().toList(), epsilon));
    }
    return own;
  }

  /**
   * The colour-opponent cells of Retina-2 in the shallow networks of the companion study on
   * CIFAR-10 (Harris, Mihai and Hare 2019, 2020), which are not this paper's.
   *
   * @param counted by which rule
   */
  public static ByWidth companionColour(ToIntFunction<OpponencyCounts> counted) {
    return ByWidth.ofShares(
        "colour-opponent share of Retina-2, companion study",
        PublishedCensus.of(PublishedCondition.CIFAR10_COLOUR, PublishedCensus.RETINA_2),
        one -> new Share(counted.applyAsInt(one.hues()), one.hues().cells()));
  }

  /**
   * Decisions for the shape among those for shape or texture, over all trials of the ten people who
   * saw the same stimuli (Geirhos et al. 2019).
   */
  public static Share humanShapeBias() {
    Csv csv = read("human-shape-bias.csv");
    double shape = sum(csv, "shape");
    return new Share(shape, shape + sum(csv, "texture"));
  }

  private static double sum(Csv csv, String column) {
    int place = csv.column(column);
    return csv.rows().stream().mapToDouble(row -> Double.parseDouble(row.get(place))).sum();
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
