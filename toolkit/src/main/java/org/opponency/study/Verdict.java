package org.opponency.study;

/**
 * A claim of the paper held against our numbers.
 *
 * @param claim in the paper's sense
 * @param found our number
 * @param outcome whether they agree
 */
public record Verdict(String claim, String found, Outcome outcome) {
  /** What can come of it. */
  public enum Outcome {
    /** Our networks show it. */
    HOLDS("holds here"),
    /** They show otherwise. */
    FAILS("does not hold here"),
    /** There are no numbers. */
    UNDECIDED("undecided");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /** A verdict on a number, which is undecided where it is NaN. */
  static Verdict of(String claim, String found, double number, boolean holds) {
    Outcome outcome =
        Double.isNaN(number) ? Outcome.UNDECIDED : holds ? Outcome.HOLDS : Outcome.FAILS;
    return new Verdict(claim, found, outcome);
  }
}
