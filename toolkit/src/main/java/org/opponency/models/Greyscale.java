package org.opponency.models;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Networks that were trained on greyscale images, whose first convolution has one input channel (as
 * in Lindsey et al. 2019). They are read as networks on colour images that see the grey of each
 * pixel: hues reach them as the greys that their training would have made of them, and greys as
 * they are.
 */
final class Greyscale {
  private static final String FIRST = "retina.retina_conv1.weight";

  /** Red, green and blue in grey: ITU-R BT.601, as in Pillow and torchvision's Grayscale. */
  private static final double[] LUMA = {0.299, 0.587, 0.114};

  private Greyscale() {}

  /**
   * The same tensors, the first convolution on three channels.
   *
   * @throws IllegalArgumentException if the network is a ResNet, of whose normalisation of grey
   *     nothing is known
   */
  static Map<String, HostTensor> inColour(Map<String, HostTensor> tensors) {
    HostTensor first = tensors.get(FIRST);
    if (first == null || first.shape().length != 4 || first.shape()[1] != 1) {
      return tensors;
    }
    if (tensors.containsKey("ventral.fc.weight")) {
      throw new IllegalArgumentException(
          "Expected %s on 3 channels before a ResNet, got 1: how its grey is normalised is not known"
              .formatted(FIRST));
    }
    Map<String, HostTensor> colour = new LinkedHashMap<>(tensors);
    colour.put(FIRST, inColour(first));
    return colour;
  }

  private static HostTensor inColour(HostTensor grey) {
    long[] shape = grey.shape();
    int plane = (int) (shape[2] * shape[3]);
    float[] weights = new float[(int) shape[0] * LUMA.length * plane];
    for (int i = 0; i < weights.length; i++) {
      int channel = i / plane % LUMA.length;
      int source = i / (plane * LUMA.length) * plane + i % plane;
      weights[i] = (float) (LUMA[channel] * grey.data().getFloat(Float.BYTES * source));
    }
    return HostTensor.ofFloats(weights, shape[0], LUMA.length, shape[2], shape[3]);
  }
}
