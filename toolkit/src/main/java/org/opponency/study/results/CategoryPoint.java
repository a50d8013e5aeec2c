package org.opponency.study.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.opponency.evaluation.CueDecision;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.ShapeBias;
import org.opponency.io.Fraction;

/**
 * The decisions of all living networks of one width on stimuli of one shape category.
 *
 * @param width N_BN; 0 without a retina
 * @param category of the shape
 * @param stimuli shown, each run counted
 * @param agreeing left out because shape and texture agree
 * @param uncovered left out because one of the categories cannot be answered
 * @param shape decisions for the shape
 * @param texture decisions for the texture
 * @param neither decisions for anything else
 * @param fraction shape / (shape + texture); NaN without such decisions
 */
public record CategoryPoint(
    int width,
    String category,
    int stimuli,
    int agreeing,
    int uncovered,
    int shape,
    int texture,
    int neither,
    @Fraction double fraction) {
  /**
   * A point for each width and category.
   *
   * @param networks their decisions
   * @param answers categories that the networks can answer with
   */
  static List<CategoryPoint> of(
      List<Measured<List<CueDecision>>> networks, Collection<String> answers) {
    List<CategoryPoint> points = new ArrayList<>();
    Measured.byWidth(networks)
        .forEach(
            (width, runs) -> {
              // Runs are told apart by the stimulus' name, so that each counts once.
              List<CueDecision> all =
                  runs.stream().flatMap(List::stream).map(CueDecision::apart).toList();
              ShapeBias.byCategory(all, answers).forEach(row -> points.add(of(width, row)));
            });
    return points;
  }

  private static CategoryPoint of(int width, ShapeBias.OfCategory row) {
    ShapeBias bias = row.bias();
    return new CategoryPoint(
        width,
        row.category(),
        bias.stimuli(),
        bias.agreeing(),
        bias.uncovered(),
        bias.shape(),
        bias.texture(),
        bias.neither(),
        bias.fraction());
  }
}
