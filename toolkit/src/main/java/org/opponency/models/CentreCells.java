package org.opponency.models;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.opponency.stimuli.Aperture;
import org.opponency.stimuli.Grey;
import org.opponency.stimuli.StimulusSet;

/**
 * The cells at the centre of some layers' maps (index size / 2 on both axes) and what they make of
 * images of one size. All layers are computed in one pass over no more of an image than these cells
 * see, a pixel of a uniform field, which gives the same numbers as the whole image. Plain arrays in
 * and out.
 */
public final class CentreCells {
  /** Bounds the memory of a pass: pixels of all stimuli shown at once. */
  private static final int PIXELS_A_PASS = 1 << 17;

  private final VisionModel vision;
  private final Map<String, LayerField> fields = new LinkedHashMap<>();
  private final CentreCrop crop;

  /**
   * The centre cells of layers.
   *
   * @param layers PyTorch module paths; of a layer without a map, such as {@code ventral.fc}, every
   *     cell counts
   * @param imageSide pixels a side of the images to come
   * @throws IllegalArgumentException if a layer does not exist; it lists those that do
   */
  public CentreCells(VisionModel vision, Collection<String> layers, int imageSide) {
    this.vision = vision;
    layers.forEach(layer -> fields.put(layer, vision.field(layer)));
    crop =
        CentreCrop.of(
            layers.stream().flatMap(layer -> vision.fieldsOfPass(layer).stream()).toList(),
            imageSide);
  }

  /** Pixels a side of the images. */
  public int imageSide() {
    return crop.imageSide();
  }

  /** The part of an image that is computed, unless it is a uniform field. */
  public Aperture part() {
    return crop.part();
  }

  /**
   * Whether these cells see nothing beyond an image's border, so that other places of an image will
   * do for its middle: {@link #responses(float[])} then gives what cells there would respond.
   */
  public boolean isInside() {
    return !crop.padded();
  }

  /**
   * Responses to parts of images.
   *
   * @param parts (N, 3, part, part), RGB planes as large as {@link #part()}, in [0, 1], not
   *     normalised
   * @return by layer, a row a part with a response a cell
   */
  public Map<String, float[][]> responses(float[] parts) {
    int side = crop.part().side();
    int each = 3 * side * side;
    if (parts.length % each != 0) {
      throw new IllegalArgumentException(
          format("Expected N x 3 x %d x %d pixels, got %d values", side, side, parts.length));
    }
    return responses(
        crop, parts.length / each, (from, to) -> Arrays.copyOfRange(parts, from * each, to * each));
  }

  /**
   * Responses to stimuli.
   *
   * @return by layer, a row a stimulus with a response a cell
   */
  public Map<String, float[][]> responses(StimulusSet<?> stimuli) {
    requireSide(stimuli.side());
    CentreCrop shown = stimuli.isUniform() ? crop.ofUniformField() : crop;
    return responses(shown, stimuli.size(), (from, to) -> stimuli.pixels(from, to, shown.part()));
  }

  private Map<String, float[][]> responses(CentreCrop shown, int count, Parts parts) {
    Map<String, float[][]> responses = new LinkedHashMap<>();
    fields.keySet().forEach(layer -> responses.put(layer, new float[count][]));
    int side = shown.part().side();
    int batch = Math.max(1, PIXELS_A_PASS / (side * side));
    for (int from = 0; from < count; from += batch) {
      int to = Math.min(count, from + batch);
      Shape shape = new Shape(to - from, 3, side, side);
      respond(shown, parts.pixels(from, to), shape, responses, from);
    }
    return responses;
  }

  /** The pixels of some of those that are shown. */
  private interface Parts {
    float[] pixels(int from, int to);
  }

  private void respond(
      CentreCrop shown, float[] values, Shape shape, Map<String, float[][]> responses, int from) {
    try (NDManager scope = vision.manager().newSubManager()) {
      NDArray pixels = scope.create(values, shape);
      Map<String, NDArray> maps =
          shown.padded()
              ? vision.responses(pixels, fields.keySet())
              : vision.unpaddedResponses(pixels, fields.keySet());
      maps.forEach((layer, map) -> copy(centre(shown, layer, map), responses.get(layer), from));
    }
  }

  private static void copy(NDArray centre, float[][] rows, int from) {
    float[] values = LayerMaps.floats(centre);
    int cells = (int) centre.getShape().get(1);
    for (int i = 0; i * cells < values.length; i++) {
      rows[from + i] = Arrays.copyOfRange(values, i * cells, (i + 1) * cells);
    }
  }

  /** (N, C): the centre of each map. */
  private NDArray centre(CentreCrop of, String layer, NDArray maps) {
    if (maps.getShape().dimension() != 4) {
      return maps.reshape(maps.getShape().get(0), -1);
    }
    LayerField field = fields.get(layer);
    long centre = field.isWhole() ? maps.getShape().get(2) / 2 : of.centre(field);
    return maps.get(new NDIndex(":, :, {}, {}", centre, centre));
  }

  /**
   * How the responses of some cells change with each pixel of an image.
   *
   * @param layer one of the layers
   * @param image (3, side, side), RGB planes, in [0, 1], not normalised
   * @param from first cell
   * @param to the one after the last
   * @return for each cell (3, side, side): the derivative of its response, 0 where it sees nothing
   */
  public float[][] gradients(String layer, float[] image, int from, int to) {
    return gradients(layer, image, 1, IntStream.range(from, to).toArray());
  }

  /**
   * How the response of one cell to each of some images changes with the pixels.
   *
   * @param layer one of the layers
   * @param images (N, 3, side, side), as {@link #gradients(String, float[], int, int)} takes one
   * @param cells which cell looks at each of them
   * @return for each image (3, side, side): the derivative of its cell's response
   */
  public float[][] gradients(String layer, float[] images, int[] cells) {
    return gradients(layer, images, cells.length, cells);
  }

  private float[][] gradients(String layer, float[] images, int count, int[] cells) {
    requirePixels(images, count);
    try (NDManager scope = vision.manager().newSubManager()) {
      CentreCrop seen = CentreCrop.padded(List.of(fields.get(layer)), crop.imageSide());
      NDArray shown = shown(seen, images, count, scope);
      NDArray pixels = count == cells.length ? shown : shown.repeat(0, cells.length);
      NDArray gradient =
          vision.inputGradient(pixels, layer, maps -> own(centre(seen, layer, maps), cells, scope));
      return onWholeImage(gradient.toFloatArray(), seen, cells.length);
    }
  }

  private void requirePixels(float[] images, int count) {
    int side = crop.imageSide();
    if (images.length != count * 3 * side * side) {
      throw new IllegalArgumentException(
          format(
              "Expected %s3 x %d x %d pixels, got %d values",
              count == 1 ? "" : count + " x ", side, side, images.length));
    }
  }

  private static NDArray shown(CentreCrop seen, float[] images, int count, NDManager scope) {
    int side = seen.imageSide();
    NDArray whole = scope.create(images, new Shape(count, 3, side, side));
    String rows = seen.part().first() + ":" + seen.part().end();
    return whole.get(new NDIndex(format(":, :, %s, %s", rows, rows)));
  }

  /** Row i keeps the response of its cell alone. */
  private static NDArray own(NDArray centre, int[] cells, NDManager scope) {
    int all = (int) centre.getShape().get(1);
    float[] kept = new float[cells.length * all];
    for (int i = 0; i < cells.length; i++) {
      kept[i * all + cells[i]] = 1;
    }
    return centre.mul(scope.create(kept, new Shape(cells.length, all)));
  }

  private static float[][] onWholeImage(float[] gradient, CentreCrop seen, int images) {
    int small = seen.part().side();
    int side = seen.imageSide();
    float[][] whole = new float[images][3 * side * side];
    for (int row = 0; row < images * 3 * small; row++) {
      int y = seen.part().first() + row % small;
      int plane = row / small % 3;
      int target = (plane * side + y) * side + seen.part().first();
      System.arraycopy(gradient, row * small, whole[row / (3 * small)], target, small);
    }
    return whole;
  }

  private void requireSide(int side) {
    if (side != crop.imageSide()) {
      throw new IllegalArgumentException(
          format("Expected images of %d pixels a side, got %d", crop.imageSide(), side));
    }
  }

  /** How many cells a layer has at the centre. */
  public int cells(String layer) {
    var blank = new StimulusSet<>(crop.imageSide(), List.of(Grey.BLACK));
    return responses(blank).get(layer)[0].length;
  }
}
