package org.opponency.study.results;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.NetworkId;
import org.opponency.evaluation.WidthMean;
import org.opponency.physiology.CellOpponency;
import org.opponency.physiology.HueBin;

/**
 * One bin of the distribution of preferred hues: mean and s.d. over runs, the cells of all widths
 * of a run together, as in Harris et al. (2020); runs that lack a width would count a few cells as
 * much as others count many, so only those with the most networks are taken.
 *
 * @param network whether weights are trained or drawn at random
 * @param layer PyTorch module path
 * @param from the bin's first hue in degrees
 * @param runs that stand behind the numbers
 * @param exciting mean share of cells whose most exciting hue falls into the bin, a fraction
 * @param excitingSd its standard deviation (n - 1); 0 for one run
 * @param inhibiting mean share of cells whose most inhibiting hue does
 * @param inhibitingSd its standard deviation
 * @param hues what hues the cells were shown, such as {@code HSL}
 */
public record HueShare(
    WeightOrigin network,
    String layer,
    double from,
    long runs,
    double exciting,
    double excitingSd,
    double inhibiting,
    double inhibitingSd,
    String hues) {
  /** The bins of one layer of networks of one kind, of which dead ones are left out. */
  public static List<HueShare> of(
      List<Measured<OpponentCells>> networks, String layer, String hues) {
    Map<Integer, List<Measured<OpponentCells>>> runs =
        networks.stream()
            .filter(one -> !one.dead())
            .collect(groupingBy(one -> one.network().run(), TreeMap::new, toList()));
    int most = runs.values().stream().mapToInt(List::size).max().orElse(0);
    List<Measured<List<HueBin>>> bins =
        runs.entrySet().stream()
            .filter(run -> run.getValue().size() == most)
            .map(run -> new Measured<>(allWidths(run.getKey()), bins(run.getValue(), layer)))
            .toList();
    WeightOrigin weights = networks.get(0).value().weights();
    return IntStream.range(0, HueBin.BINS)
        .mapToObj(bin -> of(weights, layer, hues, bin, bins))
        .toList();
  }

  private static List<HueBin> bins(List<Measured<OpponentCells>> networks, String layer) {
    return HueBin.of(
        networks.stream()
            .flatMap(one -> one.value().cells(layer).stream())
            .map(CellOpponency::colour)
            .toList());
  }

  private static NetworkId allWidths(int run) {
    return new NetworkId("all widths, run " + run, 0, run, 0, false);
  }

  private static HueShare of(
      WeightOrigin weights, String layer, String hues, int bin, List<Measured<List<HueBin>>> runs) {
    WidthMean exciting = ByWidth.of("exciting", runs, bins -> bins.get(bin).exciting()).at(0);
    WidthMean inhibiting = ByWidth.of("inhibiting", runs, bins -> bins.get(bin).inhibiting()).at(0);
    return new HueShare(
        weights,
        layer,
        bin * 360.0 / HueBin.BINS,
        exciting.runs(),
        exciting.mean(),
        exciting.spread(),
        inhibiting.mean(),
        inhibiting.spread(),
        hues);
  }
}
