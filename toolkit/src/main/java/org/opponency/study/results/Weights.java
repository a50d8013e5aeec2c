package org.opponency.study.results;

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
