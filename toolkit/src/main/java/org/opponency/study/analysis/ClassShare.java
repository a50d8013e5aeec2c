package org.opponency.study.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.opponency.physiology.CellClass;

/**
 * The share of one class of cells over the runs of one width.
 *
 * @param network whether weights are trained or drawn at random
 * @param layer PyTorch module path
 * @param width N_BN
 * @param type the class
 * @param runs networks that stand behind the numbers: those whose bottleneck is alive
 * @param dead networks left out because their bottleneck is dead
 * @param mean of the runs' shares, a fraction; NaN without runs
 * @param sd their standard deviation (n - 1); 0 for one run, NaN without any
 */
public record ClassShare(
    ModelShares.Weights network,
    String layer,
    int width,
    CellClass type,
    long runs,
    long dead,
    double mean,
    double sd) {
  private record Key(ModelShares.Weights network, String layer, int width) {}

  /** One row a network, layer, width and class; layers in the order in which they come. */
  public static List<ClassShare> of(List<ModelOpponency> models) {
    Map<Key, List<ModelShares>> groups =
        models.stream()
            .flatMap(model -> model.shares().stream())
            .sorted(Comparator.comparing(ModelShares::network).thenComparing(ModelShares::width))
            .collect(
                Collectors.groupingBy(
                    m -> new Key(m.network(), m.layer(), m.width()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<ClassShare> shares = new ArrayList<>();
    groups.forEach(
        (key, members) -> {
          for (CellClass type : CellClass.values()) {
            shares.add(of(key, type, members));
          }
        });
    return shares;
  }

  private static ClassShare of(Key key, CellClass type, List<ModelShares> members) {
    SummaryStatistics alive = new SummaryStatistics();
    members.stream().filter(m -> !m.dead()).forEach(m -> alive.addValue(m.opponency().of(type)));
    return new ClassShare(
        key.network(),
        key.layer(),
        key.width(),
        type,
        alive.getN(),
        members.size() - alive.getN(),
        alive.getMean(),
        alive.getStandardDeviation());
  }
}
