package org.opponency.physiology.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.images.RgbImage;
import org.opponency.io.Fraction;
import org.opponency.io.InUnits;
import org.opponency.models.CentreCells;
import org.opponency.models.VisionModel;
import org.opponency.stimuli.Aperture;

/**
 * The part of a picture that moves cells: the effective receptive field (Luo et al. 2016), from the
 * gradient of the response at pictures rather than at a blank field, before the ReLU. Every
 * gradient counts as much as another, whatever its size. The null is the same network with random
 * weights.
 *
 * @param halfRadius radius in pixels about the middle of the energy, the squared gradient summed
 *     over the channels and averaged over the pictures, that holds half of it; NaN, as all else,
 *     where no picture moves a cell
 * @param radius that holds 90 %
 * @param area pixels that take part, {@code (sum E)^2 / sum E^2}
 * @param constancy energy of the mean gradient over mean energy: 1 where all gradients are alike,
 *     as a linear cell's are, and about 1 / n for n that have nothing in common; NaN where they are
 *     of several cells
 * @param surround what opposes the middle: the rings of {@link StageField#profile} below zero over
 *     those above, 0 for a field of one sign, 1 for one whose parts cancel
 * @param gradients how many count
 * @param silent pictures without a gradient, or with one that is not a number: they are left out
 */
public record EffectiveField(
    @InUnits("pixels") double halfRadius,
    @InUnits("pixels") double radius,
    @InUnits("pixels") double area,
    @Fraction double constancy,
    @Fraction double surround,
    int gradients,
    int silent) {
  /** Pictures that a cell is shown. */
  public static final int PICTURES = 16;

  private static final int CELLS_A_PASS = 16;

  /**
   * Those of all cells of a layer, each over all pictures.
   *
   * @param pictures of the size that the network takes
   */
  public static List<FieldCell> ofCells(VisionModel vision, String layer, List<RgbImage> pictures) {
    int side = vision.architecture().imageSize();
    CentreCells centre = new CentreCells(vision, List.of(layer), side);
    int cells = centre.cells(layer);
    List<float[]> planes = pictures.stream().map(PicturePatches::planes).toList();
    Aperture seen = vision.field(layer).seen(side);
    List<FieldCell> fields = new ArrayList<>();
    for (int from = 0; from < cells; from += CELLS_A_PASS) {
      int first = from;
      int to = Math.min(cells, from + CELLS_A_PASS);
      List<float[][]> gradients =
          planes.stream().map(plane -> centre.gradients(layer, plane, first, to)).toList();
      for (int cell = from; cell < to; cell++) {
        int own = cell - from;
        Gradients all =
            Gradients.of(
                gradients.stream().map(each -> part(each[own], side, seen)).toList(), seen.side());
        fields.add(new FieldCell(layer, cell, all.field(true)));
      }
    }
    return fields;
  }

  /**
   * That of a layer as a whole: each picture is shown to another cell, evenly over the layer.
   *
   * @param pictures of the size that the network takes
   */
  public static StageField ofLayer(VisionModel vision, String layer, List<RgbImage> pictures) {
    int side = vision.architecture().imageSize();
    CentreCells centre = new CentreCells(vision, List.of(layer), side);
    int cells = centre.cells(layer);
    int[] looking =
        IntStream.range(0, pictures.size()).map(i -> i * cells / pictures.size()).toArray();
    float[] planes = new float[pictures.size() * 3 * side * side];
    for (int i = 0; i < pictures.size(); i++) {
      System.arraycopy(
          PicturePatches.planes(pictures.get(i)), 0, planes, i * 3 * side * side, 3 * side * side);
    }
    Gradients all = Gradients.of(List.of(centre.gradients(layer, planes, looking)), side);
    return new StageField(layer, all.field(false), all.profile());
  }

  /** What the cell sees; all else is 0. */
  private static float[] part(float[] gradient, int side, Aperture seen) {
    int small = seen.side();
    float[] part = new float[3 * small * small];
    for (int row = 0; row < 3 * small; row++) {
      int y = seen.first() + row % small;
      int from = (row / small * side + y) * side + seen.first();
      System.arraycopy(gradient, from, part, row * small, small);
    }
    return part;
  }

  /** The field of those that no picture moves. */
  static EffectiveField none(int silent) {
    double none = Double.NaN;
    return new EffectiveField(none, none, none, none, none, 0, silent);
  }
}
