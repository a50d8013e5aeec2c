package org.opponency.study.laboratory;

import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.opponency.evaluation.ClusterBootstrap;
import org.opponency.evaluation.Interval;
import org.opponency.physiology.cone.HueCurves;
import org.opponency.physiology.cone.HumanHues;
import org.opponency.study.results.WeightOrigin;

/**
 * How alike the mean curve of some networks is to people's: Spearman's rank correlation over the
 * wavelengths, with 95 % intervals from a bootstrap of whole networks. Each network's curve counts
 * as much as another, by its share of the sum over wavelengths; those that answer nothing are
 * counted and left out.
 *
 * @param weights {@code TRAINED} or {@code RANDOM}, or {@code pixels} for the stimulus itself
 * @param widths of the bottleneck
 * @param networks how many
 * @param silent how many of them answer none of the fields
 * @param allCells of all cells together
 * @param interval its interval; NaN with fewer than two networks
 * @param companion of the slope of the largest response, as the companion study has it, but of the
 *     centre cells alone: see {@link HueCurves}
 * @param companionInterval its interval, likewise
 */
public record HueAgreement(
    String weights,
    String widths,
    int networks,
    int silent,
    double allCells,
    Interval interval,
    double companion,
    Interval companionInterval) {
  static HueAgreement of(WeightOrigin weights, HueGroup group, List<HueCurves> curves) {
    List<double[]> all = shares(curves, HueCurves::sensitivity);
    List<double[]> largest = shares(curves, HueCurves::companion);
    return new HueAgreement(
        weights.name(),
        group.label(),
        curves.size(),
        curves.size() - all.size(),
        likeness(all),
        ClusterBootstrap.STANDARD.interval(all, HueAgreement::likeness),
        likeness(largest),
        ClusterBootstrap.STANDARD.interval(largest, HueAgreement::likeness));
  }

  static HueAgreement ofPixels() {
    HueCurves pixels = HueCurves.ofPixels();
    Interval none = new Interval(Double.NaN, Double.NaN);
    return new HueAgreement(
        "pixels",
        "",
        0,
        0,
        HumanHues.likeness(pixels.sensitivity()),
        none,
        HumanHues.likeness(pixels.companion()),
        none);
  }

  /** Curves as shares of their sum, without those of zeros. */
  private static List<double[]> shares(
      List<HueCurves> curves, Function<HueCurves, double[]> sensitivity) {
    return curves.stream()
        .map(sensitivity)
        .filter(curve -> DoubleStream.of(curve).sum() > 0)
        .map(HueAgreement::share)
        .toList();
  }

  private static double[] share(double[] curve) {
    double sum = DoubleStream.of(curve).sum();
    return DoubleStream.of(curve).map(value -> value / sum).toArray();
  }

  private static double likeness(List<double[]> curves) {
    return curves.isEmpty() ? Double.NaN : HumanHues.likeness(mean(curves));
  }

  /** The mean of curves of one length. */
  private static double[] mean(List<double[]> curves) {
    double[] mean = new double[curves.get(0).length];
    for (double[] curve : curves) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += curve[i] / curves.size();
      }
    }
    return mean;
  }

  /** The mean curve of some networks, each as a share of its sum; of none zeros. */
  public static double[] meanCurve(List<HueCurves> curves) {
    List<double[]> shares = shares(curves, HueCurves::sensitivity);
    return shares.isEmpty() ? new double[HumanHues.ALL.size()] : mean(shares);
  }
}
