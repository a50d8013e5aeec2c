package org.opponency.physiology.cone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.opponency.models.VisionModel;
import org.opponency.physiology.Responses;
import org.opponency.stimuli.Grey;
import org.opponency.stimuli.StimulusSet;
import org.opponency.stimuli.Wavelength;

/**
 * How finely a layer tells wavelengths apart, behind the ReLU: how fast its responses to full
 * fields change with the wavelength, at those of {@link HumanHues#ALL}. The null is the same
 * network with random weights, and the stimulus itself, {@link #ofPixels}.
 *
 * @param layer PyTorch module path
 * @param sensitivity of all cells together, per nm: the root of the sum of their squared slopes,
 *     which an observer has who sees all of them through the same noise
 * @param companion as the companion study's (ecs-vlc/opponency, colour_perception.ipynb): the size
 *     of the slope of the largest response, whichever cell gives it. There it is the largest of all
 *     channels and all places of the padded map, here of the centre cells alone
 */
public record HueCurves(String layer, double[] sensitivity, double[] companion) {
  /** Nanometres to each side; a quarter keeps clear of nearly all joints of the stimulus. */
  private static final double STEP = 0.25;

  /**
   * Those of some layers.
   *
   * @throws IllegalArgumentException if a layer does not exist; it lists those that do
   * @throws IllegalStateException if a response is not finite; it names the cells
   */
  public static List<HueCurves> of(VisionModel vision, List<String> layers) {
    Map<String, Responses<Wavelength>> responses = responses(vision, layers);
    return layers.stream().map(layer -> of(layer, responses.get(layer).curves())).toList();
  }

  /**
   * What the stimulus itself gives, by red, green and blue as three cells: no network knows less.
   */
  public static HueCurves ofPixels() {
    float[][] levels = new float[3][];
    List<Wavelength> shown = wavelengths();
    for (int channel = 0; channel < levels.length; channel++) {
      levels[channel] = new float[shown.size()];
      for (int i = 0; i < shown.size(); i++) {
        levels[channel][i] = (float) shown.get(i).rgb()[channel];
      }
    }
    return of("pixels", levels);
  }

  static Map<String, Responses<Wavelength>> responses(VisionModel vision, List<String> layers) {
    int side = vision.architecture().imageSize();
    return Responses.rectified(vision, layers, new StimulusSet<>(side, wavelengths()), Grey.BLACK);
  }

  private static List<Wavelength> wavelengths() {
    List<Wavelength> wavelengths = new ArrayList<>();
    for (HumanHues people : HumanHues.ALL) {
      wavelengths.add(new Wavelength(people.wavelength() - STEP));
      wavelengths.add(new Wavelength(people.wavelength() + STEP));
    }
    return wavelengths;
  }

  private static HueCurves of(String layer, float[][] cells) {
    return new HueCurves(
        layer,
        each(i -> Math.sqrt(DoubleStream.of(slopes(cells, i)).map(slope -> slope * slope).sum())),
        each(i -> Math.abs(largest(cells, 2 * i + 1) - largest(cells, 2 * i)) / (2 * STEP)));
  }

  private static double[] each(IntToDoubleFunction sensitivity) {
    return IntStream.range(0, HumanHues.ALL.size()).mapToDouble(sensitivity).toArray();
  }

  private static double[] slopes(float[][] cells, int wavelength) {
    return IntStream.range(0, cells.length)
        .mapToDouble(cell -> slope(cells[cell], wavelength))
        .toArray();
  }

  /** Change of a response per nm at one of the wavelengths. */
  static double slope(float[] curve, int wavelength) {
    return (curve[2 * wavelength + 1] - curve[2 * wavelength]) / (2 * STEP);
  }

  private static double largest(float[][] cells, int stimulus) {
    return IntStream.range(0, cells.length).mapToDouble(c -> cells[c][stimulus]).max().orElse(0);
  }
}
