package org.opponency.study.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.WidthMean;
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
    WeightOrigin network,
    String layer,
    int width,
    CellClass type,
    long runs,
    long dead,
    double mean,
    double sd) {
  private record Key(WeightOrigin weights, String layer, int width) {}

  /** One row a network, layer, width and class; layers in the order in which they come. */
  public static List<ClassShare> of(List<Measured<OpponentCells>> networks) {
    Map<Key, List<Measured<LayerShares>>> groups =
        networks.stream()
            .sorted(
                Comparator.comparing((Measured<OpponentCells> one) -> one.value().weights())
                    .thenComparing(Measured::width))
            .flatMap(one -> one.each(OpponentCells::shares))
            .collect(
                Collectors.groupingBy(ClassShare::key, LinkedHashMap::new, Collectors.toList()));
    List<ClassShare> shares = new ArrayList<>();
    groups.forEach(
        (key, members) -> {
          for (CellClass type : CellClass.values()) {
            shares.add(of(key, type, members));
          }
        });
    return shares;
  }

  private static Key key(Measured<LayerShares> one) {
    return new Key(one.value().weights(), one.value().layer(), one.width());
  }

  private static ClassShare of(Key key, CellClass type, List<Measured<LayerShares>> members) {
    WidthMean mean =
        ByWidth.of(type.label(), members, shares -> shares.opponency().of(type)).at(key.width());
    return new ClassShare(
        key.weights(),
        key.layer(),
        key.width(),
        type,
        mean.runs(),
        mean.dead(),
        mean.mean(),
        mean.spread());
  }
}
