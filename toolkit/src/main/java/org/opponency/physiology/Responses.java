package org.opponency.physiology;

import static org.opponency.io.Text.format;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opponency.models.CentreCells;
import org.opponency.models.LayerField;
import org.opponency.models.VisionModel;
import org.opponency.stimuli.Stimulus;
import org.opponency.stimuli.StimulusSet;
import org.opponency.stimuli.UniformField;

/**
 * Responses of a layer's centre cells to stimuli, and to the background that is their baseline.
 *
 * @param layer PyTorch module path
 * @param field what its cells see
 * @param stimuli what they were shown
 * @param curves (cells, stimuli)
 * @param baselines (cells): the responses to the background
 */
public record Responses<S extends Stimulus>(
    String layer, LayerField field, StimulusSet<S> stimuli, float[][] curves, float[] baselines) {
  /**
   * Responses of several layers, in one pass for all of them.
   *
   * @param layers such as {@code retina.retina_conv2}
   * @param background a full field
   * @return by layer, in the order given
   * @throws IllegalArgumentException if a layer does not exist; it lists those that do
   * @throws IllegalStateException if a response is not finite; it names the cells
   */
  public static <S extends Stimulus> Map<String, Responses<S>> of(
      VisionModel vision,
      Collection<String> layers,
      StimulusSet<S> stimuli,
      UniformField background) {
    // The background joins the batch, so that equal pixels give equal numbers to the last bit.
    CentreCells cells = new CentreCells(vision, layers, stimuli.side());
    Map<String, float[][]> rows = cells.responses(stimuli.with(background));
    Map<String, Responses<S>> responses = new LinkedHashMap<>();
    rows.forEach((layer, row) -> responses.put(layer, of(vision, layer, stimuli, row)));
    return responses;
  }

  /** The responses of one layer. */
  public static <S extends Stimulus> Responses<S> of(
      VisionModel vision, String layer, StimulusSet<S> stimuli, UniformField background) {
    return of(vision, List.of(layer), stimuli, background).get(layer);
  }

  /**
   * Responses behind the ReLU: those of the ReLU that follows a layer (after its batch norm, if it
   * has one), or else of the layer itself without what is below zero. In a residual block, whose
   * one ReLU is kept behind the sum, they are those of a layer's batch norm without what is below
   * zero. They keep the names of the layers asked for.
   */
  public static <S extends Stimulus> Map<String, Responses<S>> rectified(
      VisionModel vision,
      Collection<String> layers,
      StimulusSet<S> stimuli,
      UniformField background) {
    List<String> behind = layers.stream().map(vision::rectified).distinct().toList();
    Map<String, Responses<S>> measured = of(vision, behind, stimuli, background);
    Map<String, Responses<S>> responses = new LinkedHashMap<>();
    for (String layer : layers) {
      responses.put(layer, measured.get(vision.rectified(layer)).rectifiedAs(layer));
    }
    return responses;
  }

  private static <S extends Stimulus> Responses<S> of(
      VisionModel vision, String layer, StimulusSet<S> stimuli, float[][] rows) {
    requireFinite(layer, rows);
    float[][] curves = byCell(Arrays.copyOf(rows, stimuli.size()));
    return new Responses<>(layer, vision.field(layer), stimuli, curves, rows[stimuli.size()]);
  }

  /** A row a cell with a response a stimulus, of a row a stimulus with a response a cell. */
  public static float[][] byCell(float[][] rows) {
    float[][] cells = new float[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int cell = 0; cell < cells.length; cell++) {
        cells[cell][i] = rows[i][cell];
      }
    }
    return cells;
  }

  private static void requireFinite(String layer, float[][] rows) {
    int[] broken =
        IntStream.range(0, rows[0].length)
            .filter(cell -> IntStream.range(0, rows.length).anyMatch(i -> broken(rows[i][cell])))
            .toArray();
    if (broken.length > 0) {
      throw new IllegalStateException(
          format(
              "Expected finite responses of layer %s, got NaN or infinity from %d of its %d cells: %s; are the weights those of a training that diverged?",
              layer, broken.length, rows[0].length, IntStream.of(broken).boxed().toList()));
    }
  }

  private static boolean broken(float response) {
    return !Float.isFinite(response);
  }

  private Responses<S> rectifiedAs(String name) {
    return new Responses<>(name, field, stimuli, positive(curves), positive(baselines));
  }

  /** The same curves without what is below zero. */
  public static float[][] positive(float[][] curves) {
    return Arrays.stream(curves).map(curve -> positive(curve)).toArray(float[][]::new);
  }

  private static float[] positive(float[] values) {
    float[] positive = values.clone();
    for (int i = 0; i < positive.length; i++) {
      positive[i] = Math.max(0, positive[i]);
    }
    return positive;
  }

  /** Number of cells. */
  public int cells() {
    return curves.length;
  }

  /** A cell's response to each stimulus, in their order. */
  public float[] curve(int cell) {
    return curves[cell].clone();
  }

  /** A cell's response to the background. */
  public float baseline(int cell) {
    return baselines[cell];
  }

  /**
   * What to tell the user where a cell sees more than the stimuli, which are too small or end
   * within its field. A cell without a place, such as that of a class, sees whatever it is shown.
   */
  public Optional<String> warning() {
    if (field.isWhole() || field.seen(stimuli.side()).side() == field.size()) {
      return Optional.empty();
    }
    return Optional.of(
        format(
            "Stimuli of %d x %1$d pixels do not fill the receptive field of %s, which is %d x %3$d pixels: its cells see padding too",
            stimuli.side(), layer, field.size()));
  }
}
