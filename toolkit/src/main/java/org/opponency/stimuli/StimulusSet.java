package org.opponency.stimuli;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Stimuli of one size, in order. They are painted when they are shown, and only the part that a
 * cell sees.
 *
 * @param side pixels a side: a model's input size, or any other
 * @param stimuli each with its parameters
 */
public record StimulusSet<S extends Stimulus>(int side, List<S> stimuli) {
  /** Refuses a set without stimuli and a size below 1. */
  public StimulusSet {
    stimuli = List.copyOf(stimuli);
    if (side < 1 || stimuli.isEmpty()) {
      throw new IllegalArgumentException(
          format(
              "Expected a side >= 1 and at least one stimulus, got %d and %d",
              side, stimuli.size()));
    }
  }

  /** Fully saturated hues of lightness 0.5, a degree apart: 360 (Harris et al. 2019, 2020). */
  public static StimulusSet<Hue> hues(int side) {
    return hues(side, 360, 1, 0.5);
  }

  /**
   * Hues at equal distances around the colour wheel, from red on.
   *
   * @param count how many
   * @param saturation of all, in [0, 1]
   * @param lightness of all, in [0, 1]
   */
  public static StimulusSet<Hue> hues(int side, int count, double saturation, double lightness) {
    return new StimulusSet<>(
        side,
        IntStream.range(0, count)
            .mapToObj(i -> new Hue(360.0 * i / count, saturation, lightness))
            .toList());
  }

  /** Greys from 0 to 1 in steps of 0.01, which include the baseline 0.5. */
  public static StimulusSet<Grey> greys(int side) {
    return greys(side, 101);
  }

  /** Greys at equal distances from 0 to 1, both included. */
  public static StimulusSet<Grey> greys(int side, int count) {
    return new StimulusSet<>(
        side, IntStream.range(0, count).mapToObj(i -> new Grey((double) i / (count - 1))).toList());
  }

  /** Nine orientations, five phases, 1 to {@code side / 2} periods (Harris et al. 2019, 2020). */
  public static StimulusSet<Grating> gratings(int side) {
    return gratings(side, 9, 5, side / 2);
  }

  /** The same as the authors showed them: {@link Waveform#PSYCHOPY}. */
  public static StimulusSet<Grating> publishedGratings(int side) {
    return new StimulusSet<>(
        side,
        gratings(side).stimuli().stream()
            .map(g -> new Grating(g.orientation(), g.phase(), g.frequency(), Waveform.PSYCHOPY))
            .toList());
  }

  /**
   * Gratings of every orientation, phase and frequency, in this order, the frequency fastest. 180
   * degrees and phase 1 repeat 0 and are left out, unlike in the authors' code.
   *
   * @param orientations at equal distances in [0, 180) degrees
   * @param phases at equal distances in [0, 1)
   * @param frequencies 1 to so many periods a stimulus
   */
  public static StimulusSet<Grating> gratings(
      int side, int orientations, int phases, int frequencies) {
    return gratings(
        side,
        orientations,
        phases,
        IntStream.rangeClosed(1, frequencies).mapToObj(i -> (double) i).toList());
  }

  /**
   * The same of any frequencies.
   *
   * @param frequencies periods a stimulus
   */
  public static StimulusSet<Grating> gratings(
      int side, int orientations, int phases, List<Double> frequencies) {
    List<Grating> gratings = new ArrayList<>();
    for (int orientation = 0; orientation < orientations; orientation++) {
      for (int phase = 0; phase < phases; phase++) {
        for (double frequency : frequencies) {
          gratings.add(
              new Grating(180.0 * orientation / orientations, (double) phase / phases, frequency));
        }
      }
    }
    return new StimulusSet<>(side, gratings);
  }

  /** Number of stimuli. */
  public int size() {
    return stimuli.size();
  }

  /** The stimulus of an index. */
  public S get(int index) {
    return stimuli.get(index);
  }

  /** Whether every stimulus is a uniform field. */
  public boolean isUniform() {
    return stimuli.stream().allMatch(UniformField.class::isInstance);
  }

  /** The same stimuli and one more at the end. */
  public StimulusSet<Stimulus> with(Stimulus last) {
    List<Stimulus> all = new ArrayList<>(stimuli);
    all.add(last);
    return new StimulusSet<>(side, all);
  }

  /**
   * Pixels of some of the stimuli.
   *
   * @param from first of them
   * @param to the one after the last
   * @param part which of their pixels
   * @return (to - from, 3, part, part), RGB planes, in [0, 1], not normalised
   */
  public float[] pixels(int from, int to, Aperture part) {
    if (part.end() > side) {
      throw new IllegalArgumentException(
          format("Expected a part of %d pixels a side, got %s", side, part));
    }
    int image = 3 * part.pixels();
    float[] pixels = new float[(to - from) * image];
    for (int i = from; i < to; i++) {
      stimuli.get(i).paint(side, part, pixels, (i - from) * image);
    }
    return pixels;
  }
}
