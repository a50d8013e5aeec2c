package org.opponency.claims;

/**
 * What networks say of a claim.
 *
 * @param numbers the numbers that decide, with their intervals
 * @param p one-sided, that the claim holds; NaN where nothing tells
 * @param against one-sided, that the contrary does
 * @param leastP the smallest p that so many networks can give
 * @param networks how many stand behind it
 * @param verdict that follows
 */
record Finding(
    String numbers, double p, double against, double leastP, int networks, ClaimVerdict verdict) {
  /** The level of every test, one-sided. */
  static final double LEVEL = 0.05;

  static final Finding NOT_MEASURED = without("", ClaimVerdict.NOT_MEASURED);
  static final Finding NOT_TESTABLE = without("", ClaimVerdict.NOT_TESTABLE);

  /** Of numbers with a test. */
  static Finding of(String numbers, double p, double against, double leastP, int networks) {
    ClaimVerdict verdict =
        p < LEVEL
            ? ClaimVerdict.SUPPORTS
            : against < LEVEL ? ClaimVerdict.CONTRADICTS : ClaimVerdict.TOO_FEW;
    return new Finding(numbers, p, against, leastP, networks, verdict);
  }

  /** The same numbers of the contrary claim. */
  Finding ofContrary() {
    return Double.isNaN(p) ? this : of(numbers, against, p, leastP, networks);
  }

  /** Of numbers that no test can be made of. */
  static Finding untold(String numbers) {
    return without(numbers, ClaimVerdict.TOO_FEW);
  }

  private static Finding without(String numbers, ClaimVerdict verdict) {
    return new Finding(numbers, Double.NaN, Double.NaN, Double.NaN, 0, verdict);
  }

  /** Whether the contrary is the likelier of both. */
  boolean leansAgainst() {
    return against < p || Double.isNaN(p);
  }

  /** Whether it is a test that so many networks can pass; else it is none of the family. */
  boolean couldTell() {
    return p >= 0 && leastP < LEVEL;
  }
}
