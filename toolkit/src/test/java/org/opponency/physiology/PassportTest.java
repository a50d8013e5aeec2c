package org.opponency.physiology;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opponency.io.Progress;
import org.opponency.models.VisionModel;

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
    assertThat(passport.cells()).containsExactly(2, cellsOfResNet(passport)).inOrder();
    assertThat(steps).hasSize(2);
    assertThat(steps.get(1).finished()).isTrue();
    Passport page = passport.of("ventral.conv1");
    assertThat(page.layers()).containsExactly("ventral.conv1");
    assertThat(page.sheets().get(1).rows()).hasSize(cellsOfResNet(passport));
    assertThat(page.sheets().get(1).rows().get(0)).isEqualTo(new Number("ventral.conv1", 0, 0));
  }

  private static int cellsOfResNet(Passport passport) {
    return passport.cells().get(1);
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
