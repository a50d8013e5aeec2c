package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatelessTest {
  static Stream<Stateless> layers() {
    return Stream.of(
        Stateless.relu(), Stateless.maxPool(), Stateless.averagePool(), Stateless.flatten());
  }

  @ParameterizedTest
  @MethodSource("layers")
  void shapeIsThatOfTheOutput(Stateless layer) {
    try (NDManager manager = NDManager.newBaseManager()) {
      for (int side = 1; side < 10; side++) {
        NDArray x = manager.zeros(new Shape(2, 3, side, side + 1));
        NDList y = layer.forward(new ParameterStore(manager, false), new NDList(x), false);
        assertThat(layer.getOutputShapes(new Shape[] {x.getShape()}))
            .isEqualTo(new Shape[] {y.singletonOrThrow().getShape()});
      }
    }
  }
}
