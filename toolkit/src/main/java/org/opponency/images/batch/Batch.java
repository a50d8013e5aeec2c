package org.opponency.images.batch;

/**
 * Images of one size with their labels, ready for a device.
 *
 * @param number position in the epoch, from 0; an interrupted epoch resumes at {@code number + 1}
 * @param height rows of each image
 * @param width pixels a row
 * @param pixels uint8 (N, height, width, 3), RGB
 * @param labels label of each image
 * @param indices where each image stands in its set
 */
public record Batch(int number, int height, int width, byte[] pixels, int[] labels, int[] indices) {
  /** Number of images. */
  public int size() {
    return labels.length;
  }
}
