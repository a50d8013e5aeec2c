package org.opponency.study.analysis;

import org.opponency.physiology.OpponencyShares;

/**
 * How the cells of one layer of one network divide among the classes of Figure 2.
 *
 * @param network whether its weights are trained or drawn at random
 * @param width N_BN
 * @param run counted from 0
 * @param dead whether its bottleneck is dead, which keeps it out of every mean
 * @param layer PyTorch module path
 * @param opponency the shares
 */
public record ModelShares(
    Weights network, int width, int run, boolean dead, String layer, OpponencyShares opponency) {
  /** Where the weights of a network come from. */
  public enum Weights {
    /** From training. */
    TRAINED("trained"),
    /** From the initialiser alone: the null that training is held against. */
    RANDOM("random weights");

    private final String label;

    Weights(String label) {
      this.label = label;
    }

    /** The name as headings give it. */
    public String label() {
      return label;
    }

    @Override
    public String toString() {
      return label;
    }
  }
}
