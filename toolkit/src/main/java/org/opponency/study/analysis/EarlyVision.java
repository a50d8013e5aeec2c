package org.opponency.study.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opponency.images.ImageSet;
import org.opponency.images.Normalisation;
import org.opponency.images.Preprocessing;
import org.opponency.images.RgbImage;
import org.opponency.models.VisionModel;
import org.opponency.physiology.CellOpponency;
import org.opponency.physiology.DifferenceOfGaussians;
import org.opponency.physiology.FieldProtocol;
import org.opponency.physiology.Linearity;
import org.opponency.physiology.OpponencyProtocol;
import org.opponency.physiology.OpponencyShares;
import org.opponency.physiology.ReceptiveField;
import org.opponency.physiology.ResponseMap;
import org.opponency.physiology.Responses;
import org.opponency.physiology.cone.ConeCell;
import org.opponency.stimuli.Grating;
import org.opponency.stimuli.Grey;
import org.opponency.stimuli.Hue;
import org.opponency.stimuli.StimulusSet;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.results.CensusResults;
import org.opponency.study.results.LiveRetina;
import org.opponency.study.results.OpponencyResults;
import org.opponency.study.results.OpponentCells;
import org.opponency.study.results.ReceptiveFieldResults;
import org.opponency.study.results.RetinalFields;
import org.opponency.study.results.WeightOrigin;
import org.opponency.study.store.CensusCache;

/** What a study measures on the first layers of its networks (Figures 2, 8 and 9). */
public final class EarlyVision {
  /** The second retinal convolution, the bottleneck. */
  public static final String RETINA_2 = "retina.retina_conv2";

  /** The first convolution of the ResNet, before its batch norm. */
  public static final String RESNET_1 = "ventral.conv1";

  /** The layers of Figure 2. */
  public static final List<String> FIGURE_2 = List.of(RETINA_2, RESNET_1);

  /** From the image to the last stage. */
  public static final List<String> STAGES =
      List.of(
          "retina.retina_conv1",
          RETINA_2,
          RESNET_1,
          "ventral.layer1",
          "ventral.layer2",
          "ventral.layer3",
          "ventral.layer4");

  /** Side of the example image of Figure 9: a retina is convolutional and takes any. */
  private static final int EXAMPLE_SIDE = 144;

  /** Side of the pictures of a retina that runs in a page. */
  private static final int LIVE_SIDE = 64;

  /**
   * The layer to look at where nobody says which: Retina-2, or the first convolution of a network
   * without a retina.
   *
   * @throws IllegalArgumentException if the network has no convolution by name
   */
  public static String firstLayer(VisionModel vision) {
    return vision.layers().stream()
        .filter(layer -> layer.equals(RETINA_2))
        .findFirst()
        .or(() -> vision.layers().stream().filter(EarlyVision::isConvolution).findFirst())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected a network with a convolution, got one with " + vision.layers()));
  }

  private static boolean isConvolution(String layer) {
    return layer.substring(layer.lastIndexOf('.') + 1).contains("conv");
  }

  private final StudyNetworks study;

  /** What {@code study} measures. */
  public EarlyVision(StudyNetworks study) {
    this.study = study.afresh();
  }

  /** The census of Retina-2 and ResNet-1 of each network, by the paper's protocol. */
  public CensusResults census(List<ModelRun> models) {
    return new CensusResults(
        study.provenance(),
        study.measuredFront(
            models,
            FIGURE_2,
            (model, vision) ->
                new CensusCache(study.store()).census(model.name(), vision, FIGURE_2)));
  }

  /**
   * Colour and luminance opponency of some layers' cells, by the paper's protocol.
   *
   * @param weights those of the models, or random ones of the same networks: the null
   */
  public OpponencyResults opponency(
      WeightOrigin weights, List<ModelRun> models, List<String> layers) {
    return new OpponencyAnalysis(study, layers, OpponencyProtocol.PAPER, true).of(weights, models);
  }

  /** The same of stimuli that reach the first layer as pixels in [0, 1], not normalised. */
  public OpponencyResults rawOpponency(
      WeightOrigin weights, List<ModelRun> models, List<String> layers) {
    return new OpponencyAnalysis(study, layers, OpponencyProtocol.PAPER, false).of(weights, models);
  }

  /** The same of hues of one luminance about mid-grey. */
  public OpponencyResults isoluminant(WeightOrigin weights, List<ModelRun> models) {
    StudyNetworks.Measurement<OpponentCells> measure =
        (model, vision) ->
            new OpponentCells(
                weights, CellOpponency.isoluminant(vision, FIGURE_2, ConeCell.CONTRAST));
    return new OpponencyResults(
        study.provenance(),
        weights == WeightOrigin.TRAINED
            ? study.measuredFront(models, FIGURE_2, measure)
            : study.measuredRandom(models, measure));
  }

  /**
   * Colour and luminance opponency from the image to the last stage. All cells are looked at behind
   * their ReLU (behind the batch norm, too, that the ResNet's first convolution has), since the
   * outputs of stages lie there: cells on different sides of it cannot be compared.
   */
  public OpponencyResults stages(List<ModelRun> models) {
    OpponencyProtocol behind = OpponencyProtocol.PAPER.behindTheRelu();
    return new OpponencyAnalysis(study, STAGES, behind, true).of(WeightOrigin.TRAINED, models);
  }

  private static Map<String, OpponencyShares> byLayer(
      VisionModel vision, List<String> layers, OpponencyProtocol protocol) {
    List<CellOpponency> cells = CellOpponency.of(vision, layers, protocol);
    Map<String, OpponencyShares> shares = new LinkedHashMap<>();
    for (String layer : layers) {
      Stream<CellOpponency> members = cells.stream().filter(c -> c.layer().equals(layer));
      shares.put(layer, OpponencyShares.of(members.map(CellOpponency::type).toList()));
    }
    return shares;
  }

  /** Shares of Retina-2 and ResNet-1 under each variant of the protocol; dead networks left out. */
  public List<Sensitivity> sensitivity(List<ModelRun> models) {
    List<ModelRun> alive = models.stream().filter(model -> !model.dead()).toList();
    List<Map<String, Map<String, OpponencyShares>>> networks =
        study.eachFront(alive, FIGURE_2, (model, vision) -> variants(vision));
    List<Sensitivity> rows = new ArrayList<>();
    for (String layer : FIGURE_2) {
      for (String variant : Sensitivity.variants().keySet()) {
        rows.add(
            Sensitivity.of(
                layer, variant, networks.stream().map(n -> n.get(variant).get(layer)).toList()));
      }
    }
    return rows;
  }

  private static Map<String, Map<String, OpponencyShares>> variants(VisionModel vision) {
    Map<String, Map<String, OpponencyShares>> shares = new LinkedHashMap<>();
    try (VisionModel bare = vision.withNormalisation(Normalisation.NONE)) {
      Sensitivity.variants()
          .forEach(
              (variant, protocol) ->
                  shares.put(
                      variant,
                      byLayer(
                          variant.equals(Sensitivity.NOT_NORMALISED) ? bare : vision,
                          FIGURE_2,
                          protocol)));
    }
    return shares;
  }

  /** Retina-2's responses to hues against black, before the ReLU. */
  public Responses<Hue> hues(ModelRun model) {
    try (VisionModel vision = study.open(model, List.of(RETINA_2))) {
      StimulusSet<Hue> hues = StimulusSet.hues(vision.architecture().imageSize());
      return Responses.of(vision, RETINA_2, hues, Grey.BLACK);
    }
  }

  /** Retina-2's responses to greys against grey 0.5, before the ReLU. */
  public Responses<Grey> greys(ModelRun model) {
    try (VisionModel vision = study.open(model, List.of(RETINA_2))) {
      StimulusSet<Grey> greys = StimulusSet.greys(vision.architecture().imageSize());
      return Responses.of(vision, RETINA_2, greys, Grey.MID);
    }
  }

  /** Retina-2's responses to gratings against black, behind the ReLU. */
  public Responses<Grating> gratings(ModelRun model) {
    try (VisionModel vision = study.open(model, List.of(RETINA_2))) {
      StimulusSet<Grating> gratings = StimulusSet.gratings(vision.architecture().imageSize());
      return Responses.rectified(vision, List.of(RETINA_2), gratings, Grey.BLACK).get(RETINA_2);
    }
  }

  /**
   * Receptive fields of Retina-2 and its responses to an example image.
   *
   * @param label class of the validation images whose first is the example
   */
  public ReceptiveFieldResults fields(List<ModelRun> models, int label) {
    RgbImage example = example(label);
    return new ReceptiveFieldResults(
        study.provenance(),
        example,
        study.measuredFront(
            models,
            List.of(RETINA_2),
            (model, vision) -> fields(vision, example, randomFits(model))));
  }

  /** The same of networks with random weights: the null. */
  public ReceptiveFieldResults randomFields(List<ModelRun> models, int label) {
    RgbImage example = example(label);
    return new ReceptiveFieldResults(
        study.provenance(),
        example,
        study.measuredRandom(models, (model, vision) -> fields(vision, example, List.of())));
  }

  /** A network's retina, the first picture of each class, and what the toolkit says of both. */
  public LiveRetina liveRetina(ModelRun model) {
    ImageSet gallery = study.data().gallery().perClass(1);
    Preprocessing small = Preprocessing.of(LIVE_SIDE);
    List<LiveRetina.Picture> pictures =
        IntStream.range(0, gallery.size())
            .mapToObj(
                i ->
                    new LiveRetina.Picture(
                        gallery.classes().get(gallery.label(i)), small.apply(gallery.image(i))))
            .toList();
    try (VisionModel vision = study.open(model)) {
      return LiveRetina.of(study.provenance(), model.name(), vision, RETINA_2, pictures);
    }
  }

  private static RetinalFields fields(
      VisionModel vision, RgbImage example, List<DifferenceOfGaussians> random) {
    List<ReceptiveField> fields = ReceptiveField.of(vision, RETINA_2, FieldProtocol.PAPER);
    List<ResponseMap> maps = ResponseMap.of(vision, RETINA_2, example);
    return new RetinalFields(
        fields,
        DifferenceOfGaussians.fit(fields),
        Linearity.of(vision, RETINA_2, Linearity.INPUTS, StudyNetworks.SEED),
        maps,
        maps.stream().map(map -> map.followsBrightness(example)).toList(),
        random);
  }

  private List<DifferenceOfGaussians> randomFits(ModelRun model) {
    try (VisionModel random = study.openRandom(model)) {
      return DifferenceOfGaussians.fit(ReceptiveField.of(random, RETINA_2, FieldProtocol.PAPER));
    }
  }

  /**
   * The example image of Figure 9: the first large validation image of a class; of the next class
   * where the pictures are of a few only.
   */
  private RgbImage example(int label) {
    ImageSet gallery = study.data().gallery();
    int index =
        IntStream.range(0, gallery.size())
            .boxed()
            .filter(i -> gallery.label(i) >= label)
            .min(Comparator.comparingInt(gallery::label))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Expected a label of the validation images, got " + label));
    return Preprocessing.of(EXAMPLE_SIDE).apply(gallery.image(index));
  }
}
