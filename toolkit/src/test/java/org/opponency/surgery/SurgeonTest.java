package org.opponency.surgery;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.Lists;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opponency.engine.HostTensor;
import org.opponency.images.LabelSpace;
import org.opponency.images.Preprocessing;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.Surgery;
import org.opponency.models.VisionModel;
import org.opponency.orchard.Orchard;
import org.opponency.physiology.CellCensus;
import org.opponency.physiology.CellOpponency;
import org.opponency.physiology.CensusCell;
import org.opponency.physiology.ColourTuning;
import org.opponency.physiology.LuminanceTuning;
import org.opponency.physiology.Opponency;
import org.opponency.physiology.OpponencyProtocol;
import org.opponency.physiology.SpatialTuning;

class SurgeonTest {
  private static final int CELLS = 4;
  private static final String RETINA_2 = "retina.retina_conv2";

  /** The channel that the ventral stream does not read. */
  private static final int UNREAD = 2;

  private static VisionModel vision;
  private static List<CensusCell> measured;

  @BeforeAll
  static void open() {
    Network network = Network.initialise(Architecture.small(CELLS, 10, 32), 4);
    Map<String, HostTensor> state = new HashMap<>(network.state());
    state.computeIfPresent("ventral.conv1.weight", (name, weights) -> withoutInput(weights));
    network.load(state);
    vision = VisionModel.of(network);
    measured = CellCensus.of(vision, List.of(RETINA_2), OpponencyProtocol.PAPER).cells();
  }

  private static HostTensor withoutInput(HostTensor weights) {
    float[] values = new float[weights.data().remaining() / Float.BYTES];
    weights.data().asFloatBuffer().get(values);
    int kernel = 49;
    for (int i = 0; i < values.length; i++) {
      values[i] = i / kernel % CELLS == UNREAD ? 0 : values[i];
    }
    return HostTensor.ofFloats(values, weights.shape());
  }

  @AfterAll
  static void close() {
    vision.close();
  }

  private static SurgeryProtocol protocol() {
    var orchard = Orchard.ofSize(32);
    var images = orchard.validation(1);
    return new SurgeryProtocol(
        images,
        orchard.train(1),
        Preprocessing.AS_IS,
        images.first(4),
        0.01,
        orchard.cueConflict(1),
        Preprocessing.AS_IS,
        LabelSpace.of(images).identity(),
        2,
        1);
  }

  /** The same cells, of these classes. */
  private static List<CensusCell> census(List<Boolean> colour, List<Boolean> luminance) {
    return measured.stream()
        .map(cell -> cell(cell, colour.get(cell.cell()), luminance.get(cell.cell())))
        .toList();
  }

  private static CensusCell cell(CensusCell old, boolean colour, boolean luminance) {
    ColourTuning hues = old.colour();
    LuminanceTuning greys = old.luminance();
    SpatialTuning gratings = old.spatial();
    return new CensusCell(
        RETINA_2,
        old.cell(),
        new ColourTuning(
            opponency(colour),
            hues.preferredHue(),
            hues.antiPreferredHue(),
            hues.max(),
            hues.min(),
            hues.baseline()),
        new LuminanceTuning(
            opponency(luminance),
            greys.preferredLevel(),
            greys.antiPreferredLevel(),
            greys.max(),
            greys.min(),
            greys.baseline()),
        new SpatialTuning(
            Opponency.NON_OPPONENT,
            gratings.preferred(),
            gratings.antiPreferred(),
            gratings.max(),
            gratings.min(),
            gratings.baseline(),
            gratings.tuning()),
        false);
  }

  private static Opponency opponency(boolean opponent) {
    return opponent ? Opponency.OPPONENT : Opponency.NON_OPPONENT;
  }

  @Test
  void everyOperationOnEveryClassStandsBesideItsSham() {
    var cells = census(List.of(false, false, true, false), List.of(true, true, true, false));
    SurgeryReport report = new Surgeon(vision, cells, protocol()).report();
    assertThat(report.effects()).hasSize(9);
    assertThat(report.intact().moved()).isEqualTo(0);
    assertThat(report.rotation()).isLessThan(1e-6);
    SurgeryEffect silenced = of(report, CellGroup.COLOUR, Operation.SILENCED);
    assertThat(silenced.cells()).isEqualTo(1);
    assertThat(silenced.width()).isEqualTo(CELLS);
    assertThat(silenced.note()).isEmpty();
    // Nobody reads this cell: it is for nothing, and any other is for something.
    assertThat(silenced.effect()).isEqualTo(new Vitals(0, 0, 0, 0, 0));
    assertThat(silenced.sham().moved()).isGreaterThan(0);
    SurgeryEffect luminance = of(report, CellGroup.LUMINANCE_ONLY, Operation.LINEAR);
    assertThat(luminance.cells()).isEqualTo(2);
    assertThat(luminance.goodness()).isLessThan(1);
    assertThat(of(report, CellGroup.COLOUR, Operation.SHUFFLED).goodness()).isNaN();
  }

  @Test
  void classesWithoutCellsAndWithoutOthersAreToldAndNotAveraged() {
    var cells = census(List.of(true, true, true, true), List.of(true, true, true, true));
    SurgeryReport report = new Surgeon(vision, cells, protocol()).report();
    SurgeryEffect all = of(report, CellGroup.COLOUR, Operation.SILENCED);
    assertThat(all.sham().moved()).isNaN();
    assertThat(all.effect().moved()).isGreaterThan(0);
    assertThat(all.note()).contains("all cells are of the class");
    SurgeryEffect none = of(report, CellGroup.LUMINANCE_ONLY, Operation.SHUFFLED);
    assertThat(none.cells()).isEqualTo(0);
    assertThat(none.effect().accuracy()).isNaN();
    assertThat(none.note()).isEqualTo("no cell is of the class");
    assertThat(Vitals.mean(List.of(all.effect(), none.effect())).moved())
        .isEqualTo(all.effect().moved());
  }

  private static SurgeryEffect of(SurgeryReport report, CellGroup group, Operation operation) {
    return report.effects().stream()
        .filter(effect -> effect.group().equals(group.label()))
        .filter(effect -> effect.operation().equals(operation.label()))
        .findFirst()
        .orElseThrow();
  }

  /** Without its bottleneck a network says the same of every picture. */
  @Test
  void withoutAnyCellAllPicturesAreAlike() {
    var shown = new Shown(vision, protocol());
    var all = new Surgery.Silenced(List.of(0, 1, 2, 3));
    Vitals blind = shown.vitals(List.of(Surgery.NONE, all)).get(1);
    assertThat(blind.accuracy()).isWithin(1e-12).of(0.1); // one class of ten, each once
    assertThat(blind.probability()).isWithin(1e-6).of(0.1); // they sum to 1 over the classes
  }

  /**
   * One cell that is no number makes all that is behind it none: the weights at fault are named.
   */
  @Test
  void networksThatAnswerNoNumbersAreNotOperatedOn() {
    try (Network network = Network.initialise(Architecture.small(CELLS, 10, 32), 4)) {
      Map<String, HostTensor> state = new HashMap<>(network.state());
      float[] biases = {0, 0, Float.NaN, 0};
      state.put(RETINA_2 + ".bias", HostTensor.ofFloats(biases, CELLS));
      network.load(state);
      var surgeon = new Surgeon(VisionModel.of(network), measured, protocol());
      assertThat(assertThrows(IllegalStateException.class, surgeon::report))
          .hasMessageThat()
          .contains("(NaN or infinite) lie in retina.retina_conv2.bias");
    }
  }

  @Test
  void anotherLayersCensusAndNoShamsAreRefused() {
    assertThat(refusal(measured.subList(0, 2))).contains("a bottleneck of 4 cells, got 2");
    var others = measured.stream().map(cell -> of("retina.retina_conv1", cell)).toList();
    assertThat(refusal(others)).contains("got cell 0 of retina.retina_conv1 as number 0");
    assertThat(refusal(Lists.reverse(measured)))
        .contains("got cell 3 of retina.retina_conv2 as number 0");
    SurgeryProtocol p = protocol();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new SurgeryProtocol(
                p.images(),
                p.learned(),
                p.preprocessing(),
                p.attacked(),
                p.epsilon(),
                p.stimuli(),
                p.stimulusPreprocessing(),
                p.answers(),
                0,
                1));
  }

  private static String refusal(List<CensusCell> cells) {
    var surgeon = new Surgeon(vision, cells, protocol());
    return assertThrows(IllegalArgumentException.class, surgeon::report).getMessage();
  }

  private static CensusCell of(String layer, CensusCell cell) {
    return new CensusCell(
        layer, cell.cell(), cell.colour(), cell.luminance(), cell.spatial(), cell.doubleOpponent());
  }

  @Test
  void theRegularCensusSaysWhoIsWhat() {
    List<Integer> colour = CellGroup.COLOUR.of(measured);
    assertThat(colour)
        .isEqualTo(
            measured.stream()
                .map(CensusCell::opponency)
                .filter(cell -> cell.type().colour())
                .map(CellOpponency::cell)
                .toList());
  }
}
