package org.opponency.physiology;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.opponency.io.Seed;
import org.opponency.models.CentreCells;
import org.opponency.models.VisionModel;

/**
 * How linear a cell is: the change of its gradient from one input to another, 0 for a linear cell.
 *
 * @param layer PyTorch module path
 * @param cell its channel, counted from 0
 * @param score mean over pixels and channels of the s.d. over inputs, on a scale of 0 to 255
 */
public record Linearity(String layer, int cell, double score) {
  /** Number of inputs in the authors' code. */
  public static final int INPUTS = 5;

  private static final int CELLS_A_PASS = 16;
  private static final double DEVIATION = 0.1;
  private static final double LEVELS = 255;
  private static final double TINY = 1e-5;

  /**
   * The score of the authors' code (ecs-vlc/opponency, statistics/rfdeviation.py): gradients before
   * the ReLU at images of uniform noise in [0, 1], each divided by its root mean square and brought
   * to mean 127.5 and s.d. 25.5, clipped to 0 to 255. Since the mean is over the whole image, most
   * of which a cell may not see, compare scores at one image size only.
   *
   * @param inputs how many, at least 2
   * @param seed what the inputs derive from; all cells see the same
   */
  public static List<Linearity> of(VisionModel vision, String layer, int inputs, long seed) {
    int side = vision.architecture().imageSize();
    CentreCells centre = new CentreCells(vision, List.of(layer), side);
    int cells = centre.cells(layer);
    List<float[]> noises =
        IntStream.range(0, inputs).mapToObj(i -> noise(3 * side * side, Seed.of(seed, i))).toList();
    return IntStream.range(0, (cells + CELLS_A_PASS - 1) / CELLS_A_PASS)
        .map(pass -> pass * CELLS_A_PASS)
        .boxed()
        .flatMap(from -> scores(centre, layer, from, Math.min(cells, from + CELLS_A_PASS), noises))
        .toList();
  }

  private static Stream<Linearity> scores(
      CentreCells centre, String layer, int from, int to, List<float[]> noises) {
    List<float[][]> gradients =
        noises.stream().map(noise -> centre.gradients(layer, noise, from, to)).toList();
    return IntStream.range(from, to)
        .mapToObj(
            cell ->
                new Linearity(
                    layer, cell, score(gradients.stream().map(g -> g[cell - from]).toList())));
  }

  /** The score of one cell's gradients, (3, side, side) each. */
  static double score(List<float[]> gradients) {
    List<double[]> pictures = gradients.stream().map(Linearity::picture).toList();
    StandardDeviation deviation = new StandardDeviation();
    return IntStream.range(0, pictures.get(0).length)
        .mapToDouble(i -> deviation.evaluate(pictures.stream().mapToDouble(p -> p[i]).toArray()))
        .average()
        .orElseThrow();
  }

  private static double[] picture(float[] gradient) {
    double squares =
        IntStream.range(0, gradient.length).mapToDouble(i -> square(gradient[i])).sum();
    double divisor = Math.sqrt(squares / gradient.length) + TINY;
    double[] scaled =
        IntStream.range(0, gradient.length).mapToDouble(i -> gradient[i] / divisor).toArray();
    double[] levels = Standardised.sample(scaled, DEVIATION);
    return IntStream.range(0, levels.length).mapToDouble(i -> LEVELS * levels[i]).toArray();
  }

  private static double square(double value) {
    return value * value;
  }

  private static float[] noise(int size, long seed) {
    Random random = new Random(seed);
    float[] noise = new float[size];
    for (int i = 0; i < size; i++) {
      noise[i] = random.nextFloat();
    }
    return noise;
  }
}
