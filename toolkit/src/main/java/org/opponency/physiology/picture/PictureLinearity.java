package org.opponency.physiology.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.opponency.images.RgbImage;
import org.opponency.io.Fraction;
import org.opponency.models.LayerField;
import org.opponency.models.VisionModel;
import org.opponency.physiology.picture.PictureResponses.OfLayer;

/**
 * How linear a cell is in pictures: the share of its variance over pictures kept apart that a
 * linear model of the pixels in its receptive field explains (Lindsey et al. 2019, whose published
 * code regresses the response of the centre cell on the picture by ridge regression with a
 * cross-validated penalty, four fifths of the pictures for training). Here the model sees the
 * cell's field alone, 16 places of a picture count where the field lies within it, and folds are of
 * whole pictures.
 *
 * <p>A linear cell has 1. Behind a ReLU at the mean of Gaussian responses 0.73 is left, {@code
 * (1/4) / (1/2 - 1 / (2 pi))}; a cell that squares them has 0. The null is the same network with
 * random weights.
 *
 * @param layer PyTorch module path
 * @param cell its channel, counted from 0
 * @param goodness R^2 before the ReLU, 0 to 1: 0 where the mean alone would do better, NaN for a
 *     silent cell
 * @param rectified the same behind the ReLU (after the batch norm, if there is one), where Lindsey
 *     et al. take it
 * @param penalty chosen for the first, as a share of the pixels' mean variance
 */
public record PictureLinearity(
    String layer, int cell, @Fraction double goodness, @Fraction double rectified, double penalty) {
  /** To be raised when the numbers of the same network change. */
  public static final int VERSION = 1;

  /** Pictures that are enough, 16 patches each. */
  public static final int PICTURES = 200;

  /**
   * The cells of some layers, in their order.
   *
   * @param pictures of the size that the network takes, at least five
   * @throws IllegalArgumentException if a layer does not exist, or there are too few pictures
   */
  public static List<PictureLinearity> of(
      VisionModel vision, List<String> layers, List<RgbImage> pictures) {
    return of(List.of(PictureResponses.of(vision, layers, pictures)), pictures).get(0);
  }

  /**
   * The cells of several networks, which are told of by one regression wherever they see alike.
   *
   * @param networks what they responded
   * @param pictures to these
   * @return a list a network
   */
  public static List<List<PictureLinearity>> of(
      List<PictureResponses> networks, List<RgbImage> pictures) {
    Map<View, List<OfLayer>> alike = new LinkedHashMap<>();
    for (PictureResponses network : networks) {
      for (OfLayer layer : network.layers()) {
        View view = new View(network.cut(), layer.field());
        alike.computeIfAbsent(view, any -> new ArrayList<>()).add(layer);
      }
    }
    Map<OfLayer, List<PictureLinearity>> told = new IdentityHashMap<>();
    alike.forEach((view, layers) -> told.putAll(told(view, layers, pictures)));
    return networks.stream()
        .map(one -> one.layers().stream().flatMap(layer -> told.get(layer).stream()).toList())
        .toList();
  }

  /** What the same pixels are seen by. */
  private record View(PicturePatches.Cut cut, LayerField field) {}

  private static Map<OfLayer, List<PictureLinearity>> told(
      View view, List<OfLayer> layers, List<RgbImage> pictures) {
    PicturePatches patches = PicturePatches.of(pictures, view.cut());
    List<float[]> responses = new ArrayList<>();
    for (OfLayer layer : layers) {
      responses.addAll(Arrays.asList(layer.before()));
      responses.addAll(Arrays.asList(layer.behind()));
    }
    List<PatchRegression.Fit> fits =
        PatchRegression.of(patches.seenBy(view.field()), patches::picture, responses);
    Map<OfLayer, List<PictureLinearity>> told = new IdentityHashMap<>();
    int from = 0;
    for (OfLayer layer : layers) {
      int cells = layer.before().length;
      told.put(layer, told(layer.layer(), fits.subList(from, from + 2 * cells)));
      from += 2 * cells;
    }
    return told;
  }

  private static List<PictureLinearity> told(String layer, List<PatchRegression.Fit> fits) {
    int cells = fits.size() / 2;
    return IntStream.range(0, cells)
        .mapToObj(
            cell ->
                new PictureLinearity(
                    layer,
                    cell,
                    fits.get(cell).goodness(),
                    fits.get(cells + cell).goodness(),
                    fits.get(cell).penalty()))
        .toList();
  }
}
