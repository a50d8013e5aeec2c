package org.opponency.physiology.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.images.RgbImage;
import org.opponency.models.CentreCells;
import org.opponency.models.VisionModel;
import org.opponency.physiology.FieldEnergy;

/**
 * The part of a picture that moves a cell: the effective receptive field (Luo et al. 2016), from
 * the gradient of the response before the ReLU at pictures rather than at a blank field. Every
 * gradient counts as much as another, whatever its size. The null is the same network with random
 * weights.
 *
 * @param halfRadius radius in pixels about the middle of the energy, the squared gradient summed
 *     over the channels and averaged over the pictures, that holds half of it
 * @param radius that holds 90 %
 * @param area pixels that take part, {@code (sum E)^2 / sum E^2}
 * @param constancy energy of the mean gradient over mean energy: 1 where all gradients are alike,
 *     as a linear cell's are, and about 1 / n for n that have nothing in common; NaN where they are
 *     of several cells
 * @param surround what opposes the middle: where the profile is below zero over where it is above,
 *     0 to 1 for a field whose surround is the weaker
 * @param gradients how many count
 * @param silent pictures without a gradient, or with one that is not a number: they are left out
 * @param profile the gradient for grey light by its distance from the middle, in rings one pixel
 *     wide, signed so that the middle half of the energy is above zero, as a share of its sum of
 *     sizes; empty without gradients
 */
public record EffectiveField(
    double halfRadius,
    double radius,
    double area,
    double constancy,
    double surround,
    int gradients,
    int silent,
    List<Double> profile) {
  /** Pictures that a cell is shown. */
  public static final int PICTURES = 16;

  private static final int CELLS_A_PASS = 16;

  /**
   * Those of all cells of a layer, each over all pictures.
   *
   * @param pictures of the size that the network takes
   */
  public static List<EffectiveField> ofCells(
      VisionModel vision, String layer, List<RgbImage> pictures) {
    int side = vision.architecture().imageSize();
    CentreCells centre = new CentreCells(vision, List.of(layer), side);
    int cells = centre.cells(layer);
    List<float[]> planes = pictures.stream().map(picture -> planes(picture, side)).toList();
    List<EffectiveField> fields = new ArrayList<>();
    for (int from = 0; from < cells; from += CELLS_A_PASS) {
      int first = from;
      int to = Math.min(cells, from + CELLS_A_PASS);
      List<float[][]> gradients =
          planes.stream().map(plane -> centre.gradients(layer, plane, first, to)).toList();
      for (int cell = from; cell < to; cell++) {
        int own = cell - from;
        fields.add(of(gradients.stream().map(each -> each[own]).toList(), side, true));
      }
    }
    return fields;
  }

  /**
   * That of a layer as a whole: each picture is shown to another cell, evenly over the layer.
   *
   * @param pictures of the size that the network takes
   */
  public static EffectiveField ofLayer(VisionModel vision, String layer, List<RgbImage> pictures) {
    int side = vision.architecture().imageSize();
    CentreCells centre = new CentreCells(vision, List.of(layer), side);
    int cells = centre.cells(layer);
    int[] looking =
        IntStream.range(0, pictures.size()).map(i -> i * cells / pictures.size()).toArray();
    float[] planes = new float[pictures.size() * 3 * side * side];
    for (int i = 0; i < pictures.size(); i++) {
      System.arraycopy(
          planes(pictures.get(i), side), 0, planes, i * 3 * side * side, 3 * side * side);
    }
    return of(Arrays.asList(centre.gradients(layer, planes, looking)), side, false);
  }

  private static float[] planes(RgbImage picture, int side) {
    float[] planes = new float[3 * side * side];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = picture.value(i % side, i / side % side, i / (side * side)) / 255f;
    }
    return planes;
  }

  /**
   * From gradients.
   *
   * @param gradients (3, side, side) each
   * @param ofOneCell whether they are of the same cell
   */
  static EffectiveField of(List<float[]> gradients, int side, boolean ofOneCell) {
    List<double[]> known =
        gradients.stream().map(EffectiveField::unit).flatMap(List::stream).toList();
    int silent = gradients.size() - known.size();
    if (known.isEmpty()) {
      double none = Double.NaN;
      return new EffectiveField(none, none, none, none, none, 0, silent, List.of());
    }
    FieldEnergy energy = FieldEnergy.of(energies(known, side), side);
    double half = energy.radius(0.5);
    double[] profile = RadialProfile.of(known, side, energy.middle(), half);
    return new EffectiveField(
        half,
        energy.radius(0.9),
        energy.participation(),
        ofOneCell ? constancy(known) : Double.NaN,
        RadialProfile.surround(profile),
        known.size(),
        silent,
        Arrays.stream(profile).boxed().toList());
  }

  /** A gradient of length 1; none where it has no length. */
  private static List<double[]> unit(float[] gradient) {
    double squares = 0;
    for (float slope : gradient) {
      squares += (double) slope * slope;
    }
    if (!(squares > 0) || Double.isInfinite(squares)) {
      return List.of();
    }
    double length = Math.sqrt(squares);
    return List.of(
        IntStream.range(0, gradient.length).mapToDouble(i -> gradient[i] / length).toArray());
  }

  private static double[] energies(List<double[]> gradients, int side) {
    double[] energies = new double[side * side];
    for (double[] gradient : gradients) {
      for (int i = 0; i < gradient.length; i++) {
        energies[i % energies.length] += gradient[i] * gradient[i] / gradients.size();
      }
    }
    return energies;
  }

  private static double constancy(List<double[]> gradients) {
    return IntStream.range(0, gradients.get(0).length)
        .mapToDouble(i -> gradients.stream().mapToDouble(g -> g[i]).average().orElseThrow())
        .map(mean -> mean * mean)
        .sum();
  }

  /** Whether no picture moves it. */
  public boolean isSilent() {
    return gradients == 0;
  }
}
