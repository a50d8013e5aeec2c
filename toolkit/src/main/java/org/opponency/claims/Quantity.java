package org.opponency.claims;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.opponency.evaluation.Accuracy;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Calibration;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.ShapeBias;
import org.opponency.evaluation.Share;
import org.opponency.io.ShownAs;
import org.opponency.physiology.CellClass;
import org.opponency.physiology.OpponencyRule;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.laboratory.LinearityCell;
import org.opponency.study.results.Cifar10Results;
import org.opponency.study.results.OpponentCells;
import org.opponency.study.results.Results;
import org.opponency.study.results.RetinalFields;
import org.opponency.study.results.RobustnessResults;
import org.opponency.study.results.SuperStimulusResults;

/**
 * What claims of the paper are about: one number a network each.
 *
 * <p>A new quantity is one constant here: its title, the analysis and the number of one network's
 * value that it is, how people read it, and what its authors published, if they did. The ledger,
 * the table of trends, the tables of a sweep and the verdicts of the notebooks follow.
 */
public enum Quantity {
  /** Top-1 accuracy on the validation images (Figure 5). */
  ACCURACY("top-1 accuracy", Source.ACCURACY, Accuracy::top1),
  /** Shape decisions among shape and texture decisions (Figure 4). */
  SHAPE_BIAS("shape bias", Source.SHAPE_BIAS, ShapeBias::fraction, Published::shapeBias),
  /** The same without what guessing gives, of either cue. */
  SHAPE_BIAS_CORRECTED("shape bias without guesses", Source.SHAPE_BIAS, ShapeBias::withoutGuesses),
  /** Top-1 accuracy on natural adversarial examples (Figure 6). */
  NATURAL_ADVERSARIAL(
      "accuracy on natural adversarial examples",
      Source.NATURAL_ADVERSARIAL,
      Calibration::accuracy,
      Published::imageNetA),
  /** Area under the response rate accuracy curve on them (Figure 11). */
  AURRA(
      "AURRA on natural adversarial examples",
      Source.NATURAL_ADVERSARIAL,
      Calibration::aurra,
      Published::aurra),
  /** Top-1 accuracy on pictures that a network of width 1 gets wrong. */
  HARD_FOR_TIGHT(
      "accuracy on pictures hard for width 1", Source.HARD_FOR_TIGHT, Calibration::accuracy),
  /** Area under the response rate accuracy curve on those. */
  AURRA_HARD_FOR_TIGHT(
      "AURRA on pictures hard for width 1", Source.HARD_FOR_TIGHT, Calibration::aurra),
  /** Worst-case accuracy under attack, mean over the budgets above 0 (Figure 7). */
  ROBUST_ACCURACY("robust accuracy", Source.ROBUSTNESS, RobustnessResults::overBudgets),
  /** The same as a fraction of the accuracy without any attack. */
  RELATIVE_ROBUSTNESS(
      "robust accuracy relative to clean accuracy",
      Source.ROBUSTNESS,
      RobustnessResults::relativeToClean),
  /** Worst-case accuracy of the CIFAR-10 networks at {@link Claims#CIFAR10_EPSILON} (Figure 10). */
  CIFAR10_ROBUST_ACCURACY(
      "robust accuracy of CIFAR-10 networks",
      Source.CIFAR10,
      curve -> Cifar10Results.at(Claims.CIFAR10_EPSILON, curve),
      () -> Published.cifar10Robustness(Claims.CIFAR10_EPSILON)),
  /** Share of Retina-2 cells that are colour-opponent (Figure 2). */
  RETINA2_COLOUR(
      Source.OPPONENCY,
      "colour-opponent share of Retina-2",
      crossing(cells -> cells.share(EarlyVision.RETINA_2, CellClass::colour))),
  /** Share of Retina-2 cells that are luminance-opponent. */
  RETINA2_LUMINANCE(
      Source.OPPONENCY,
      "luminance-opponent share of Retina-2",
      crossing(cells -> cells.share(EarlyVision.RETINA_2, CellClass::luminance))),
  /** Share of Retina-2 cells that are luminance- but not colour-opponent. */
  RETINA2_LUMINANCE_ONLY(
      Source.OPPONENCY,
      "luminance-only share of Retina-2",
      crossing(
          cells -> cells.share(EarlyVision.RETINA_2, type -> type == CellClass.LUMINANCE_ONLY))),
  /** Share of ResNet-1 cells that are colour-opponent. */
  RESNET1_COLOUR(
      Source.OPPONENCY,
      "colour-opponent share of ResNet-1",
      crossing(cells -> cells.share(EarlyVision.RESNET_1, CellClass::colour))),
  /** Share of ResNet-1 cells that are luminance-opponent. */
  RESNET1_LUMINANCE(
      Source.OPPONENCY,
      "luminance-opponent share of ResNet-1",
      crossing(cells -> cells.share(EarlyVision.RESNET_1, CellClass::luminance))),
  /** Share of the colour-opponent cells of both layers that are luminance-opponent as well. */
  COLOUR_AND_LUMINANCE(
      Source.OPPONENCY,
      "luminance-opponent share of colour-opponent cells",
      crossing(
          cells -> cells.share(EarlyVision.FIGURE_2, CellClass::colour, CellClass::luminance))),
  /** {@link #RETINA2_COLOUR} by the authors' code: the baseline must be positive, too. */
  RETINA2_COLOUR_CODE(
      Source.OPPONENCY,
      "colour-opponent share of Retina-2 (authors' code)",
      byCode(cells -> cells.share(EarlyVision.RETINA_2, CellClass::colour))),
  /** {@link #RETINA2_LUMINANCE} by the authors' code: the baseline must be positive, too. */
  RETINA2_LUMINANCE_CODE(
      Source.OPPONENCY,
      "luminance-opponent share of Retina-2 (authors' code)",
      byCode(cells -> cells.share(EarlyVision.RETINA_2, CellClass::luminance))),
  /** {@link #RETINA2_LUMINANCE_ONLY} by the authors' code: the baseline must be positive, too. */
  RETINA2_LUMINANCE_ONLY_CODE(
      Source.OPPONENCY,
      "luminance-only share of Retina-2 (authors' code)",
      byCode(cells -> cells.share(EarlyVision.RETINA_2, type -> type == CellClass.LUMINANCE_ONLY))),
  /** {@link #RESNET1_COLOUR} by the authors' code: the baseline must be positive, too. */
  RESNET1_COLOUR_CODE(
      Source.OPPONENCY,
      "colour-opponent share of ResNet-1 (authors' code)",
      byCode(cells -> cells.share(EarlyVision.RESNET_1, CellClass::colour))),
  /** {@link #RESNET1_LUMINANCE} by the authors' code: the baseline must be positive, too. */
  RESNET1_LUMINANCE_CODE(
      Source.OPPONENCY,
      "luminance-opponent share of ResNet-1 (authors' code)",
      byCode(cells -> cells.share(EarlyVision.RESNET_1, CellClass::luminance))),
  /** {@link #COLOUR_AND_LUMINANCE} by the authors' code: the baseline must be positive, too. */
  COLOUR_AND_LUMINANCE_CODE(
      Source.OPPONENCY,
      "luminance-opponent share of colour-opponent cells (authors' code)",
      byCode(cells -> cells.share(EarlyVision.FIGURE_2, CellClass::colour, CellClass::luminance))),
  /** R^2 of a linear model of Retina-2 on held-out pictures, mean over cells; 1 if linear. */
  RETINA2_LINEARITY(
      "linearity of Retina-2 in pictures",
      Source.LINEARITY,
      cells -> cells.mean(EarlyVision.RETINA_2, LinearityCell::goodness)),
  /** Linearity score of Retina-2 as a share of the grey scale, mean over cells; 0 if linear. */
  RETINA2_NONLINEARITY(
      "non-linearity of Retina-2", Source.RECEPTIVE_FIELDS, RetinalFields::nonLinearity),
  /** Share of Retina-2 cells whose receptive field is centre-surround (Figure 8). */
  RETINA2_CENTRE_SURROUND(
      Source.RECEPTIVE_FIELDS, "centre-surround share of Retina-2", RetinalFields::centreSurround),
  /** By how much that is more than of the same network with random weights. */
  RETINA2_CENTRE_SURROUND_LEARNT(
      "centre-surround share of Retina-2 above random weights",
      Source.RECEPTIVE_FIELDS,
      RetinalFields::centreSurroundAboveRandom),
  /** Median radius that holds 90 % of a field's energy in Retina-2, of the side a cell sees. */
  RETINA2_EXTENT("extent of fields in Retina-2", Source.RECEPTIVE_FIELDS, RetinalFields::extent),
  /** How far Retina-2's responses to a picture follow its brightness, either way up (Figure 9). */
  RETINA2_BRIGHTNESS(
      "correlation of Retina-2 with brightness",
      Source.RECEPTIVE_FIELDS,
      RetinalFields::followsBrightness,
      ShownAs.NUMBER),
  /** Mean probability that a network gives the class of its own super-stimuli (Figure 3). */
  SUPERSTIMULUS_CONFIDENCE(
      "confidence in super-stimuli", Source.SUPER_STIMULI, SuperStimulusResults::confidence),
  /** How far super-stimuli differ in colour as their classes' pictures do, from -1 to 1. */
  SUPERSTIMULUS_COLOUR(
      "likeness of super-stimuli in colour",
      Source.SUPER_STIMULI,
      SuperStimulusResults::likeness,
      ShownAs.NUMBER);

  private final String title;
  private final Source<?> source;
  private final ShownAs shownAs;
  private final Function<Results<?>, ByWidth> runs;
  private final Optional<Supplier<ByWidth>> published;

  <R> Quantity(String title, Source<R> source, ToDoubleFunction<R> number) {
    this(title, source, number, ShownAs.PERCENT);
  }

  <R> Quantity(String title, Source<R> source, ToDoubleFunction<R> number, ShownAs shownAs) {
    this(title, source, shownAs, numbers(title, source, shownAs, number), Optional.empty());
  }

  <R> Quantity(
      String title, Source<R> source, ToDoubleFunction<R> number, Supplier<ByWidth> published) {
    this(
        title,
        source,
        ShownAs.PERCENT,
        numbers(title, source, ShownAs.PERCENT, number),
        Optional.of(published));
  }

  /** A share of cells. */
  <R> Quantity(Source<R> source, String title, Function<R, Share> share) {
    this(
        title,
        source,
        ShownAs.PERCENT,
        results -> ByWidth.ofShares(title, source.cast(results).networks(), share),
        Optional.empty());
  }

  Quantity(
      String title,
      Source<?> source,
      ShownAs shownAs,
      Function<Results<?>, ByWidth> runs,
      Optional<Supplier<ByWidth>> published) {
    this.title = title;
    this.source = source;
    this.shownAs = shownAs;
    this.runs = runs;
    this.published = published;
  }

  private static Function<OpponentCells, Share> crossing(Function<OpponentCells, Share> share) {
    return cells -> share.apply(cells.by(OpponencyRule.CROSSES));
  }

  private static Function<OpponentCells, Share> byCode(Function<OpponentCells, Share> share) {
    return cells -> share.apply(cells.by(OpponencyRule.AUTHORS_CODE));
  }

  private static <R> Function<Results<?>, ByWidth> numbers(
      String title, Source<R> source, ShownAs shownAs, ToDoubleFunction<R> number) {
    return results -> ByWidth.of(title, shownAs, source.cast(results).networks(), number);
  }

  /** The name as people write it. */
  public String title() {
    return title;
  }

  /**
   * The quantity of a title.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Quantity titled(String title) {
    return all()
        .filter(each -> each.title.equals(title))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    format(
                        "Expected the title of a quantity, such as \"%s\", got \"%s\"",
                        ACCURACY.title, title)));
  }

  /** How people read it. */
  public ShownAs shownAs() {
    return shownAs;
  }

  /**
   * The number of each network, by width.
   *
   * @param results of the analysis that it comes from
   * @throws ClassCastException if they are of another analysis
   */
  public ByWidth of(Results<?> results) {
    return runs.apply(results);
  }

  /** The same of numbers that were kept. */
  public ByWidth of(List<Measured<Double>> numbers) {
    return new ByWidth(title, shownAs, numbers);
  }

  /** What the paper's authors published of it. */
  public Optional<ByWidth> published() {
    return published.map(runs -> runs.get().named(title + ", published"));
  }

  /** The quantities that come from an analysis. */
  public static List<Quantity> from(Results<?> results) {
    return all().filter(each -> each.source.type().isInstance(results)).toList();
  }

  Source<?> source() {
    return source;
  }

  static Stream<Quantity> all() {
    return Stream.of(values());
  }
}
