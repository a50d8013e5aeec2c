package org.opponency.report.chart;

import static org.opponency.io.Text.format;

import org.opponency.physiology.CensusCell;
import org.opponency.physiology.Opponency;
import org.opponency.physiology.OrientationTuning;

/** A cell's classes and preferences in words. */
public final class CellWords {
  private CellWords() {}

  public static String colour(CensusCell cell) {
    return phrase("colour", "to hues", cell.colour().opponency())
        + preference(
            "index %.0f %%, best %.0f°, worst %.0f°",
            100 * cell.colour().index(),
            cell.colour().preferredHue(),
            cell.colour().antiPreferredHue());
  }

  public static String luminance(CensusCell cell) {
    return phrase("luminance", "to greys", cell.luminance().opponency())
        + preference(
            "index %.0f %%, best grey %.2f, worst %.2f",
            100 * cell.luminance().index(),
            cell.luminance().preferredLevel(),
            cell.luminance().antiPreferredLevel());
  }

  public static String spatial(CensusCell cell) {
    OrientationTuning tuning = cell.spatial().tuning();
    return phrase("spatially", "to gratings", cell.spatial().opponency())
        + preference(
            "%.0f°, circular variance %.2f", tuning.orientation(), tuning.circularVariance())
        + (cell.doubleOpponent() ? "; double opponent" : "");
  }

  private static String phrase(String what, String stimuli, Opponency opponency) {
    return switch (opponency) {
      case OPPONENT -> what + " opponent";
      case NON_OPPONENT -> "not " + what + " opponent";
      case UNRESPONSIVE -> "unresponsive " + stimuli;
    };
  }

  /** Nothing where the cell prefers nothing. */
  private static String preference(String format, Double... numbers) {
    return numbers[0].isNaN() ? "" : " (" + format(format, (Object[]) numbers) + ")";
  }
}
