package org.opponency.claims;

import static org.opponency.claims.Criterion.aboveRandom;
import static org.opponency.claims.Criterion.alike;
import static org.opponency.claims.Criterion.allAtMost;
import static org.opponency.claims.Criterion.allBetween;
import static org.opponency.claims.Criterion.atLeast;
import static org.opponency.claims.Criterion.atMost;
import static org.opponency.claims.Criterion.between;
import static org.opponency.claims.Criterion.falls;
import static org.opponency.claims.Criterion.higherAt;
import static org.opponency.claims.Criterion.higherBelow;
import static org.opponency.claims.Criterion.highestAt;
import static org.opponency.claims.Criterion.lowerBelow;
import static org.opponency.claims.Criterion.rises;
import static org.opponency.claims.Quantity.ACCURACY;
import static org.opponency.claims.Quantity.AURRA;
import static org.opponency.claims.Quantity.AURRA_HARD_FOR_TIGHT;
import static org.opponency.claims.Quantity.CIFAR10_ROBUST_ACCURACY;
import static org.opponency.claims.Quantity.COLOUR_AND_LUMINANCE;
import static org.opponency.claims.Quantity.COLOUR_AND_LUMINANCE_CODE;
import static org.opponency.claims.Quantity.HARD_FOR_TIGHT;
import static org.opponency.claims.Quantity.NATURAL_ADVERSARIAL;
import static org.opponency.claims.Quantity.RELATIVE_ROBUSTNESS;
import static org.opponency.claims.Quantity.RESNET1_COLOUR;
import static org.opponency.claims.Quantity.RESNET1_COLOUR_CODE;
import static org.opponency.claims.Quantity.RESNET1_LUMINANCE;
import static org.opponency.claims.Quantity.RESNET1_LUMINANCE_CODE;
import static org.opponency.claims.Quantity.RETINA2_BRIGHTNESS;
import static org.opponency.claims.Quantity.RETINA2_CENTRE_SURROUND;
import static org.opponency.claims.Quantity.RETINA2_CENTRE_SURROUND_LEARNT;
import static org.opponency.claims.Quantity.RETINA2_COLOUR;
import static org.opponency.claims.Quantity.RETINA2_COLOUR_CODE;
import static org.opponency.claims.Quantity.RETINA2_EXTENT;
import static org.opponency.claims.Quantity.RETINA2_LINEARITY;
import static org.opponency.claims.Quantity.RETINA2_LUMINANCE;
import static org.opponency.claims.Quantity.RETINA2_LUMINANCE_CODE;
import static org.opponency.claims.Quantity.RETINA2_LUMINANCE_ONLY;
import static org.opponency.claims.Quantity.RETINA2_LUMINANCE_ONLY_CODE;
import static org.opponency.claims.Quantity.RETINA2_NONLINEARITY;
import static org.opponency.claims.Quantity.ROBUST_ACCURACY;
import static org.opponency.claims.Quantity.SHAPE_BIAS;
import static org.opponency.claims.Quantity.SHAPE_BIAS_CORRECTED;
import static org.opponency.claims.Quantity.SUPERSTIMULUS_COLOUR;
import static org.opponency.claims.Quantity.SUPERSTIMULUS_CONFIDENCE;
import static org.opponency.io.Text.format;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.opponency.evaluation.ByWidth;
import org.opponency.physiology.OpponencyCounts;

/**
 * The paper's quantitative sentences. Where words stand for numbers, the bounds are ours: "no" is
 * at most 10 %, "almost all", "exclusively" and "high confidence" at least 90 %, "the vast
 * majority" more than half, "approximately half" 35 to 65 %, "around 2 to 3 %" 1.5 to 3.5 %, "more
 * constrained" width 1 or 2, "in accordance with the brightness" a correlation that stands for half
 * of the variance, and "no difference" less than two points, the distance from torchvision's
 * ResNet-50 that the paper allows its networks. Where the paper contradicts itself, both readings
 * have a row; where two measures can decide, each has one that says which is the primary.
 */
final class PaperClaims {
  private static final double NONE = 0.1;
  private static final double ALMOST_ALL = 0.9;
  private static final double HALF = 0.5;
  private static final double ALIKE = 0.02;

  private static final String CODE = " (authors' code)";

  private static final IntPredicate ALL_WIDTHS = width -> true;
  private static final IntPredicate TIGHTEST = width -> width == 1;
  private static final IntPredicate FROM_2_ON = width -> width > 1;

  /** All of them, in the order of the paper. */
  static final List<Claim> ALL =
      Stream.of(opponency(), cells(), shape(), accuracy(), adversaries())
          .flatMap(List::stream)
          .toList();

  private PaperClaims() {}

  /** Section 2: Figure 2, by the paper's words and by its authors' code. */
  private static List<Claim> opponency() {
    return List.of(
        noColourAtWidth1(RETINA2_COLOUR, "Retina-2", "").inReadme(),
        noColourAtWidth1(RETINA2_COLOUR_CODE, "Retina-2", CODE),
        noColourAtWidth1(RESNET1_COLOUR, "ResNet-1", ""),
        noColourAtWidth1(RESNET1_COLOUR_CODE, "ResNet-1", CODE),
        mostlyLuminanceToo(COLOUR_AND_LUMINANCE, ""),
        mostlyLuminanceToo(COLOUR_AND_LUMINANCE_CODE, CODE),
        luminanceOnlyBelow4(RETINA2_LUMINANCE_ONLY, ""),
        luminanceOnlyBelow4(RETINA2_LUMINANCE_ONLY_CODE, CODE),
        almostAllLuminance(RESNET1_LUMINANCE, ""),
        almostAllLuminance(RESNET1_LUMINANCE_CODE, CODE),
        aboutHalf(RETINA2_COLOUR, "Retina-2", "").inReadme(),
        aboutHalf(RETINA2_COLOUR_CODE, "Retina-2", CODE),
        aboutHalf(RESNET1_COLOUR, "ResNet-1", ""),
        aboutHalf(RESNET1_COLOUR_CODE, "ResNet-1", CODE),
        companionTrend(RETINA2_COLOUR, "").ofPublished(companion(OpponencyCounts::crossing)),
        companionTrend(RETINA2_COLOUR_CODE, CODE)
            .ofPublished(companion(OpponencyCounts::opponent))
            .inReadme(),
        companionAlmostAll().ofPublished(companion(OpponencyCounts::opponent)),
        luminanceInPlaceOfColour(RETINA2_LUMINANCE, ""),
        luminanceInPlaceOfColour(RETINA2_LUMINANCE_CODE, CODE));
  }

  private static Supplier<ByWidth> companion(ToIntFunction<OpponencyCounts> counted) {
    return () -> Published.companionColour(counted);
  }

  private static Claim noColourAtWidth1(Quantity measure, String layer, String rule) {
    return Claim.of(
        measure,
        format("Width 1: no colour-opponent cells in %s%s", layer, rule),
        "section 2, Figure 2",
        "0 %",
        atMost(NONE, TIGHTEST));
  }

  private static Claim mostlyLuminanceToo(Quantity measure, String rule) {
    return Claim.of(
        measure,
        "The vast majority of colour-opponent cells are luminance-opponent too" + rule,
        "section 2, Figure 2",
        "",
        atLeast(HALF, FROM_2_ON));
  }

  private static Claim luminanceOnlyBelow4(Quantity measure, String rule) {
    return Claim.of(
        measure,
        "Below width 4 more Retina-2 cells are luminance- but not colour-opponent" + rule,
        "section 2, Figure 2a",
        "",
        higherBelow(4));
  }

  private static Claim almostAllLuminance(Quantity measure, String rule) {
    return Claim.of(
        measure,
        "Almost all ResNet-1 cells are luminance-opponent" + rule,
        "section 2, Figure 2b",
        "",
        atLeast(ALMOST_ALL, ALL_WIDTHS));
  }

  private static Claim aboutHalf(Quantity measure, String layer, String rule) {
    return Claim.of(
        measure,
        format(
            "Approximately half of the %s cells are colour-opponent from width 2 on%s",
            layer, rule),
        "section 2, Figure 2",
        "",
        between(0.35, 0.65, FROM_2_ON));
  }

  private static Claim companionTrend(Quantity measure, String rule) {
    return Claim.of(
        measure,
        "Companion study, and no longer so in the paper: tighter bottlenecks have more"
            + " colour-opponent Retina-2 cells"
            + rule,
        "section 2, of Harris et al. 2019, 2020",
        "",
        falls());
  }

  private static Claim companionAlmostAll() {
    return Claim.of(
        RETINA2_COLOUR_CODE,
        "Companion study: almost all Retina-2 cells are colour-opponent at widths 1 and 2" + CODE,
        "section 2, of Harris et al. 2019, 2020",
        "",
        atLeast(ALMOST_ALL, width -> width <= 2));
  }

  private static Claim luminanceInPlaceOfColour(Quantity measure, String rule) {
    return Claim.of(
        measure,
        "Tighter bottlenecks have more luminance-opponent Retina-2 cells, in place of colour"
            + rule,
        "section 2",
        "",
        falls());
  }

  /** Sections 2 and 4 and appendix A: what cells and networks see. */
  private static List<Claim> cells() {
    return List.of(
        Claim.of(
            SUPERSTIMULUS_CONFIDENCE,
            "Networks classify their super-stimuli with high confidence",
            "section 2, Figure 3",
            "",
            atLeast(ALMOST_ALL, ALL_WIDTHS)),
        Claim.of(
                SUPERSTIMULUS_COLOUR,
                "Even networks of width 1 represent the colours of their classes",
                "Figure 3, caption",
                "",
                atLeast(0, TIGHTEST))
            .inReadme(),
        Claim.of(
                RETINA2_LINEARITY,
                "Retina-2 cells respond more linearly in networks with tight bottlenecks (primary"
                    + " measure, after Lindsey et al. 2019: a linear model on held-out pictures)",
                "section 4",
                "",
                falls())
            .inReadme(),
        Claim.of(
            RETINA2_NONLINEARITY,
            "Retina-2 cells respond more linearly, by how gradients vary over five noise inputs"
                + " (secondary measure, authors' code)",
            "section 4",
            "",
            rises()),
        Claim.of(
                RETINA2_CENTRE_SURROUND_LEARNT,
                "Width 1: cells are somewhat centre-surround, more so than with random weights",
                "appendix A, Figure 8",
                "",
                aboveRandom(TIGHTEST))
            .inReadme(),
        Claim.of(
            RETINA2_CENTRE_SURROUND,
            "Width 32: exclusively centre-surround cells (as printed, against its context)",
            "appendix A",
            "100 %",
            atLeast(ALMOST_ALL, width -> width == 32)),
        Claim.of(
            RETINA2_EXTENT,
            "Width 32: fields are sensitive over a larger region than at width 1",
            "appendix A, Figure 8",
            "",
            higherAt(32, 1)),
        Claim.of(
            RETINA2_BRIGHTNESS,
            "Width 1: Retina-2 responds in accordance with brightness, either way up",
            "appendix A, Figure 9",
            "",
            atLeast(Math.sqrt(HALF), TIGHTEST)),
        Claim.of(
            RETINA2_BRIGHTNESS,
            "Width 1: more in accordance with brightness than at width 32, where cells distort the"
                + " picture",
            "appendix A, Figure 9",
            "",
            higherAt(1, 32)));
  }

  /** Sections 2 and 3: Figure 4. */
  private static List<Claim> shape() {
    return List.of(
        Claim.of(
            SHAPE_BIAS,
            "Neither width 1 nor width 32 is biased towards shape",
            "section 2, Figure 3",
            "",
            allAtMost(HALF, width -> width == 1 || width == 32)),
        Claim.of(
                SHAPE_BIAS,
                "Tighter bottlenecks: a small increase in shape bias, on cue-conflict stimuli (code)",
                "section 2, Figure 4",
                "",
                falls())
            .inReadme(),
        Claim.of(
            SHAPE_BIAS_CORRECTED,
            "Tighter bottlenecks: a small increase in shape bias, without what guessing gives",
            "section 2, Figure 4; our reading",
            "",
            falls()),
        Claim.untestable(
            "Tighter bottlenecks: a small increase in shape bias, on Stylized-ImageNet (text)",
            "section 2, against the authors' code",
            ""),
        Claim.of(SHAPE_BIAS, "Width 1 has the highest shape bias", "section 2", "", highestAt(1)),
        Claim.of(
            SHAPE_BIAS,
            "Width 1 exceeds the standard network's shape bias",
            "section 2",
            "22.2 % for torchvision's ResNet-50",
            higherAt(1, 0)),
        Claim.untestable(
            "Shape bias far below that of networks trained on stylised images", "section 2", ""));
  }

  /** Sections 3 and 4: Figure 5. */
  private static List<Claim> accuracy() {
    return List.of(
        Claim.of(
            ACCURACY,
            "Widths of 4 and more do not differ in accuracy",
            "section 3, Figure 5",
            "within one s.d.",
            alike(ALIKE, width -> width >= 4)),
        Claim.of(
                ACCURACY,
                "Widths below 4: a small but clear drop in accuracy",
                "section 3, Figure 5",
                "",
                lowerBelow(4))
            .inReadme(),
        Claim.of(
            ACCURACY,
            "Widths below 8: slightly worse accuracy",
            "section 4, against section 3",
            "",
            lowerBelow(8)),
        Claim.of(
                ACCURACY,
                "All networks within 2 % of torchvision's ResNet-50",
                "section 3",
                "76.15 %",
                allBetween(0.7415, 0.7815))
            .ofImageNet());
  }

  /** Sections 3 and 4 and appendix B: Figures 6, 7, 10 and 11. */
  private static List<Claim> adversaries() {
    return List.of(
        Claim.of(
                NATURAL_ADVERSARIAL,
                "ImageNet-A: networks with a bottleneck lie where the paper puts normal models, at"
                    + " 2 to 3 %",
                "section 3; our reading",
                "2 to 3 %",
                between(0.015, 0.035, ALL_WIDTHS))
            .ofImageNet(),
        Claim.of(
                NATURAL_ADVERSARIAL,
                "Tighter bottlenecks: slightly better on natural adversarial examples",
                "section 3, Figure 6",
                "",
                falls())
            .inReadme(),
        Claim.of(
            HARD_FOR_TIGHT,
            "Tighter bottlenecks: slightly better on pictures that a network of width 1 gets wrong",
            "section 3, Figure 6; our reading",
            "",
            falls()),
        Claim.of(
            AURRA,
            "Tighter bottlenecks: improved calibration (AURRA)",
            "section 3, Figure 11",
            "",
            falls()),
        Claim.of(
            AURRA_HARD_FOR_TIGHT,
            "Tighter bottlenecks: improved calibration on pictures that a network of width 1 gets"
                + " wrong (AURRA)",
            "section 3, Figure 11; our reading",
            "",
            falls()),
        Claim.of(
                ROBUST_ACCURACY,
                "Robust accuracy falls as the bottleneck tightens",
                "sections 3 and 4, Figure 7",
                "",
                rises())
            .inReadme(),
        Claim.of(
                RELATIVE_ROBUSTNESS,
                "Robust accuracy relative to accuracy without any attack falls as the bottleneck"
                    + " tightens",
                "sections 3 and 4, Figure 7; our reading",
                "",
                rises())
            .inReadme(),
        Claim.of(
                CIFAR10_ROBUST_ACCURACY,
                "CIFAR-10 networks: no significant difference in robustness",
                "appendix B, Figure 10",
                "",
                alike(ALIKE, ALL_WIDTHS))
            .inReadme());
  }
}
