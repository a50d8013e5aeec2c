package org.opponency.surgery;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.opponency.images.Normalisation;
import org.opponency.images.RgbImage;
import org.opponency.io.Seed;
import org.opponency.models.LayerMaps;
import org.opponency.models.Surgery;
import org.opponency.models.VisionModel;
import org.opponency.physiology.picture.Moments;

/**
 * The linear filter of the normalised pixels in its field that comes nearest to each cell's
 * response before the ReLU: least squares over patches of pictures, with a ridge so small that it
 * settles only what the patches leave open. Every fifth picture is held out to tell how good it is,
 * so that classes must not take turns in their order, or only some are held out.
 *
 * @param side of the filters in pixels, odd
 * @param filters (cells, 3, side, side)
 * @param constants one a cell
 * @param goodness R squared of each on the pictures held out; NaN for a cell that does not vary
 *     there
 */
public record LinearFit(int side, float[] filters, float[] constants, double[] goodness) {
  /** Of the mean variance of the pixels. */
  private static final double RIDGE = 1e-5;

  private static final int PATCHES_A_WEIGHT = 12;
  private static final int HELD_OUT = 5;
  private static final float WHITE = 255;

  /**
   * The fits of all cells of a convolution without stride, such as Retina-2.
   *
   * @param pictures at least five, of the network's size
   * @param seed of the places that patches are taken at
   * @throws IllegalArgumentException if there are too few pictures, or they are smaller than a
   *     field
   */
  public static LinearFit of(VisionModel vision, String layer, List<RgbImage> pictures, long seed) {
    int side = vision.field(layer).size();
    if (pictures.size() < HELD_OUT || pictures.get(0).width() < side) {
      throw new IllegalArgumentException(
          format(
              "Expected at least %d pictures of at least %d pixels a side, got %d of %d",
              HELD_OUT, side, pictures.size(), pictures.isEmpty() ? 0 : pictures.get(0).width()));
    }
    int each = PATCHES_A_WEIGHT * 3 * side * side / pictures.size() + 1;
    Patches patches = new Patches(side, vision.architecture().normalisation());
    Random random = Seed.random(seed);
    for (int i = 0; i < pictures.size(); i++) {
      patches.add(pictures.get(i), vision.maps(pictures.get(i), layer), each, random, i);
    }
    return patches.fit();
  }

  /** Cells that answer as their filters do. */
  Surgery of(List<Integer> cells) {
    return new Surgery.Linear(cells, side, filters, constants);
  }

  /** Mean R squared of some cells, those left out that have none; NaN if none has. */
  double goodness(List<Integer> cells) {
    return cells.stream()
        .mapToDouble(cell -> goodness[cell])
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  /** Sums over patches: of the pictures to learn from, and of those held out. */
  private static final class Patches {
    private final int side;
    private final int size;
    private final float[] mean;
    private final float[] sd;
    private Moments learned;
    private Moments heldOut;

    Patches(int side, Normalisation normalisation) {
      this.side = side;
      size = 3 * side * side;
      mean = normalisation.mean();
      sd = normalisation.sd();
    }

    void add(RgbImage picture, LayerMaps maps, int count, Random random, int number) {
      if (learned == null) {
        learned = new Moments(size, maps.cells());
        heldOut = new Moments(size, maps.cells());
      }
      Moments sums = number % HELD_OUT == HELD_OUT - 1 ? heldOut : learned;
      for (int i = 0; i < count; i++) {
        int x = random.nextInt(picture.width() - side + 1);
        int y = random.nextInt(picture.height() - side + 1);
        sums.add(patch(picture, x, y), responses(maps, x + side / 2, y + side / 2));
      }
    }

    private double[] patch(RgbImage picture, int x, int y) {
      double[] pixels = new double[size];
      for (int i = 0; i < size; i++) {
        int channel = i / (side * side);
        float value = picture.value(x + i % side, y + i / side % side, channel) / WHITE;
        pixels[i] = (value - mean[channel]) / sd[channel];
      }
      return pixels;
    }

    private static double[] responses(LayerMaps maps, int x, int y) {
      double[] responses = new double[maps.cells()];
      for (int cell = 0; cell < responses.length; cell++) {
        responses[cell] = maps.values()[(cell * maps.height() + y) * maps.width() + x];
      }
      return responses;
    }

    LinearFit fit() {
      int[] cells = IntStream.range(0, learned.targets()).toArray();
      double[][] weights = learned.weights(RIDGE, cells);
      double[] errors = heldOut.errors(weights, cells);
      float[] filters = new float[cells.length * size];
      float[] constants = new float[cells.length];
      double[] goodness = new double[cells.length];
      for (int cell : cells) {
        constants[cell] = (float) weights[0][cell];
        goodness[cell] = heldOut.goodness(cell, errors[cell]);
        for (int i = 0; i < size; i++) {
          filters[cell * size + i] = (float) weights[1 + i][cell];
        }
      }
      return new LinearFit(side, filters, constants, goodness);
    }
  }
}
