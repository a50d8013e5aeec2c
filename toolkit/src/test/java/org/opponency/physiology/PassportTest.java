package org.opponency.physiology;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opponency.images.Normalisation;
import org.opponency.io.Progress;
import org.opponency.models.VisionModel;
import org.opponency.models.script.TorchScript;
import org.opponency.physiology.cone.ConeCell;
import org.opponency.physiology.grating.Orientedness;

class PassportTest {
  private static final List<String> LAYERS = List.of(HandMade.RETINA_2, "ventral.conv1");

  record Number(String layer, int cell, double value) {}

  private static Instrument<Number> counting(String name, int missing) {
    return new Instrument<>(
        name,
        "Counts.",
        Number.class,
        (vision, layers) ->
            layers.stream()
                .flatMap(
                    layer ->
                        IntStream.range(0, layer.equals(HandMade.RETINA_2) ? 2 : 2 - missing)
                            .mapToObj(cell -> new Number(layer, cell, cell / 2.0)))
                .toList());
  }

  private static Passport passport(List<Instrument<?>> instruments, List<Progress> steps) {
    try (VisionModel vision = HandMade.vision(HandMade.luminance(), HandMade.redMinusGreen())) {
      return Passport.of(vision, LAYERS, instruments, steps::add);
    }
  }

  @Test
  void everyInstrumentSpeaksOfEveryCell() {
    List<Progress> steps = new ArrayList<>();
    Passport passport = passport(List.of(counting("one", 0), counting("two", 0)), steps);
    assertThat(passport.layers().get(0))
        .isEqualTo(new Passport.Layer(HandMade.RETINA_2, List.of(0, 1), List.of()));
    assertThat(passport.layers().get(0).leftOut()).isEmpty();
    assertThat(steps).hasSize(2);
    assertThat(steps.get(1).finished()).isTrue();
    Passport page = passport.of("ventral.conv1");
    assertThat(page.layers()).containsExactly(passport.layers().get(1));
    assertThat(page.sheets().get(1).rows()).hasSize(cellsOfResNet(passport));
    assertThat(page.sheets().get(1).rows().get(0)).isEqualTo(new Number("ventral.conv1", 0, 0));
  }

  private static int cellsOfResNet(Passport passport) {
    return passport.layers().get(1).size();
  }

  /** A NaN among weights spoils the gradients of all cells of its layer, unless it is taken out. */
  @Test
  void cellsThatAreNoNumbersAreNamedAndLeaveOthersAsTheyAre() {
    List<Instrument<?>> instruments = List.of(Orientedness.INSTRUMENT, ConeCell.INSTRUMENT);
    List<HandMade.Cell> cells = new ArrayList<>(List.of(HandMade.gabor(), HandMade.luminance()));
    Passport without = of(cells, instruments);
    cells.add(1, new HandMade.Cell(0, (c, x, y) -> Double.NaN));
    Passport broken = of(cells, instruments);
    Passport.Layer retina = broken.layers().get(0);
    assertThat(retina).isEqualTo(new Passport.Layer(HandMade.RETINA_2, List.of(0, 2), List.of(1)));
    assertThat(retina.leftOut().orElseThrow())
        .isEqualTo(
            "1 of the 3 cells of retina.retina_conv2 are left out, since they respond by no finite"
                + " numbers: [1]");
    assertThat(bars(broken, 0)).isEqualTo(bars(without, 0));
    assertThat(bars(broken, 1).cell()).isEqualTo(2);
    assertThat(bars(broken, 1).deviation()).isEqualTo(bars(without, 1).deviation());
    assertThat(broken.layers().get(1).cells()).isEmpty(); // all of which read the broken one
    assertThat(broken.sheets().get(1).rows()).hasSize(2);
    assertThat(broken.of("ventral.conv1").sheets().get(0).rows()).isEmpty();
  }

  private static Orientedness bars(Passport passport, int place) {
    return (Orientedness) passport.sheets().get(0).rows().get(place);
  }

  private static Passport of(List<HandMade.Cell> cells, List<Instrument<?>> instruments) {
    try (VisionModel vision = HandMade.vision(cells)) {
      return Passport.of(vision, LAYERS, instruments, step -> {});
    }
  }

  @Test
  void torchScriptHasNoLayers() throws IOException, URISyntaxException {
    Path file =
        Path.of(
            TorchScript.class.getResource("/org/opponency/models/golden/torchscript.pt").toURI());
    try (VisionModel vision = TorchScript.open(file, 32, Normalisation.IMAGENET)) {
      var thrown =
          assertThrows(
              IllegalArgumentException.class,
              () -> Passport.of(vision, LAYERS, List.of(), step -> {}));
      assertThat(thrown).hasMessageThat().contains("or load its weights into an Architecture");
    }
  }

  @Test
  void instrumentsThatMissCellsAreRefused() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> passport(List.of(counting("blind", 1)), new ArrayList<>()));
    assertThat(thrown).hasMessageThat().contains("from the instrument \"blind\", got");
  }

  @Test
  void layersThatAreNotThereAreNamed() {
    Passport passport = passport(List.of(counting("one", 0)), new ArrayList<>());
    var thrown = assertThrows(IllegalArgumentException.class, () -> passport.of("ventral.conv2"));
    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo("Expected one of [retina.retina_conv2, ventral.conv1], got \"ventral.conv2\"");
  }

  @Test
  void namesHeadColumns() {
    assertThrows(IllegalArgumentException.class, () -> counting("Two words", 0));
  }
}
