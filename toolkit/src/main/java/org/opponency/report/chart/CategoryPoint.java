package org.opponency.report.chart;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opponency.evaluation.CueDecision;
import org.opponency.evaluation.ShapeBias;
import org.opponency.study.ModelRun;

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
    double fraction) {
  /**
   * A point for each width and category.
   *
   * @param decisions by networks named as in {@code models}
   * @param answers categories that the networks can answer with
   */
  public static List<CategoryPoint> of(
      List<ModelRun> models, List<CueDecision> decisions, Collection<String> answers) {
    Map<Integer, Set<String>> living =
        models.stream()
            .filter(model -> !model.dead())
            .collect(
                Collectors.groupingBy(
                    ModelRun::width, Collectors.mapping(ModelRun::name, Collectors.toSet())));
    return living.keySet().stream()
        .sorted()
        .flatMap(width -> of(width, living.get(width), decisions, answers).stream())
        .toList();
  }

  private static List<CategoryPoint> of(
      int width, Set<String> names, List<CueDecision> decisions, Collection<String> answers) {
    // Runs are told apart by the stimulus' name, so that each counts once.
    var own =
        decisions.stream()
            .filter(d -> names.contains(d.observer()))
            .map(
                d ->
                    new CueDecision(
                        d.observer(),
                        d.observer() + " " + d.image(),
                        d.shape(),
                        d.texture(),
                        d.decision()))
            .toList();
    return ShapeBias.byCategory(own, answers).stream().map(row -> of(width, row)).toList();
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
