package org.opponency.study.results;

import java.util.List;
import org.opponency.evaluation.Measured;
import org.opponency.study.networks.Provenance;

/**
 * Super-stimuli of the fruit classes (Figure 3).
 *
 * @param provenance where the numbers come from
 * @param networks their fruits, the same of each in the same order
 */
public record SuperStimulusResults(
    Provenance provenance, List<Measured<List<FruitStimulus>>> networks)
    implements Results<List<FruitStimulus>> {
  @Override
  public List<Measured<FruitColour>> rows() {
    return stimuli().stream().map(one -> one.map(FruitStimulus::colour)).toList();
  }

  /** A picture for each network and fruit, network by network. */
  public List<Measured<FruitStimulus>> stimuli() {
    return networks.stream().flatMap(one -> one.each(fruits -> fruits)).toList();
  }

  /** Whether the networks of each width know the colours of their fruits. */
  public List<FruitColourByWidth> byWidth() {
    return FruitColourByWidth.of(networks);
  }

  /** Mean probability that a network gives the class of its own super-stimuli, a fraction. */
  public static double confidence(List<FruitStimulus> fruits) {
    return fruits.stream().mapToDouble(f -> f.colour().probability()).average().orElseThrow();
  }

  /** How far they differ from each other in colour as the pictures of their classes do, -1 to 1. */
  public static double likeness(List<FruitStimulus> fruits) {
    return ColourLikeness.mean(List.of(fruits));
  }
}
