package org.opponency.physiology.cone;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.physiology.Harmonic;
import org.opponency.physiology.Responses;
import org.opponency.stimuli.ConeAxis;
import org.opponency.stimuli.ConeGrating;

/**
 * A layer's responses to coloured gratings, ordered: for each axis the same places, a place one
 * frequency and orientation in all its phases.
 */
final class GratingTable {
  /** Below this share of the baseline's size a response is rounding. */
  private static final double ROUNDING = 1e-6;

  private final Responses<ConeGrating> responses;
  private final List<Integer> starts = new ArrayList<>();
  private final int phases;
  private final int places;

  /**
   * The table of responses.
   *
   * @param responses to {@link ConeGrating#all}
   */
  GratingTable(Responses<ConeGrating> responses) {
    this.responses = responses;
    List<ConeGrating> gratings = responses.stimuli().stimuli();
    for (int i = 0; i < gratings.size(); i++) {
      if (gratings.get(i).pattern().phase() == 0) {
        starts.add(i);
      }
    }
    phases = gratings.size() / starts.size();
    places = starts.size() / ConeAxis.values().length;
  }

  private Harmonic harmonic(int cell, ConeAxis axis, int place) {
    int from = starts.get(axis.ordinal() * places + place);
    double baseline = responses.baseline(cell);
    float[] curve = responses.curves()[cell];
    Harmonic harmonic =
        Harmonic.of(
            IntStream.range(from, from + phases).mapToDouble(i -> curve[i] - baseline).toArray());
    return harmonic.response() > ROUNDING * Math.abs(baseline) ? harmonic : new Harmonic(0, 0, 0);
  }

  private double frequency(int place) {
    return responses.stimuli().get(starts.get(place)).pattern().frequency();
  }

  /** The gratings of an axis that a cell responds to most; the first of equals. */
  BestBars best(int cell, ConeAxis axis) {
    int best = 0;
    double response = Double.NEGATIVE_INFINITY;
    double atZero = 0;
    for (int place = 0; place < places; place++) {
      double here = harmonic(cell, axis, place).response();
      atZero = frequency(place) == 0 ? here : atZero;
      if (here > response) {
        best = place;
        response = here;
      }
    }
    return new BestBars(best, frequency(best), response, atZero);
  }

  ColourPreference preference(int cell) {
    return ColourPreference.of(
        best(cell, ConeAxis.ACHROMATIC).response(),
        best(cell, ConeAxis.L_MINUS_M),
        best(cell, ConeAxis.S).response());
  }

  /** Cone weights at the place that a cell responds to most along any axis. */
  ConeWeights weights(int cell) {
    BestBars strongest = best(cell, ConeAxis.ACHROMATIC);
    for (ConeAxis axis : ConeAxis.values()) {
      BestBars own = best(cell, axis);
      strongest = own.response() > strongest.response() ? own : strongest;
    }
    Harmonic[] axes = new Harmonic[ConeAxis.values().length];
    for (ConeAxis axis : ConeAxis.values()) {
      axes[axis.ordinal()] = harmonic(cell, axis, strongest.place());
    }
    return ConeWeights.ofGratings(axes);
  }
}
