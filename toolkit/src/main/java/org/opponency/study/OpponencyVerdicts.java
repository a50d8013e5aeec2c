package org.opponency.study;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.opponency.physiology.CellClass;

/** What the paper says of Figure 2, held against our shares. */
public final class OpponencyVerdicts {
  /** What counts as "approximately half". */
  private static final double HALF_FROM = 0.35;

  private static final double HALF_TO = 0.65;

  /** What counts as "the vast majority" and as "almost all". */
  private static final double MOST = 0.8;

  private static final double NEARLY_ALL = 0.9;

  /** What training has to change at least to be said to change anything. */
  private static final double APART = 0.1;

  private static final IntPredicate ONE = width -> width == 1;
  private static final IntPredicate MORE = width -> width > 1;

  private final List<ClassShare> shares;

  private OpponencyVerdicts(List<ClassShare> shares) {
    this.shares = shares;
  }

  /** One verdict a claim; shares of trained and of random networks, Retina-2 and ResNet-1. */
  public static List<Verdict> of(List<ClassShare> shares) {
    var verdicts = new OpponencyVerdicts(shares);
    return List.of(
        verdicts.none("Retina-2", EarlyVision.RETINA_2),
        verdicts.none("ResNet-1", EarlyVision.RESNET_1),
        verdicts.half("Retina-2", EarlyVision.RETINA_2),
        verdicts.half("ResNet-1", EarlyVision.RESNET_1),
        verdicts.alsoLuminance("Retina-2", EarlyVision.RETINA_2),
        verdicts.alsoLuminance("ResNet-1", EarlyVision.RESNET_1),
        verdicts.luminanceOnly(),
        verdicts.nearlyAll(),
        verdicts.learnt("Retina-2", EarlyVision.RETINA_2),
        verdicts.learnt("ResNet-1", EarlyVision.RESNET_1));
  }

  private Verdict none(String name, String layer) {
    double colour = colour(ModelShares.Weights.TRAINED, layer, ONE);
    return Verdict.of(
        "no cell of %s is colour opponent at width 1".formatted(name),
        percent(colour),
        colour,
        colour == 0);
  }

  private Verdict half(String name, String layer) {
    double colour = colour(ModelShares.Weights.TRAINED, layer, MORE);
    return Verdict.of(
        "about half of %s is colour opponent at larger widths".formatted(name),
        percent(colour),
        colour,
        colour >= HALF_FROM && colour <= HALF_TO);
  }

  private Verdict alsoLuminance(String name, String layer) {
    double both =
        mean(
            ModelShares.Weights.TRAINED,
            layer,
            MORE,
            type -> type == CellClass.COLOUR_AND_LUMINANCE);
    double share = both / colour(ModelShares.Weights.TRAINED, layer, MORE);
    return Verdict.of(
        "most colour opponent cells of %s are luminance opponent too".formatted(name),
        percent(share),
        share,
        share >= MOST);
  }

  private Verdict luminanceOnly() {
    Predicate<CellClass> only = type -> type == CellClass.LUMINANCE_ONLY;
    double narrow = mean(ModelShares.Weights.TRAINED, EarlyVision.RETINA_2, w -> w < 4, only);
    double wide = mean(ModelShares.Weights.TRAINED, EarlyVision.RETINA_2, w -> w >= 4, only);
    return Verdict.of(
        "more cells of Retina-2 are opponent to luminance only below width 4",
        "%s below, %s from 4 on".formatted(percent(narrow), percent(wide)),
        narrow - wide,
        narrow > wide);
  }

  private Verdict nearlyAll() {
    double luminance =
        mean(
            ModelShares.Weights.TRAINED,
            EarlyVision.RESNET_1,
            width -> true,
            type -> type == CellClass.LUMINANCE_ONLY || type == CellClass.COLOUR_AND_LUMINANCE);
    return Verdict.of(
        "almost all cells of ResNet-1 are luminance opponent",
        percent(luminance),
        luminance,
        luminance >= NEARLY_ALL);
  }

  /** No claim of the paper's, but what its claims rest on. */
  private Verdict learnt(String name, String layer) {
    double trained = colour(ModelShares.Weights.TRAINED, layer, MORE);
    double random = colour(ModelShares.Weights.RANDOM, layer, MORE);
    return Verdict.of(
        "training moves the share of colour opponent cells in %s by 10 points".formatted(name),
        "%s trained, %s random".formatted(percent(trained), percent(random)),
        trained - random,
        Math.abs(trained - random) >= APART);
  }

  private double colour(ModelShares.Weights weights, String layer, IntPredicate widths) {
    return mean(
        weights,
        layer,
        widths,
        type -> type == CellClass.COLOUR_ONLY || type == CellClass.COLOUR_AND_LUMINANCE);
  }

  /** The share of some classes together, mean over widths. */
  private double mean(
      ModelShares.Weights weights,
      String layer,
      IntPredicate widths,
      Predicate<CellClass> classes) {
    List<ClassShare> members =
        shares.stream()
            .filter(row -> row.network() == weights && row.layer().equals(layer))
            .filter(row -> widths.test(row.width()) && row.runs() > 0)
            .toList();
    long places = members.stream().map(ClassShare::width).distinct().count();
    double sum =
        members.stream()
            .filter(row -> classes.test(row.type()))
            .mapToDouble(ClassShare::mean)
            .sum();
    return places == 0 ? Double.NaN : sum / places;
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "no number" : "%.1f %%".formatted(100 * share);
  }
}
