package org.opponency.evaluation;

import static org.opponency.io.Text.format;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.opponency.io.Fraction;

/**
 * How often the silhouette decides where silhouette and surface disagree (Geirhos et al. 2019):
 * shape decisions among the decisions for either cue.
 *
 * @param stimuli all that were shown
 * @param agreeing left out because shape and texture are the same category
 * @param uncovered left out because the observer cannot answer with both of its categories
 * @param shape decisions for the shape
 * @param texture decisions for the texture
 * @param neither decisions for anything else
 * @param fraction shape / (shape + texture); NaN if both are zero, and {@code warning} says so
 * @param interval Wilson's interval of it
 * @param shapeRate decisions for the shape among all that are counted
 * @param textureRate decisions for the texture among all that are counted
 * @param withoutGuesses the fraction less guesses: who answers with neither guesses, and would hit
 *     shape and texture as often as any other answer; NaN where nothing is left, or no third answer
 *     is there
 * @param warning why there is no fraction, or empty
 */
public record ShapeBias(
    int stimuli,
    int agreeing,
    int uncovered,
    int shape,
    int texture,
    int neither,
    @Fraction double fraction,
    @Fraction Interval interval,
    @Fraction double shapeRate,
    @Fraction double textureRate,
    @Fraction double withoutGuesses,
    String warning) {
  /** The shape bias on the stimuli of one shape category. */
  public record OfCategory(String category, ShapeBias bias) {}

  /** Shape bias of decisions of an observer who can name every category. */
  public static ShapeBias of(List<CueDecision> decisions) {
    return of(decisions, categories(decisions));
  }

  /**
   * Shape bias of one observer's decisions.
   *
   * @param answers what it can answer with; stimuli with another shape or texture are left out
   * @throws IllegalArgumentException if it decided twice on one stimulus
   */
  public static ShapeBias of(List<CueDecision> decisions, Collection<String> answers) {
    requireOnce(decisions);
    var conflicting = decisions.stream().filter(CueDecision::isConflict).toList();
    var counted = counted(decisions, answers);
    int shape = (int) counted.stream().filter(CueDecision::isShape).count();
    int texture = (int) counted.stream().filter(CueDecision::isTexture).count();
    int either = shape + texture;
    return new ShapeBias(
        decisions.size(),
        decisions.size() - conflicting.size(),
        conflicting.size() - counted.size(),
        shape,
        texture,
        counted.size() - either,
        (double) shape / either,
        Interval.ofShare(shape, either),
        (double) shape / counted.size(),
        (double) texture / counted.size(),
        withoutGuesses(shape, texture, (double) (counted.size() - either) / (answers.size() - 2)),
        either == 0
            ? format("no decision for shape or texture among %d stimuli", counted.size())
            : "");
  }

  /** Those on stimuli whose shape and texture differ and can both be answered. */
  static List<CueDecision> counted(List<CueDecision> decisions, Collection<String> answers) {
    return decisions.stream()
        .filter(CueDecision::isConflict)
        .filter(d -> answers.contains(d.shape()) && answers.contains(d.texture()))
        .toList();
  }

  private static double withoutGuesses(int shape, int texture, double guesses) {
    double either = shape + texture - 2 * guesses;
    return either > 0 ? (shape - guesses) / either : Double.NaN;
  }

  /** Shape bias by shape category, in alphabetical order; those that cannot be answered as well. */
  public static List<OfCategory> byCategory(
      List<CueDecision> decisions, Collection<String> answers) {
    return decisions.stream()
        .map(CueDecision::shape)
        .distinct()
        .sorted()
        .map(
            category -> {
              var own = decisions.stream().filter(d -> d.shape().equals(category)).toList();
              return new OfCategory(category, of(own, answers));
            })
        .toList();
  }

  /** Every category that is a shape or a texture in these decisions. */
  public static Set<String> categories(List<CueDecision> decisions) {
    Set<String> all = decisions.stream().map(CueDecision::shape).collect(Collectors.toSet());
    decisions.forEach(d -> all.add(d.texture()));
    return all;
  }

  private static void requireOnce(List<CueDecision> decisions) {
    Set<String> seen = new HashSet<>();
    for (CueDecision decision : decisions) {
      if (!seen.add(decision.image())) {
        throw new IllegalArgumentException(
            format(
                "Expected one decision a stimulus, got two on %s; give one observer's at a time",
                decision.image()));
      }
    }
  }
}
