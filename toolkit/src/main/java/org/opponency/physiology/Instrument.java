package org.opponency.physiology;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.regex.Pattern;
import org.opponency.models.VisionModel;

/**
 * An instrument of the laboratory: what it measures on every cell of some layers, a record a cell.
 * A passport puts what several say side by side.
 *
 * @param name a lower-case word that heads its columns, such as {@code cones} in {@code cones.l}
 * @param words what cells are shown, what the numbers are and what cells give that learnt nothing
 *     of it, in a few sentences for a page
 * @param type of the records: {@code layer} and {@code cell} first; then numbers, NaN where a cell
 *     has none, truth values, enums, texts, or records of these. {@link org.opponency.io.InUnits}
 *     and {@link org.opponency.io.Fraction} say what numbers are
 * @param measurement how it is done
 */
public record Instrument<R extends Record>(
    String name, String words, Class<R> type, Measurement<R> measurement) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");

  /** How cells are measured. */
  @FunctionalInterface
  public interface Measurement<R> {
    /**
     * Measures every cell of some layers.
     *
     * @return layer by layer in the order given, the cells of each in theirs
     */
    List<R> of(VisionModel vision, List<String> layers);
  }

  /** Refuses a name that cannot head columns. */
  public Instrument {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          format("Expected an instrument's name of lower-case letters, got \"%s\"", name));
    }
  }

  Passport.Sheet<R> measure(VisionModel vision, List<String> layers) {
    return new Passport.Sheet<>(this, measurement.of(vision, layers));
  }
}
