package org.opponency.evaluation;

import static org.opponency.io.Text.format;

import java.util.List;
import org.opponency.io.Fraction;
import org.opponency.orchard.ThreeCueSet;

/**
 * Which cue decides where silhouette, surface and colours belong to three different classes.
 *
 * <p>A network that guesses names each of the three equally often, so 1/3 is no bias. Between only
 * two of the cues the share is {@code a / (a + b)}, as in {@link ShapeBias}.
 *
 * @param stimuli all that were shown
 * @param shape decisions for the class of the silhouette
 * @param texture decisions for that of the surface
 * @param colour decisions for that of the colours
 * @param neither decisions for any other class
 * @param shapeShare shape / (shape + texture + colour); NaN without such decisions
 * @param textureShare texture / (shape + texture + colour), likewise
 * @param colourShare colour / (shape + texture + colour), likewise
 */
public record ThreeCueBias(
    int stimuli,
    int shape,
    int texture,
    int colour,
    int neither,
    @Fraction double shapeShare,
    @Fraction double textureShare,
    @Fraction double colourShare) {
  /**
   * The bias of one network.
   *
   * @param predictions of all of the set's pictures, in its order, over its classes
   * @throws IllegalArgumentException if they are of other pictures
   */
  public static ThreeCueBias of(ThreeCueSet stimuli, List<Prediction> predictions) {
    requireAll(stimuli, predictions);
    int shape = 0;
    int texture = 0;
    int colour = 0;
    for (int i = 0; i < predictions.size(); i++) {
      int decision = predictions.get(i).decision();
      shape += decision == stimuli.label(i) ? 1 : 0;
      texture += decision == stimuli.textureLabel(i) ? 1 : 0;
      colour += decision == stimuli.colourLabel(i) ? 1 : 0;
    }
    double any = shape + texture + colour;
    int neither = predictions.size() - shape - texture - colour;
    return new ThreeCueBias(
        predictions.size(),
        shape,
        texture,
        colour,
        neither,
        shape / any,
        texture / any,
        colour / any);
  }

  private static void requireAll(ThreeCueSet stimuli, List<Prediction> predictions) {
    if (predictions.size() != stimuli.size()) {
      throw new IllegalArgumentException(
          format(
              "Expected a prediction of each of the %d pictures of %s, got %d",
              stimuli.size(), stimuli.name(), predictions.size()));
    }
    for (int i = 0; i < predictions.size(); i++) {
      if (!predictions.get(i).image().equals(stimuli.id(i))) {
        throw new IllegalArgumentException(
            format(
                "Expected predictions in the order of %s, where %s comes %d.; got one of %s",
                stimuli.name(), stimuli.id(i), i + 1, predictions.get(i).image()));
      }
    }
  }
}
