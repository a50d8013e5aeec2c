package org.opponency.superstimuli;

import static com.google.common.truth.Truth.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.Retina;
import org.opponency.models.Ventral;
import org.opponency.models.VisionModel;
import org.opponency.models.weights.Safetensors;

/**
 * Holds the ascent to PyTorch's, from the same spectra; see environment/golden/super_stimuli.py.
 */
class AscentGoldenTest {
  private static final int SIZE = 16;
  private static final int STEPS = 10;
  private static final double TOLERANCE = 1e-4;
  private static final String RETINA_2 = "retina.retina_conv2";
  private static final Map<String, HostTensor> GOLDEN = read();
  private static final List<Objective> OBJECTIVES =
      List.of(
          Objective.logit(2),
          Objective.channel(RETINA_2, 1),
          Objective.cell(RETINA_2, 0).negative(),
          Objective.logit(4).minus(Objective.channel(RETINA_2, 0).times(0.5)));

  @Test
  void spectraGiveTorchsPictures() {
    try (VisionModel vision = vision(DataType.FLOAT64);
        AscentRun climb = climb(vision)) {
      assertClose(climb.pixels(), "start", 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLOAT32", "FLOAT64"})
  void tenStepsEndWhereTorchsDo(String type) {
    try (VisionModel vision = vision(DataType.valueOf(type));
        AscentRun climb = climb(vision)) {
      for (int i = 0; i < STEPS; i++) {
        climb.step();
      }
      assertClose(climb.pixels(), "end", TOLERANCE);
      assertClose(values(vision, climb.pixels()), "values", TOLERANCE);
    }
  }

  private static AscentRun climb(VisionModel vision) {
    Ascent ascent = Ascent.of(STEPS, SIZE).with(Transforms.NONE);
    AscentRun climb = new AscentRun(ascent, vision, OBJECTIVES, 1);
    NDArray golden = GOLDEN.get("spectra").toArray(climb.spectra().getManager());
    climb.spectra().set(new NDIndex("..."), golden.toType(vision.dataType(), false));
    return climb;
  }

  private static NDArray values(VisionModel vision, NDArray pixels) {
    Map<String, NDArray> responses = vision.responses(pixels, List.of(RETINA_2, "ventral.fc"));
    NDList values = new NDList();
    for (int i = 0; i < OBJECTIVES.size(); i++) {
      values.add(OBJECTIVES.get(i).value(responses, i));
    }
    return NDArrays.stack(values);
  }

  private static void assertClose(NDArray actual, String golden, double tolerance) {
    NDArray expected = GOLDEN.get(golden).toArray(actual.getManager());
    NDArray difference = actual.toType(DataType.FLOAT64, false).sub(expected).abs();
    assertThat(difference.max().getDouble()).isAtMost(tolerance);
  }

  private static VisionModel vision(DataType type) {
    var architecture =
        new Architecture(
            new Retina(2, 3),
            new Ventral.ResNet(List.of(1, 1, 1, 1), false, 2),
            5,
            SIZE,
            Normalisation.IMAGENET);
    Network network = Network.initialise(architecture, 0, type, Device.cpu());
    Map<String, HostTensor> state = new LinkedHashMap<>();
    GOLDEN.forEach(
        (name, tensor) -> {
          if (name.startsWith("state.")) {
            state.put(name.substring("state.".length()), tensor);
          }
        });
    network.load(state);
    return VisionModel.of(network);
  }

  private static Map<String, HostTensor> read() {
    try {
      var file = AscentGoldenTest.class.getResource("golden/ascent.safetensors");
      return Safetensors.read(Path.of(file.toURI())).tensors();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
