package org.opponency.study.results;

import static org.opponency.io.Text.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opponency.io.Csv;
import org.opponency.study.networks.Provenance;

/**
 * Whether a cell of width 1 codes luminance because colour tells little: the networks of the colour
 * experiment.
 *
 * @param provenance where the numbers come from
 * @param trials a row a network
 */
public record ColourResults(Provenance provenance, List<ColourTrial> trials) {
  /** Name of the experiment's figure, hence of the files that keep its results. */
  public static final String STEM = "colour-diagnosticity";

  /** Whether there are any that were saved with their figure in a folder. */
  public static boolean areSaved(Path figures) {
    return Files.exists(figures.resolve(STEM + ".csv"));
  }

  /**
   * Those that were saved with their figure.
   *
   * @param figures folder of {@code colour-diagnosticity.csv} and {@code .json}
   * @throws java.io.UncheckedIOException if a file cannot be read; it says which and why
   * @throws IllegalArgumentException if a file is not as the figure writes it; it says which
   */
  public static ColourResults saved(Path figures) {
    Csv csv = Csv.read(figures.resolve(STEM + ".csv"));
    return new ColourResults(
        Provenance.ofFigure(figures.resolve(STEM + ".json")),
        csv.rows().stream().map(row -> trial(csv, row)).toList());
  }

  private static ColourTrial trial(Csv csv, List<String> row) {
    try {
      return new ColourTrial(
          Integer.parseInt(cell(csv, row, "step")),
          Double.parseDouble(cell(csv, row, "hueSpread")),
          Double.parseDouble(cell(csv, row, "saturation")),
          Double.parseDouble(cell(csv, row, "luminanceShare")),
          Boolean.parseBoolean(cell(csv, row, "normalised")),
          Integer.parseInt(cell(csv, row, "run")),
          Boolean.parseBoolean(cell(csv, row, "dead")),
          Double.parseDouble(cell(csv, row, "accuracy")),
          Boolean.parseBoolean(cell(csv, row, "crosses")),
          Boolean.parseBoolean(cell(csv, row, "positiveBaseline")),
          Double.parseDouble(cell(csv, row, "luminanceWeight")));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          format("%s has a row that is no trial: %s (%s)", csv.source(), row, e.getMessage()), e);
    }
  }

  private static String cell(Csv csv, List<String> row, String column) {
    return row.get(csv.column(column));
  }

  /** A row for each form of the pixels and step: normalised first, steps in their order. */
  public List<ColourStep> steps() {
    return Stream.of(true, false)
        .flatMap(form -> bySteps(form, trial -> true).stream().map(ColourStep::of))
        .toList();
  }

  /** What follows for the paper's explanation: with pixels normalised, then in [0, 1]. */
  public List<ColourVerdict> verdicts() {
    return Stream.of(true, false)
        .map(form -> ColourVerdict.of(form, bySteps(form, trial -> !trial.dead())))
        .toList();
  }

  private List<List<ColourTrial>> bySteps(boolean normalised, Predicate<ColourTrial> counted) {
    TreeMap<Integer, List<ColourTrial>> steps =
        trials.stream()
            .filter(trial -> trial.normalised() == normalised && counted.test(trial))
            .collect(Collectors.groupingBy(ColourTrial::step, TreeMap::new, Collectors.toList()));
    return new ArrayList<>(steps.values());
  }
}
