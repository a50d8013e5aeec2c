package org.opponency.models.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import org.opponency.engine.Autograd;
import org.opponency.images.Normalisation;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.Pixels;
import org.opponency.models.Retina;
import org.opponency.models.Ventral;

/** Reads off what a network's first layer sees of each byte. */
public final class NormalisationProbe {
  private static final int BYTES = 256;

  private NormalisationProbe() {}

  /** float32 (3, 256): red, green and blue of the bytes 0 to 255. */
  public static float[] read(Normalisation normalisation) {
    byte[] ramp = new byte[3 * BYTES];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (byte) (i / 3);
    }
    var ventral = new Ventral.Convolutional(0, 1);
    var architecture = new Architecture(Retina.NONE, ventral, 1, 1, normalisation);
    try (Network network = Network.initialise(architecture, 0);
        NDManager scope = network.manager().newSubManager();
        Autograd.Mode off = Autograd.off()) {
      NDArray pixels = Pixels.of(scope, ramp, 1, BYTES, DataType.FLOAT32);
      return network.normalised(pixels).toFloatArray();
    }
  }
}
