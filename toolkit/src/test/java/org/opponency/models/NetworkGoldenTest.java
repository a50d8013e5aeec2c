package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.engine.HostTensor;

/** Holds networks to PyTorch's names and shapes; {@code study.parity} holds them to its numbers. */
class NetworkGoldenTest {
  @ParameterizedTest
  @ValueSource(ints = {18, 34, 50, 101})
  void resNetHasTorchvisionsNamesAndShapes(int depth) throws Exception {
    assertState(Architecture.resNet(depth, new Retina(4, 7)), format("resnet%d-4", depth));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void cifar10HasPyTorchsNamesAndShapes(int depth) throws Exception {
    assertState(Architecture.cifar10(4, depth), "cifar10-4-" + depth);
  }

  private static void assertState(Architecture architecture, String golden) throws Exception {
    try (Network network = Network.initialise(architecture, 1)) {
      Stream<String> state =
          network.state().entrySet().stream().map(e -> line(e.getKey(), e.getValue()));
      assertThat(state.toList()).containsExactlyElementsIn(stateDict(golden)).inOrder();
    }
  }

  /** Names and shapes of a {@code state_dict()}: lines such as {@code fc.bias 10}. */
  private static List<String> stateDict(String name) throws IOException {
    try (InputStream in =
        NetworkGoldenTest.class.getResourceAsStream(format("golden/%s.txt", name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String line(String name, HostTensor tensor) {
    StringBuilder line = new StringBuilder(name);
    for (long side : tensor.shape()) {
      line.append(' ').append(side);
    }
    return line.toString();
  }
}
