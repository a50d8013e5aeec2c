package org.opponency.physiology.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opponency.images.RgbImage;
import org.opponency.models.CentreCells;
import org.opponency.models.LayerField;
import org.opponency.models.VisionModel;
import org.opponency.physiology.Responses;
import org.opponency.physiology.picture.PicturePatches.Cut;

/**
 * What the cells of a network respond to patches of pictures, kept so that many networks can be
 * told of at once.
 *
 * @param cut which patches
 * @param layers in the order asked for
 */
public record PictureResponses(Cut cut, List<OfLayer> layers) {
  /**
   * The cells of one layer.
   *
   * @param layer PyTorch module path
   * @param field what its cells see
   * @param before the ReLU, (cells, patches)
   * @param behind the ReLU, likewise
   */
  record OfLayer(String layer, LayerField field, float[][] before, float[][] behind) {}

  /**
   * Shows the pictures to some layers.
   *
   * @param pictures of the size that the network takes
   * @throws IllegalArgumentException if a layer does not exist; it lists those that do
   */
  public static PictureResponses of(
      VisionModel vision, List<String> layers, List<RgbImage> pictures) {
    List<String> both =
        layers.stream()
            .flatMap(layer -> Stream.of(layer, vision.rectified(layer)))
            .distinct()
            .toList();
    CentreCells cells = new CentreCells(vision, both, vision.architecture().imageSize());
    Cut cut = Cut.of(cells);
    Map<String, float[][]> rows = cells.responses(PicturePatches.of(pictures, cut).pixels());
    List<OfLayer> own = new ArrayList<>();
    for (String layer : layers) {
      float[][] before = Responses.byCell(rows.get(layer));
      float[][] behind = Responses.byCell(rows.get(vision.rectified(layer)));
      own.add(new OfLayer(layer, vision.field(layer), before, Responses.positive(behind)));
    }
    return new PictureResponses(cut, own);
  }
}
