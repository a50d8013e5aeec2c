package org.opponency.training;

import static org.opponency.io.Text.format;

import java.util.List;
import org.opponency.engine.HostTensor;
import org.opponency.models.LayerSummary;
import org.opponency.models.Network;

/**
 * What a training step needs of a device's memory at least, computed from shapes (float32).
 * Workspace of convolutions and what an allocator holds back come on top: for ResNet-50 at 224
 * pixels 130 MB an image are computed where 205 were measured on a CPU.
 *
 * @param weights bytes of the weights
 * @param gradients bytes of their gradients
 * @param optimiser bytes of the optimiser's state: one number a weight for both rules
 * @param activationsPerImage bytes of the outputs of all layers for one image, which the graph
 *     keeps until the backward pass
 * @param batchSize images a step
 */
public record MemoryNeed(
    long weights, long gradients, long optimiser, long activationsPerImage, int batchSize) {
  private static final int FLOAT = 4;

  static MemoryNeed of(Network network, Recipe recipe) {
    long weights = FLOAT * network.parameterCount();
    return new MemoryNeed(
        weights, weights, weights, activations(network.summary()), recipe.batchSize());
  }

  /** A layer with layers in it gives what the last of them gives. */
  private static long activations(List<LayerSummary> layers) {
    return layers.stream()
        .filter(layer -> layers.stream().noneMatch(l -> l.name().startsWith(layer.name() + ".")))
        .mapToLong(layer -> FLOAT * HostTensor.elements(layer.outputShape()))
        .sum();
  }

  /** Bytes of a step with so many images. */
  public long bytes(int images) {
    return weights + gradients + optimiser + activationsPerImage * images;
  }

  String words() {
    return format(
        "%.2f GB, computed: weights %.2f, gradients %.2f, optimiser %.2f, activations %.2f (%d"
            + " images of %.1f MB); workspace comes on top",
        gigabytes(bytes(batchSize)),
        gigabytes(weights),
        gigabytes(gradients),
        gigabytes(optimiser),
        gigabytes(activationsPerImage * batchSize),
        batchSize,
        activationsPerImage / 1e6);
  }

  private static double gigabytes(long bytes) {
    return bytes / 1e9;
  }
}
