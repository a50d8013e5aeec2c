package org.opponency.study.results;

/** Where the weights of a network come from. */
public enum WeightOrigin {
  /** From training. */
  TRAINED("trained"),
  /** From the initialiser alone: the null that training is held against. */
  RANDOM("random weights");

  private final String label;

  WeightOrigin(String label) {
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
