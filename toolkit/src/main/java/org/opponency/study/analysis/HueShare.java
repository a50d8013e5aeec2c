package org.opponency.study.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.opponency.physiology.CellOpponency;
import org.opponency.physiology.ColourTuning;
import org.opponency.physiology.HueBin;

/**
 * One bin of the distribution of preferred hues: mean and s.d. over runs, the cells of all widths
 * of a run together, as in Harris et al. (2020).
 *
 * @param network whether weights are trained or drawn at random
 * @param layer PyTorch module path
 * @param from the bin's first hue in degrees
 * @param runs that stand behind the numbers
 * @param exciting mean share of cells whose most exciting hue falls into the bin, a fraction
 * @param excitingSd its standard deviation (n - 1); 0 for one run
 * @param inhibiting mean share of cells whose most inhibiting hue does
 * @param inhibitingSd its standard deviation
 */
public record HueShare(
    ModelShares.Weights network,
    String layer,
    double from,
    long runs,
    double exciting,
    double excitingSd,
    double inhibiting,
    double inhibitingSd) {
  /** The bins of one layer of networks of one kind, of which dead ones are left out. */
  public static List<HueShare> of(List<ModelOpponency> models, String layer) {
    Map<Integer, List<ColourTuning>> runs =
        models.stream()
            .filter(model -> !model.dead())
            .collect(
                Collectors.groupingBy(
                    ModelOpponency::run,
                    TreeMap::new,
                    Collectors.flatMapping(
                        model -> model.cells(layer).stream().map(CellOpponency::colour),
                        Collectors.toList())));
    List<List<HueBin>> bins = runs.values().stream().map(HueBin::of).toList();
    List<HueShare> shares = new ArrayList<>();
    for (int bin = 0; bin < HueBin.BINS; bin++) {
      shares.add(of(models.get(0).network(), layer, bin, bins));
    }
    return shares;
  }

  private static HueShare of(
      ModelShares.Weights network, String layer, int bin, List<List<HueBin>> runs) {
    SummaryStatistics exciting = new SummaryStatistics();
    SummaryStatistics inhibiting = new SummaryStatistics();
    runs.forEach(run -> exciting.addValue(run.get(bin).exciting()));
    runs.forEach(run -> inhibiting.addValue(run.get(bin).inhibiting()));
    return new HueShare(
        network,
        layer,
        bin * 360.0 / HueBin.BINS,
        exciting.getN(),
        exciting.getMean(),
        exciting.getStandardDeviation(),
        inhibiting.getMean(),
        inhibiting.getStandardDeviation());
  }
}
