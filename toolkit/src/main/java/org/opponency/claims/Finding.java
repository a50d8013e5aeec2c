package org.opponency.claims;

import java.util.function.DoubleSupplier;

/**
 * What networks say of a claim.
 *
 * @param numbers the numbers that decide, with their intervals
 * @param p one-sided, that the claim holds; NaN where nothing tells
 * @param against one-sided, that the contrary does
 * @param leastP the smallest p that so many networks can give
 * @param leastAgainst the same of the contrary
 * @param networks how many stand behind it
 * @param enough reckons how many would decide it: see {@link Power}
 * @param verdict that follows
 */
record Finding(
    String numbers,
    double p,
    double against,
    double leastP,
    double leastAgainst,
    int networks,
    DoubleSupplier enough,
    ClaimVerdict verdict) {
  /** The level of every test, one-sided. */
  static final double LEVEL = 0.05;

  static final Finding NOT_MEASURED = without("", ClaimVerdict.NOT_MEASURED);
  static final Finding NOT_TESTABLE = without("", ClaimVerdict.NOT_TESTABLE);

  /** Of numbers with a test that can give as small a p for the claim as for its contrary. */
  static Finding of(String numbers, double p, double against, double leastP, int networks) {
    return of(numbers, p, against, leastP, leastP, networks);
  }

  /** Of numbers with a test whose normal deviate grows with the root of the number of networks. */
  static Finding of(
      String numbers, double p, double against, double leastP, double leastAgainst, int networks) {
    ClaimVerdict verdict =
        p < LEVEL
            ? ClaimVerdict.SUPPORTS
            : against < LEVEL ? ClaimVerdict.CONTRADICTS : ClaimVerdict.TOO_FEW;
    DoubleSupplier enough =
        () ->
            against < p
                ? Power.ofDeviate(against, leastAgainst, networks)
                : Power.ofDeviate(p, leastP, networks);
    return new Finding(numbers, p, against, leastP, leastAgainst, networks, enough, verdict);
  }

  /** The same of a test of another kind, which so many networks would decide. */
  Finding decidedBy(DoubleSupplier reckoned) {
    return new Finding(numbers, p, against, leastP, leastAgainst, networks, reckoned, verdict);
  }

  /** The same numbers of the contrary claim. */
  Finding ofContrary() {
    return Double.isNaN(p)
        ? this
        : of(numbers, against, p, leastAgainst, leastP, networks).decidedBy(enough);
  }

  /** Of numbers that no test can be made of. */
  static Finding untold(String numbers) {
    return without(numbers, ClaimVerdict.TOO_FEW);
  }

  private static Finding without(String numbers, ClaimVerdict verdict) {
    double none = Double.NaN;
    return new Finding(numbers, none, none, none, none, 0, () -> none, verdict);
  }

  /** Whether the contrary is the likelier of both. */
  boolean leansAgainst() {
    return against < p || Double.isNaN(p);
  }

  /** Whether it is a test that so many networks can pass; else it is none of the family. */
  boolean couldTell() {
    return p >= 0 && leastP < LEVEL;
  }

  /** The same of the contrary. */
  boolean couldTellContrary() {
    return against >= 0 && leastAgainst < LEVEL;
  }
}
