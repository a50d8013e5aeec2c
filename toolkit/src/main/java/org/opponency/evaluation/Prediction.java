package org.opponency.evaluation;

import java.util.List;

/**
 * What a network says of one image.
 *
 * @param image the image's id in its set
 * @param label its true class; -1 if that is none of those that could be answered
 * @param top the most probable classes, at most five, the first being the decision
 * @param probabilities of {@code top}, softmax over all classes
 */
public record Prediction(String image, int label, List<Integer> top, List<Double> probabilities) {
  /** Copies the lists. */
  public Prediction {
    top = List.copyOf(top);
    probabilities = List.copyOf(probabilities);
  }

  /** The most probable class. */
  public int decision() {
    return top.get(0);
  }

  /** Probability of the decision. */
  public double confidence() {
    return probabilities.get(0);
  }

  /** Whether the decision is the true class. */
  public boolean correct() {
    return decision() == label;
  }

  /** Whether the true class is among the top five. */
  public boolean correctInTop() {
    return top.contains(label);
  }
}
