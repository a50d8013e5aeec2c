package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.opponency.engine.HostTensor;

/**
 * Networks that were trained on greyscale images, whose first convolution has one input channel (as
 * in Lindsey et al. 2019). They are read as networks on colour images that see the grey of each
 * pixel: hues reach them as the greys that their training would have made of them, and greys as
 * they are.
 */
public final class Greyscale {
  private static final String FIRST = "retina.retina_conv1.weight";

  /** Red, green and blue in grey: ITU-R BT.601, as in Pillow and torchvision's Grayscale. */
  private static final float[] LUMA = {0.299f, 0.587f, 0.114f};

  private Greyscale() {}

  /**
   * The same tensors, the first convolution on three channels.
   *
   * @throws IllegalArgumentException if the network is a ResNet, of whose normalisation of grey
   *     nothing is known
   */
  public static Map<String, HostTensor> inColour(Map<String, HostTensor> tensors) {
    HostTensor first = tensors.get(FIRST);
    if (first == null || first.shape().length != 4 || first.shape()[1] != 1) {
      return tensors;
    }
    if (tensors.containsKey("ventral.fc.weight")) {
      throw new IllegalArgumentException(
          format(
              "Expected %s on 3 channels before a ResNet, got 1: how its grey is normalised is not known",
              FIRST));
    }
    Map<String, HostTensor> colour = new LinkedHashMap<>(tensors);
    colour.put(FIRST, inColour(first));
    return colour;
  }

  /** Whatever the element type in the file. */
  private static HostTensor inColour(HostTensor grey) {
    try (NDManager scope = NDManager.newBaseManager(Device.cpu())) {
      NDArray weights = grey.toArray(scope).toType(DataType.FLOAT32, false);
      return HostTensor.of(weights.mul(scope.create(LUMA, new Shape(1, LUMA.length, 1, 1))));
    }
  }
}
