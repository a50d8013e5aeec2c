package org.opponency.claims;

import static org.opponency.claims.Quantity.Trends.NOT_CLAIMED;
import static org.opponency.claims.Quantity.Trends.TESTED;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.opponency.evaluation.Accuracy;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Calibration;
import org.opponency.evaluation.ShapeBias;
import org.opponency.io.ShownAs;
import org.opponency.physiology.CellClass;
import org.opponency.physiology.OpponencyRule;
import org.opponency.study.analysis.EarlyVision;
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
 * value that it is, whether the paper claims a trend over the widths or that there is none, and
 * what its authors published, if they did. The ledger, the table of trends, the tables of a sweep
 * and the verdicts of the notebooks follow.
 */
public enum Quantity {
  /** Top-1 accuracy on the validation images (Figure 5). */
  ACCURACY("top-1 accuracy", Source.ACCURACY, Accuracy::top1, NOT_CLAIMED),
  /** Shape decisions among shape and texture decisions (Figure 4). */
  SHAPE_BIAS("shape bias", Source.SHAPE_BIAS, ShapeBias::fraction, TESTED, Published::shapeBias),
  /** Top-1 accuracy on natural adversarial examples (Figure 6). */
  NATURAL_ADVERSARIAL(
      "accuracy on natural adversarial examples",
      Source.NATURAL_ADVERSARIAL,
      Calibration::accuracy,
      TESTED,
      Published::imageNetA),
  /** Area under the response rate accuracy curve on them (Figure 11). */
  AURRA(
      "AURRA on natural adversarial examples",
      Source.NATURAL_ADVERSARIAL,
      Calibration::aurra,
      TESTED,
      Published::aurra),
  /** Worst-case accuracy under attack, mean over the budgets above 0 (Figure 7). */
  ROBUST_ACCURACY("robust accuracy", Source.ROBUSTNESS, RobustnessResults::overBudgets, TESTED),
  /** The largest perturbation that the attacks of Figure 7 may make, pixels in [0, 1]. */
  LARGEST_PERTURBATION(
      "largest perturbation",
      Source.ROBUSTNESS,
      RobustnessResults::largestBudget,
      NOT_CLAIMED,
      ShownAs.NUMBER),
  /** Worst-case accuracy of the CIFAR-10 networks at {@link Claims#CIFAR10_EPSILON} (Figure 10). */
  CIFAR10_ROBUST_ACCURACY(
      "robust accuracy on CIFAR-10",
      Source.CIFAR10,
      curve -> Cifar10Results.at(Claims.CIFAR10_EPSILON, curve),
      TESTED,
      () -> Published.cifar10Robustness(Claims.CIFAR10_EPSILON)),
  /**
   * Share of Retina-2 cells that are colour-opponent (Figure 2): hues on both sides of the
   * baseline.
   */
  RETINA2_COLOUR(
      "colour-opponent share of Retina-2",
      Source.OPPONENCY,
      crossing(cells -> cells.share(EarlyVision.RETINA_2, CellClass::colour)),
      NOT_CLAIMED),
  /** Share of Retina-2 cells that are luminance- but not colour-opponent. */
  RETINA2_LUMINANCE_ONLY(
      "luminance-only share of Retina-2",
      Source.OPPONENCY,
      crossing(
          cells -> cells.share(EarlyVision.RETINA_2, type -> type == CellClass.LUMINANCE_ONLY)),
      NOT_CLAIMED),
  /** Share of ResNet-1 cells that are colour-opponent. */
  RESNET1_COLOUR(
      "colour-opponent share of ResNet-1",
      Source.OPPONENCY,
      crossing(cells -> cells.share(EarlyVision.RESNET_1, CellClass::colour)),
      NOT_CLAIMED),
  /** Share of ResNet-1 cells that are luminance-opponent. */
  RESNET1_LUMINANCE(
      "luminance-opponent share of ResNet-1",
      Source.OPPONENCY,
      crossing(cells -> cells.share(EarlyVision.RESNET_1, CellClass::luminance)),
      NOT_CLAIMED),
  /** Share of the colour-opponent cells of both layers that are luminance-opponent as well. */
  COLOUR_AND_LUMINANCE(
      "luminance-opponent share of colour-opponent cells",
      Source.OPPONENCY,
      crossing(cells -> cells.share(EarlyVision.FIGURE_2, CellClass::colour, CellClass::luminance)),
      NOT_CLAIMED),
  /** The same as {@link #RETINA2_COLOUR} by the authors' code: the baseline is positive, too. */
  RETINA2_COLOUR_CODE(
      "colour-opponent share of Retina-2 (authors' code)",
      Source.OPPONENCY,
      byCode(cells -> cells.share(EarlyVision.RETINA_2, CellClass::colour)),
      NOT_CLAIMED),
  /**
   * The same as {@link #RETINA2_LUMINANCE_ONLY} by the authors' code: the baseline is positive,
   * too.
   */
  RETINA2_LUMINANCE_ONLY_CODE(
      "luminance-only share of Retina-2 (authors' code)",
      Source.OPPONENCY,
      byCode(cells -> cells.share(EarlyVision.RETINA_2, type -> type == CellClass.LUMINANCE_ONLY)),
      NOT_CLAIMED),
  /** The same as {@link #RESNET1_COLOUR} by the authors' code: the baseline is positive, too. */
  RESNET1_COLOUR_CODE(
      "colour-opponent share of ResNet-1 (authors' code)",
      Source.OPPONENCY,
      byCode(cells -> cells.share(EarlyVision.RESNET_1, CellClass::colour)),
      NOT_CLAIMED),
  /** The same as {@link #RESNET1_LUMINANCE} by the authors' code: the baseline is positive, too. */
  RESNET1_LUMINANCE_CODE(
      "luminance-opponent share of ResNet-1 (authors' code)",
      Source.OPPONENCY,
      byCode(cells -> cells.share(EarlyVision.RESNET_1, CellClass::luminance)),
      NOT_CLAIMED),
  /**
   * The same as {@link #COLOUR_AND_LUMINANCE} by the authors' code: the baseline is positive, too.
   */
  COLOUR_AND_LUMINANCE_CODE(
      "luminance-opponent share of colour-opponent cells (authors' code)",
      Source.OPPONENCY,
      byCode(cells -> cells.share(EarlyVision.FIGURE_2, CellClass::colour, CellClass::luminance)),
      NOT_CLAIMED),
  /** Linearity score of Retina-2 as a share of the grey scale, mean over cells; 0 if linear. */
  RETINA2_NONLINEARITY(
      "non-linearity of Retina-2", Source.RECEPTIVE_FIELDS, RetinalFields::nonLinearity, TESTED),
  /** Share of Retina-2 cells whose receptive field is centre-surround (Figure 8). */
  RETINA2_CENTRE_SURROUND(
      "centre-surround share of Retina-2",
      Source.RECEPTIVE_FIELDS,
      RetinalFields::centreSurround,
      NOT_CLAIMED),
  /** Median s.d. of the centres in Retina-2 as a share of the side of what a cell sees. */
  RETINA2_CENTRE_WIDTH(
      "width of centres in Retina-2",
      Source.RECEPTIVE_FIELDS,
      RetinalFields::centreWidth,
      NOT_CLAIMED),
  /** Mean probability that a network gives the class of its own super-stimuli (Figure 3). */
  SUPERSTIMULUS_CONFIDENCE(
      "confidence in super-stimuli",
      Source.SUPER_STIMULI,
      SuperStimulusResults::confidence,
      NOT_CLAIMED);

  /** Whether a quantity's trend over the widths is one of the ledger's tests. */
  enum Trends {
    /** The paper says that it rises, or falls, or does neither. */
    TESTED,
    /** It says nothing of the kind. */
    NOT_CLAIMED
  }

  private final String title;
  private final Source<?> source;
  private final Function<Results<?>, ByWidth> runs;
  private final Trends trends;
  private final Optional<Supplier<ByWidth>> published;

  <R> Quantity(String title, Source<R> source, ToDoubleFunction<R> number, Trends trends) {
    this(title, source, number, trends, ShownAs.PERCENT);
  }

  <R> Quantity(
      String title, Source<R> source, ToDoubleFunction<R> number, Trends trends, ShownAs shownAs) {
    this(title, source, number, trends, shownAs, Optional.empty());
  }

  <R> Quantity(
      String title,
      Source<R> source,
      ToDoubleFunction<R> number,
      Trends trends,
      Supplier<ByWidth> published) {
    this(title, source, number, trends, ShownAs.PERCENT, Optional.of(published));
  }

  <R> Quantity(
      String title,
      Source<R> source,
      ToDoubleFunction<R> number,
      Trends trends,
      ShownAs shownAs,
      Optional<Supplier<ByWidth>> published) {
    this.title = title;
    this.source = source;
    this.runs = results -> ByWidth.of(title, shownAs, source.cast(results).networks(), number);
    this.trends = trends;
    this.published = published;
  }

  private static ToDoubleFunction<OpponentCells> crossing(ToDoubleFunction<OpponentCells> number) {
    return cells -> number.applyAsDouble(cells.by(OpponencyRule.CROSSES));
  }

  private static ToDoubleFunction<OpponentCells> byCode(ToDoubleFunction<OpponentCells> number) {
    return cells -> number.applyAsDouble(cells.by(OpponencyRule.AUTHORS_CODE));
  }

  /** The name as people write it. */
  public String title() {
    return title;
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

  boolean isTrendTested() {
    return trends == Trends.TESTED;
  }

  static Stream<Quantity> all() {
    return Stream.of(values());
  }
}
