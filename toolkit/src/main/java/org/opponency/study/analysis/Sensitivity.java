package org.opponency.study.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.opponency.images.Normalisation;
import org.opponency.io.Fraction;
import org.opponency.physiology.OpponencyProtocol;
import org.opponency.physiology.OpponencyRule;
import org.opponency.physiology.OpponencyShares;
import org.opponency.stimuli.Grey;

/**
 * How shares move when one thing about the measurement is changed: means over all networks that are
 * alive, of every width.
 *
 * @param layer PyTorch module path
 * @param variant what is changed; the first is the paper's protocol
 * @param networks how many stand behind the numbers
 * @param colour share of cells opponent to colour, a fraction
 * @param luminance share opponent to luminance
 * @param both share opponent to both
 * @param neither share opponent to neither
 */
public record Sensitivity(
    String layer,
    String variant,
    int networks,
    @Fraction double colour,
    @Fraction double luminance,
    @Fraction double both,
    @Fraction double neither) {
  /** The variant in which pixels in [0, 1] reach the first layer as they are. */
  static final String NOT_NORMALISED = "stimuli not normalised";

  /** The grey that is as bright as the mean pixel of ImageNet, 0.449: zero once normalised. */
  private static final Grey MEAN_PIXEL = meanPixel(Normalisation.IMAGENET.mean());

  private static Grey meanPixel(float[] mean) {
    return new Grey((mean[0] + mean[1] + mean[2]) / 3.0);
  }

  /** What is varied, by name; {@link #NOT_NORMALISED} changes the network, not the protocol. */
  static Map<String, OpponencyProtocol> variants() {
    OpponencyProtocol paper = OpponencyProtocol.PAPER;
    Map<String, OpponencyProtocol> variants = new LinkedHashMap<>();
    variants.put("paper", paper);
    for (double threshold : new double[] {0.01, 0.05, 0.2}) {
      variants.put("threshold " + threshold, paper.withRule(new OpponencyRule(threshold, false)));
    }
    variants.put("authors' code (positive baseline)", paper.withRule(OpponencyRule.AUTHORS_CODE));
    variants.put("background black", paper.withBackground(Grey.BLACK));
    variants.put("background grey 0.5", paper.withBackground(Grey.MID));
    variants.put("background mean pixel", paper.withBackground(MEAN_PIXEL));
    variants.put("background white", paper.withBackground(new Grey(1)));
    variants.put("saturation 0.5", paper.withSaturation(0.5));
    variants.put("lightness 0.25", paper.withLightness(0.25));
    variants.put("lightness 0.75", paper.withLightness(0.75));
    variants.put("behind the ReLU", paper.behindTheRelu());
    variants.put(NOT_NORMALISED, paper);
    return variants;
  }

  static Sensitivity of(String layer, String variant, List<OpponencyShares> networks) {
    return new Sensitivity(
        layer,
        variant,
        networks.size(),
        mean(networks, OpponencyShares::colour),
        mean(networks, OpponencyShares::luminance),
        mean(networks, OpponencyShares::colourAndLuminance),
        mean(networks, OpponencyShares::neither));
  }

  private static double mean(
      List<OpponencyShares> networks, ToDoubleFunction<OpponencyShares> share) {
    return networks.stream().mapToDouble(share).average().orElse(Double.NaN);
  }
}
