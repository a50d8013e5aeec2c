package org.opponency.physiology;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One bin of the distribution of cells over the colour wheel.
 *
 * @param bin counted from 0, which begins at red
 * @param from its first hue in degrees
 * @param exciting share of the cells whose most exciting hue falls into it
 * @param inhibiting share of the cells whose most inhibiting hue does
 */
public record HueBin(int bin, double from, double exciting, double inhibiting) {
  /** Bins in Harris et al. (2019, 2020), of 8 degrees each. */
  public static final int BINS = 45;

  private static final double WIDTH = 360.0 / BINS;

  /** The distribution of cells, of which those without a preferred hue are left out. */
  public static List<HueBin> of(List<ColourTuning> cells) {
    double[] exciting = shares(cells, ColourTuning::preferredHue);
    double[] inhibiting = shares(cells, ColourTuning::antiPreferredHue);
    return IntStream.range(0, BINS)
        .mapToObj(bin -> new HueBin(bin, bin * WIDTH, exciting[bin], inhibiting[bin]))
        .toList();
  }

  private static double[] shares(List<ColourTuning> cells, ToDoubleFunction<ColourTuning> hue) {
    double[] hues = cells.stream().mapToDouble(hue).filter(h -> !Double.isNaN(h)).toArray();
    double[] shares = new double[BINS];
    for (double degrees : hues) {
      shares[(int) (degrees / WIDTH)] += 1.0 / hues.length;
    }
    return shares;
  }
}
