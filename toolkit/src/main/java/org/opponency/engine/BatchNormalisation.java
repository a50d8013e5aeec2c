package org.opponency.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * PyTorch's batch normalisation with constants in double precision; DJL's own rounds them to float.
 *
 * @param momentum of the running statistics
 * @param epsilon added to the variance
 */
public record BatchNormalisation(double momentum, double epsilon) {
  /**
   * Normalises each channel, then scales and shifts it.
   *
   * @param x (N, C, H, W)
   * @param mean running mean, (C)
   * @param variance running variance, (C)
   * @param weight scale, (C)
   * @param bias shift, (C)
   * @param training whether to use the batch's statistics and update the running ones
   * @return the shape of {@code x}
   */
  public NDArray apply(
      NDArray x, NDArray mean, NDArray variance, NDArray weight, NDArray bias, boolean training) {
    return JniUtils.batchNorm(
        (PtNDArray) x,
        (PtNDArray) mean,
        (PtNDArray) variance,
        (PtNDArray) weight,
        (PtNDArray) bias,
        training,
        momentum,
        epsilon);
  }
}
