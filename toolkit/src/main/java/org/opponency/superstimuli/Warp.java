package org.opponency.superstimuli;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * A shifted, scaled and turned picture: each of its pixels is a bilinear mean of four pixels of the
 * original. What lies outside the original is mid-grey, 0.5, as in lucid's padding.
 *
 * @param size side in pixels of the original and the result
 * @param sources four source pixels (row times size plus column) of each pixel, corner by corner
 * @param weights what each source pixel counts; those outside count 0
 */
record Warp(int size, long[] sources, double[] weights) {
  private static final int CORNERS = 4;
  private static final double OUTSIDE = 0.5;

  /**
   * Turns and scales about the centre, then shifts.
   *
   * @param right pixels to the right
   * @param down pixels down
   * @param scale above 1 enlarges
   * @param angle clockwise on the screen, in radians
   */
  static Warp of(int size, int right, int down, double scale, double angle) {
    Warp warp = new Warp(size, new long[CORNERS * size * size], new double[CORNERS * size * size]);
    double centre = (size - 1) / 2.0;
    double cos = Math.cos(angle) / scale;
    double sin = Math.sin(angle) / scale;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double dx = x - right - centre;
        double dy = y - down - centre;
        warp.set(y * size + x, centre + cos * dx + sin * dy, centre - sin * dx + cos * dy);
      }
    }
    return warp;
  }

  private void set(int pixel, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    for (int corner = 0; corner < CORNERS; corner++) {
      int column = left + corner % 2;
      int row = top + corner / 2;
      if (column >= 0 && column < size && row >= 0 && row < size) {
        int place = corner * size * size + pixel;
        sources[place] = (long) row * size + column;
        weights[place] = (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
      }
    }
  }

  /**
   * The warped pictures. Differentiable.
   *
   * @param pixels (N, 3, size, size) in [0, 1]
   * @return the same shape, of the same manager
   */
  NDArray of(NDArray pixels) {
    NDManager scope = pixels.getManager();
    long images = pixels.getShape().get(0);
    Shape flat = new Shape(images, 3, (long) size * size);
    Shape corners = new Shape(images, 3, CORNERS, (long) size * size);
    NDArray picked =
        pixels.reshape(flat).sub(OUTSIDE).gather(index(scope, images), 2).reshape(corners);
    NDArray weight =
        scope
            .create(weights, new Shape(CORNERS, (long) size * size))
            .toType(pixels.getDataType(), false);
    return picked.mul(weight).sum(new int[] {2}).add(OUTSIDE).reshape(pixels.getShape());
  }

  private NDArray index(NDManager scope, long images) {
    NDArray one = scope.create(sources, new Shape(1, 1, sources.length));
    return one.broadcast(images, 3, sources.length);
  }
}
