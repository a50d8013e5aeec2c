package org.opponency.claims;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.opponency.evaluation.Comparison;
import org.opponency.physiology.CellClass;
import org.opponency.study.Scale;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.analysis.FruitColour;
import org.opponency.study.analysis.FruitStimulus;
import org.opponency.study.analysis.ModelFields;
import org.opponency.study.analysis.ModelOpponency;

/** What cells and their super-stimuli say of the paper's claims: a fraction a network. */
public final class CellEvidence {
  /** Levels of a grey scale, which linearity scores are given on. */
  private static final double GREY_LEVELS = 255;

  private static final Predicate<CellClass> ANY = type -> true;
  private static final Predicate<CellClass> COLOUR =
      type -> type == CellClass.COLOUR_ONLY || type == CellClass.COLOUR_AND_LUMINANCE;
  private static final Predicate<CellClass> LUMINANCE =
      type -> type == CellClass.LUMINANCE_ONLY || type == CellClass.COLOUR_AND_LUMINANCE;

  private CellEvidence() {}

  /**
   * Colour and luminance opponency (Figure 2).
   *
   * @param models their cells in Retina-2 and ResNet-1
   */
  public static Evidence ofOpponency(Scale scale, List<ModelOpponency> models) {
    List<String> retina = List.of(EarlyVision.RETINA_2);
    List<String> resNet = List.of(EarlyVision.RESNET_1);
    Predicate<CellClass> luminanceOnly = type -> type == CellClass.LUMINANCE_ONLY;
    return Evidence.none(scale)
        .with(Quantity.RETINA2_COLOUR, shares(models, retina, ANY, COLOUR))
        .with(Quantity.RETINA2_LUMINANCE_ONLY, shares(models, retina, ANY, luminanceOnly))
        .with(Quantity.RESNET1_COLOUR, shares(models, resNet, ANY, COLOUR))
        .with(Quantity.RESNET1_LUMINANCE, shares(models, resNet, ANY, LUMINANCE))
        .with(
            Quantity.COLOUR_AND_LUMINANCE, shares(models, EarlyVision.FIGURE_2, COLOUR, LUMINANCE));
  }

  /** The share of some classes among the cells of others; NaN where there are none of these. */
  private static Comparison shares(
      List<ModelOpponency> models,
      List<String> layers,
      Predicate<CellClass> among,
      Predicate<CellClass> counted) {
    return Comparison.of(
        layers.toString(),
        models,
        ModelOpponency::width,
        model ->
            layers.stream()
                .flatMap(layer -> model.cells(layer).stream())
                .filter(cell -> among.test(cell.type()))
                .mapToDouble(cell -> counted.test(cell.type()) ? 1 : 0)
                .average()
                .orElse(Double.NaN),
        ModelOpponency::dead);
  }

  /** Receptive fields in Retina-2 (Figure 8). */
  public static Evidence ofFields(Scale scale, List<ModelFields> models) {
    return Evidence.none(scale)
        .with(Quantity.RETINA2_CENTRE_SURROUND, fields(models, ModelFields::centreSurround))
        .with(Quantity.RETINA2_CENTRE_WIDTH, fields(models, ModelFields::centreWidth))
        .with(
            Quantity.RETINA2_NONLINEARITY,
            fields(models, model -> model.meanLinearity() / GREY_LEVELS));
  }

  private static Comparison fields(
      List<ModelFields> models, ToDoubleFunction<ModelFields> measure) {
    return Comparison.of(
        EarlyVision.RETINA_2,
        models,
        model -> model.model().width(),
        measure,
        model -> model.model().dead());
  }

  /** What networks make of the super-stimuli of their own classes (Figure 3). */
  public static Evidence ofSuperStimuli(Scale scale, List<FruitStimulus> stimuli) {
    var networks =
        stimuli.stream()
            .map(FruitStimulus::row)
            .collect(Collectors.groupingBy(FruitColour::model))
            .values();
    return Evidence.none(scale)
        .with(
            Quantity.SUPERSTIMULUS_CONFIDENCE,
            Comparison.of(
                "probability",
                List.copyOf(networks),
                rows -> rows.get(0).width(),
                rows -> rows.stream().mapToDouble(FruitColour::probability).average().orElseThrow(),
                rows -> rows.get(0).dead()));
  }
}
