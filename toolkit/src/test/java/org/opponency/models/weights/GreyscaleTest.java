package org.opponency.models.weights;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.models.Architecture;
import org.opponency.models.CentreCells;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.Retina;
import org.opponency.models.Ventral;
import org.opponency.models.VisionModel;
import org.opponency.stimuli.Grey;
import org.opponency.stimuli.Hue;
import org.opponency.stimuli.Stimulus;
import org.opponency.stimuli.StimulusSet;

class GreyscaleTest {
  private static final String FIRST = "retina.retina_conv1.weight";
  private static final String RETINA_2 = "retina.retina_conv2";

  private static final Architecture SMALL =
      new Architecture(
          new Retina(2, 9), new Ventral.Convolutional(0, 4), 3, 32, Normalisation.NONE);

  @TempDir private Path folder;

  @Test
  void greysReachTheNetworkAsTheyAreAndHuesAsTheirGreys() throws IOException {
    try (Network network = Network.initialise(SMALL, 3)) {
      Map<String, HostTensor> state = network.state();
      HostTensor grey = HostTensor.ofFloats(redOf(state.get(FIRST)), 32, 1, 9, 9);
      Map<String, HostTensor> greyscale = network.state();
      greyscale.put(FIRST, grey);
      new Safetensors(greyscale, Map.of()).write(folder.resolve("grey.safetensors"));
      state.put(FIRST, onRedAlone(grey));
      network.load(state);
      try (VisionModel expected = VisionModel.of(network);
          VisionModel read =
              VisionModel.of(Checkpoint.read(folder.resolve("grey.safetensors")).network())) {
        // Green is seen as a grey of 0.587, which a network on red alone sees as it is.
        float[][] seen = respond(read, new Grey(0.25), new Hue(120, 1, 0.5));
        float[][] known = respond(expected, new Grey(0.25), new Grey(0.587));
        for (int i = 0; i < seen.length; i++) {
          assertThat(seen[i]).usingTolerance(1e-5).containsExactly(known[i]).inOrder();
        }
      }
    }
  }

  @Test
  void resNetsOnGreyAreRefused() throws IOException {
    try (Network network = Network.initialise(Architecture.thin(2, 3, 32), 3)) {
      Map<String, HostTensor> state = network.state();
      state.put(FIRST, HostTensor.ofFloats(new float[32 * 49], 32, 1, 7, 7));
      Path file = folder.resolve("resnet.safetensors");
      new Safetensors(state, Map.of()).write(file);
      var error = assertThrows(IOException.class, () -> Checkpoint.read(file));
      assertThat(error).hasMessageThat().contains("on 3 channels before a ResNet, got 1");
    }
  }

  private static float[][] respond(VisionModel vision, Stimulus... stimuli) {
    return new CentreCells(vision, List.of(RETINA_2), 32)
        .responses(new StimulusSet<>(32, List.of(stimuli)))
        .get(RETINA_2);
  }

  private static float[] redOf(HostTensor weights) {
    float[] red = new float[32 * 81];
    for (int i = 0; i < red.length; i++) {
      red[i] = weights.data().getFloat(Float.BYTES * (i / 81 * 3 * 81 + i % 81));
    }
    return red;
  }

  private static HostTensor onRedAlone(HostTensor grey) {
    float[] weights = new float[32 * 3 * 81];
    for (int i = 0; i < 32 * 81; i++) {
      weights[i / 81 * 3 * 81 + i % 81] = grey.data().getFloat(Float.BYTES * i);
    }
    return HostTensor.ofFloats(weights, 32, 3, 9, 9);
  }
}
