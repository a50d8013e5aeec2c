package org.opponency.claims;

import static org.opponency.claims.Criterion.between;
import static org.opponency.claims.Criterion.budgetsUpTo;
import static org.opponency.claims.Criterion.falls;
import static org.opponency.claims.Criterion.higherAt;
import static org.opponency.claims.Criterion.higherBelow;
import static org.opponency.claims.Criterion.highestAt;
import static org.opponency.claims.Criterion.lowerBelow;
import static org.opponency.claims.Criterion.noTrend;
import static org.opponency.claims.Criterion.noneAt;
import static org.opponency.claims.Criterion.rises;
import static org.opponency.claims.Criterion.runsAWidth;
import static org.opponency.claims.Criterion.withinOneDeviationFrom;
import static org.opponency.claims.Quantity.ACCURACY;
import static org.opponency.claims.Quantity.AURRA;
import static org.opponency.claims.Quantity.CIFAR10_ROBUST_ACCURACY;
import static org.opponency.claims.Quantity.COLOUR_AND_LUMINANCE;
import static org.opponency.claims.Quantity.COLOUR_AND_LUMINANCE_CODE;
import static org.opponency.claims.Quantity.LARGEST_PERTURBATION;
import static org.opponency.claims.Quantity.NATURAL_ADVERSARIAL;
import static org.opponency.claims.Quantity.RESNET1_COLOUR;
import static org.opponency.claims.Quantity.RESNET1_COLOUR_CODE;
import static org.opponency.claims.Quantity.RESNET1_LUMINANCE;
import static org.opponency.claims.Quantity.RESNET1_LUMINANCE_CODE;
import static org.opponency.claims.Quantity.RETINA2_CENTRE_SURROUND;
import static org.opponency.claims.Quantity.RETINA2_CENTRE_WIDTH;
import static org.opponency.claims.Quantity.RETINA2_COLOUR;
import static org.opponency.claims.Quantity.RETINA2_COLOUR_CODE;
import static org.opponency.claims.Quantity.RETINA2_LUMINANCE_ONLY;
import static org.opponency.claims.Quantity.RETINA2_LUMINANCE_ONLY_CODE;
import static org.opponency.claims.Quantity.RETINA2_NONLINEARITY;
import static org.opponency.claims.Quantity.ROBUST_ACCURACY;
import static org.opponency.claims.Quantity.SHAPE_BIAS;
import static org.opponency.claims.Quantity.SUPERSTIMULUS_CONFIDENCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Trend;
import org.opponency.evaluation.WidthMean;
import org.opponency.study.results.Results;

/**
 * The paper's quantitative sentences and what a study's numbers say of each. Where words stand for
 * numbers, the bounds are ours: "almost all" is at least 90 %, "the vast majority" more than half,
 * "approximately half" 35 to 65 %. Where the paper contradicts itself, both readings have a row.
 */
public final class Claims {
  /** The L-infinity budget at which Figure 10's curves are compared: they are steepest there. */
  public static final double CIFAR10_EPSILON = 0.01;

  private static final List<Claim> PAPER =
      List.of(
          Claim.of(
              ACCURACY,
              "Three repeats of each of six widths, 18 networks",
              "section 2",
              "3 a width",
              runsAWidth(3)),
          Claim.of(
              ACCURACY,
              "Five repeats of each width (the authors' training code loops over five)",
              "training code, against section 2",
              "5 a width",
              runsAWidth(5)),
          Claim.of(
              RETINA2_COLOUR,
              "Width 1: no colour-opponent cells in Retina-2",
              "section 2, Figure 2a",
              "0 %",
              noneAt(1)),
          Claim.of(
              RESNET1_COLOUR,
              "Width 1: no colour-opponent cells in ResNet-1",
              "section 2, Figure 2b",
              "0 %",
              noneAt(1)),
          Claim.of(
              COLOUR_AND_LUMINANCE,
              "The vast majority of colour-opponent cells are luminance-opponent too",
              "section 2, Figure 2",
              "",
              between(0.5, 1, width -> width > 1)),
          Claim.of(
              RETINA2_LUMINANCE_ONLY,
              "Below width 4 more Retina-2 cells are luminance- but not colour-opponent",
              "section 2, Figure 2a",
              "",
              higherBelow(4)),
          Claim.of(
              RESNET1_LUMINANCE,
              "Almost all ResNet-1 cells are luminance-opponent",
              "section 2, Figure 2b",
              "",
              between(0.9, 1, width -> true)),
          Claim.of(
              RETINA2_COLOUR,
              "Approximately half of the Retina-2 cells are colour-opponent from width 2 on",
              "section 2, Figure 2a",
              "",
              between(0.35, 0.65, width -> width > 1)),
          Claim.of(
              RESNET1_COLOUR,
              "Approximately half of the ResNet-1 cells are colour-opponent from width 2 on",
              "section 2, Figure 2b",
              "",
              between(0.35, 0.65, width -> width > 1)),
          Claim.of(
              SUPERSTIMULUS_CONFIDENCE,
              "Networks classify their super-stimuli with high confidence",
              "section 2, Figure 3",
              "",
              between(0.9, 1, width -> true)),
          Claim.of(
              RETINA2_NONLINEARITY,
              "Retina-2 cells respond more linearly in networks with tight bottlenecks",
              "section 4",
              "",
              rises()),
          Claim.of(
              RETINA2_CENTRE_SURROUND,
              "Width 1: cells are somewhat centre-surround",
              "appendix A, Figure 8",
              "",
              between(0.5, 1, width -> width == 1)),
          Claim.of(
              RETINA2_CENTRE_WIDTH,
              "Width 32: fields are sensitive over a larger region than at width 1",
              "appendix A, Figure 8",
              "",
              higherAt(32, 1)),
          Claim.of(
              SHAPE_BIAS,
              "Tighter bottlenecks: a small increase in shape bias, on cue-conflict stimuli (code)",
              "section 3, Figure 4",
              "",
              falls()),
          Claim.untestable(
              "The same on Stylized-ImageNet (text)", "section 3, against the authors' code", ""),
          Claim.of(SHAPE_BIAS, "Width 1 has the highest shape bias", "section 3", "", highestAt(1)),
          Claim.of(
              SHAPE_BIAS,
              "Width 1 exceeds the standard network's shape bias",
              "section 3",
              "22.2 % for torchvision's ResNet-50",
              higherAt(1, 0)),
          Claim.untestable(
              "Shape bias far below that of networks trained on stylised images", "section 3", ""),
          Claim.of(
              ACCURACY,
              "Widths of 4 and more: within one standard deviation of each other",
              "section 3, Figure 5",
              "",
              withinOneDeviationFrom(4)),
          Claim.of(
              ACCURACY,
              "Widths below 4: a small but clear drop in accuracy",
              "section 3, Figure 5",
              "",
              lowerBelow(4)),
          Claim.of(
              ACCURACY,
              "Widths below 8: slightly worse accuracy",
              "section 4, against section 3",
              "",
              lowerBelow(8)),
          Claim.ofImageNet(
              ACCURACY,
              "All networks within 2 % of torchvision's ResNet-50",
              "section 3",
              "76.15 %",
              between(0.7415, 0.7815, width -> true)),
          Claim.ofImageNet(
              NATURAL_ADVERSARIAL,
              "Top-1 accuracy around 2 to 3 % on ImageNet-A",
              "section 3",
              "2 to 3 %",
              between(0.015, 0.035, width -> true)),
          Claim.of(
              NATURAL_ADVERSARIAL,
              "Tighter bottlenecks: slightly better on natural adversarial examples",
              "section 3, Figure 6",
              "",
              falls()),
          Claim.of(
              AURRA,
              "Tighter bottlenecks: improved calibration (AURRA)",
              "section 3, Figure 11",
              "",
              falls()),
          Claim.of(
              ROBUST_ACCURACY,
              "Robust accuracy falls as the bottleneck tightens",
              "sections 3 and 4, Figure 7",
              "",
              rises()),
          Claim.of(
              LARGEST_PERTURBATION,
              "Perturbations of up to 1.0 (as the authors' code)",
              "section 3",
              "1.0",
              budgetsUpTo(1.0)),
          Claim.of(
              LARGEST_PERTURBATION,
              "Perturbations of up to 1.1",
              "appendix C, against section 3",
              "1.1",
              budgetsUpTo(1.1)),
          Claim.of(
              CIFAR10_ROBUST_ACCURACY,
              "CIFAR-10 networks: no significant difference in robustness",
              "appendix B, Figure 10",
              "",
              noTrend()),
          Claim.of(
              RETINA2_CENTRE_SURROUND,
              "Width 32: exclusively centre-surround cells (as printed)",
              "appendix A",
              "100 %",
              between(1, 1, width -> width == 32)),
          Claim.of(
              RETINA2_CENTRE_SURROUND,
              "Width 32: not exclusively centre-surround cells (as the context has it)",
              "appendix A, against its own sentence",
              "below 100 %",
              between(0, 0.999, width -> width == 32)),
          Claim.of(
              RETINA2_COLOUR_CODE,
              "Width 1: no colour-opponent cells in Retina-2 (authors' code)",
              "section 2, Figure 2a",
              "0 %",
              noneAt(1)),
          Claim.of(
              RESNET1_COLOUR_CODE,
              "Width 1: no colour-opponent cells in ResNet-1 (authors' code)",
              "section 2, Figure 2b",
              "0 %",
              noneAt(1)),
          Claim.of(
              COLOUR_AND_LUMINANCE_CODE,
              "The vast majority of colour-opponent cells are luminance-opponent too (authors' code)",
              "section 2, Figure 2",
              "",
              between(0.5, 1, width -> width > 1)),
          Claim.of(
              RETINA2_LUMINANCE_ONLY_CODE,
              "Below width 4 more Retina-2 cells are luminance- but not colour-opponent (authors' code)",
              "section 2, Figure 2a",
              "",
              higherBelow(4)),
          Claim.of(
              RESNET1_LUMINANCE_CODE,
              "Almost all ResNet-1 cells are luminance-opponent (authors' code)",
              "section 2, Figure 2b",
              "",
              between(0.9, 1, width -> true)),
          Claim.of(
              RETINA2_COLOUR_CODE,
              "Approximately half of the Retina-2 cells are colour-opponent from width 2 on (authors' code)",
              "section 2, Figure 2a",
              "",
              between(0.35, 0.65, width -> width > 1)),
          Claim.of(
              RESNET1_COLOUR_CODE,
              "Approximately half of the ResNet-1 cells are colour-opponent from width 2 on (authors' code)",
              "section 2, Figure 2b",
              "",
              between(0.35, 0.65, width -> width > 1)));

  private Claims() {}

  /** The ledger: each claim, our numbers, the published ones, the verdict. */
  public static List<ClaimRow> ledger(Evidence evidence) {
    return ledger(evidence, Evidence.published(), Evidence::trends);
  }

  /**
   * The rows of the ledger that an analysis can decide. p is corrected as one of all the ledger's
   * trends, so that no row is judged more leniently than in the whole ledger.
   */
  public static List<ClaimRow> about(Results<?> results) {
    return about(Evidence.of(results));
  }

  static List<ClaimRow> about(Evidence own) {
    Evidence published = Evidence.published().only(own.measures().keySet());
    List<ClaimRow> rows = ledger(own, published, Evidence::trendsOfPart);
    return IntStream.range(0, rows.size())
        .filter(i -> PAPER.get(i).measure().flatMap(own::runs).isPresent())
        .mapToObj(rows::get)
        .toList();
  }

  /** Mean, s.d. and interval of each quantity that comes from an analysis, by width. */
  public static List<WidthMean> byWidth(Results<?> results) {
    return Quantity.from(results).stream()
        .flatMap(quantity -> quantity.of(results).means().stream())
        .toList();
  }

  /**
   * The trend of each quantity that comes from an analysis over the networks with a retina, then of
   * what was published of them; corrected for their number (Holm 1979).
   */
  public static List<Trend> trends(Results<?> results) {
    List<Quantity> quantities = Quantity.from(results);
    return Trend.corrected(
        Stream.concat(
                quantities.stream().map(quantity -> quantity.of(results).withRetina()),
                quantities.stream().flatMap(quantity -> quantity.published().stream()))
            .map(ByWidth::trend)
            .toList());
  }

  private static List<ClaimRow> ledger(
      Evidence ours, Evidence published, Function<Evidence, Map<Quantity, Trend>> trends) {
    var ownTrends = trends.apply(ours);
    var theirTrends = trends.apply(published);
    List<ClaimRow> rows = new ArrayList<>();
    for (Claim claim : PAPER) {
      Finding own = claim.judge(ours, ownTrends);
      Finding theirs = claim.judge(published, theirTrends);
      rows.add(row(rows.size() + 1, claim, own, theirs));
    }
    return rows;
  }

  private static ClaimRow row(int number, Claim claim, Finding own, Finding theirs) {
    boolean known = !theirs.numbers().isEmpty();
    String stated = known && !claim.stated().isEmpty() ? claim.stated() + "; " : claim.stated();
    return new ClaimRow(
        number,
        claim.text(),
        claim.where(),
        own.verdict().label(),
        own.numbers(),
        stated + theirs.numbers(),
        known ? theirs.verdict().label() : "");
  }
}
