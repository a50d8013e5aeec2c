package org.opponency.models;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.io.Printable;
import org.opponency.models.Ventral.ResNet.Shortcut;
import org.opponency.models.Ventral.ResNet.Stem;

/**
 * Reads an architecture off the names and shapes of a network's tensors.
 *
 * @param tensors by PyTorch name
 */
record ArchitectureGuess(Map<String, HostTensor> tensors) {
  private static final String RETINA_IN = "retina.retina_conv1";
  private static final String RETINA_OUT = "retina.retina_conv2";
  private static final String RESNET_OUT = "ventral.fc";
  private static final String CONVOLUTIONAL_OUT = "ventral.ventral_fc2";

  /** The kernel that tells a retina for CIFAR-10, whose pixels are not normalised, from others. */
  private static final int CIFAR_KERNEL = 9;

  /** The kernel that tells a ResNet for small images. */
  private static final int SMALL_STEM = 3;

  private static final int IMAGENET_SIZE = 224;
  private static final int CIFAR_SIZE = 32;

  /**
   * The architecture the tensors belong to, with its data set's normalisation.
   *
   * @param imageSize what the file says about the side of its images; by default its data set's
   * @throws IllegalArgumentException if there is neither a ventral stream nor a retina, or a part
   *     of one is missing
   */
  Architecture architecture(Optional<Integer> imageSize) {
    Retina retina = retina();
    Ventral ventral = ventral();
    boolean cifar =
        ventral.isPresent()
            ? ventral instanceof Ventral.Convolutional
            : retina.kernel() == CIFAR_KERNEL;
    boolean small =
        cifar || ventral instanceof Ventral.ResNet resNet && resNet.stem() == Stem.SMALL_IMAGES;
    return new Architecture(
        retina,
        ventral,
        classes(),
        imageSize.orElse(small ? CIFAR_SIZE : IMAGENET_SIZE),
        cifar ? Normalisation.NONE : Normalisation.IMAGENET);
  }

  private Retina retina() {
    if (!has(RETINA_OUT)) {
      return Retina.NONE;
    }
    // Where the first convolution is missing, the mismatch is told with all others.
    int channels = has(RETINA_IN) ? outputs(RETINA_IN) : Retina.CHANNELS;
    return new Retina(outputs(RETINA_OUT), (int) side(RETINA_OUT, 2), channels);
  }

  private Ventral ventral() {
    if (has(RESNET_OUT)) {
      return resNet();
    }
    if (has(CONVOLUTIONAL_OUT)) {
      int depth = count(i -> has("ventral.ventral_conv" + i));
      return new Ventral.Convolutional(depth, outputs("ventral.ventral_fc1"));
    }
    if (has(RETINA_OUT) && tensors.keySet().stream().noneMatch(n -> n.startsWith("ventral."))) {
      return Ventral.NONE;
    }
    throw new IllegalArgumentException(
        format(
            "expected %s.weight, %s.weight or, for a retina alone, %s.weight; it has the tensors %s",
            RESNET_OUT, CONVOLUTIONAL_OUT, RETINA_OUT, Printable.firstOf(tensors.keySet())));
  }

  private Ventral resNet() {
    int stages = count(i -> has(format("ventral.layer%d.0.conv1", i + 1)));
    List<Integer> blocks =
        IntStream.rangeClosed(1, stages)
            .map(stage -> count(i -> has(format("ventral.layer%d.%d.conv1", stage, i))))
            .boxed()
            .toList();
    Stem stem = side("ventral.conv1", 2) == SMALL_STEM ? Stem.SMALL_IMAGES : Stem.PHOTOGRAPHS;
    // Without weights past a block that changes the shape, nothing but zeros can be there.
    boolean padded =
        stem == Stem.SMALL_IMAGES && stages > 1 && !has("ventral.layer2.0.downsample.0");
    return new Ventral.ResNet(
        blocks,
        has("ventral.layer1.0.conv3"),
        outputs("ventral.conv1"),
        stem,
        padded ? Shortcut.PADDED : Shortcut.PROJECTED);
  }

  private int classes() {
    if (has(RESNET_OUT)) {
      return outputs(RESNET_OUT);
    }
    return has(CONVOLUTIONAL_OUT) ? outputs(CONVOLUTIONAL_OUT) : 0;
  }

  private boolean has(String layer) {
    return tensors.containsKey(layer + ".weight");
  }

  private int outputs(String layer) {
    return (int) side(layer, 0);
  }

  private long side(String layer, int axis) {
    HostTensor weight = tensors.get(layer + ".weight");
    if (weight == null || weight.shape().length <= axis || !weight.data().hasRemaining()) {
      throw new IllegalArgumentException(
          format("expected a tensor %s.weight of more than %d axes, not empty", layer, axis));
    }
    return weight.shape()[axis];
  }

  private static int count(IntPredicate exists) {
    return (int) IntStream.iterate(0, i -> i + 1).takeWhile(exists).count();
  }
}
