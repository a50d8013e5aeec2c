package org.opponency.study.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.opponency.images.Lab;
import org.opponency.study.networks.StudyNetworks;

/**
 * Whether super-stimuli differ from each other in colour as their classes' pictures do, whatever
 * shift and spread they have in common.
 *
 * @param mean over networks of the correlation of both colours' deviations from their mean over the
 *     fruits, in the a* b* plane: -1 to 1, 0 by chance; NaN where nothing differs
 * @param chance share of random assignments of pictures to fruits that give at least this mean
 */
record ColourLikeness(double mean, double chance) {
  private static final int ASSIGNMENTS = 10_000;

  /**
   * That of some networks.
   *
   * @param networks each with the same fruits in the same order, at least one
   */
  static ColourLikeness of(List<List<FruitStimulus>> networks) {
    double[] stimuli = stimuli(networks);
    double[] pictures = deviations(networks.get(0), FruitStimulus::pictures);
    double mean = correlation(stimuli, pictures, order(stimuli));
    return new ColourLikeness(mean, Double.isNaN(mean) ? mean : chance(stimuli, pictures, mean));
  }

  /** The correlation alone. */
  static double mean(List<List<FruitStimulus>> networks) {
    double[] stimuli = stimuli(networks);
    return correlation(
        stimuli, deviations(networks.get(0), FruitStimulus::pictures), order(stimuli));
  }

  private static double[] stimuli(List<List<FruitStimulus>> networks) {
    double[] stimuli = new double[2 * networks.get(0).size()];
    for (List<FruitStimulus> network : networks) {
      double[] one = deviations(network, FruitStimulus::mean);
      Arrays.setAll(stimuli, i -> stimuli[i] + one[i] / networks.size());
    }
    return stimuli;
  }

  private static List<Integer> order(double[] stimuli) {
    return IntStream.range(0, stimuli.length / 2).boxed().toList();
  }

  private static double chance(double[] stimuli, double[] pictures, double mean) {
    List<Integer> shuffled = new ArrayList<>(order(stimuli));
    Random random = new Random(StudyNetworks.SEED);
    int as = 1; // the assignment that is true
    for (int i = 0; i < ASSIGNMENTS; i++) {
      Collections.shuffle(shuffled, random);
      as += correlation(stimuli, pictures, shuffled) >= mean ? 1 : 0;
    }
    return as / (ASSIGNMENTS + 1.0);
  }

  /** Of each fruit a* and b*, less their means, scaled to a sum of squares of 1. */
  private static double[] deviations(
      List<FruitStimulus> fruits, Function<FruitStimulus, Lab> colour) {
    List<Lab> colours = fruits.stream().map(colour).toList();
    double a = colours.stream().mapToDouble(Lab::a).average().orElseThrow();
    double b = colours.stream().mapToDouble(Lab::b).average().orElseThrow();
    double[] deviations = new double[2 * colours.size()];
    double squares = 0;
    for (int i = 0; i < deviations.length; i++) {
      Lab one = colours.get(i / 2);
      deviations[i] = i % 2 == 0 ? one.a() - a : one.b() - b;
      squares += deviations[i] * deviations[i];
    }
    double norm = Math.sqrt(squares);
    return Arrays.stream(deviations).map(deviation -> deviation / norm).toArray();
  }

  private static double correlation(double[] stimuli, double[] pictures, List<Integer> order) {
    double sum = 0;
    for (int i = 0; i < stimuli.length; i++) {
      sum += stimuli[i] * pictures[2 * order.get(i / 2) + i % 2];
    }
    return sum;
  }
}
