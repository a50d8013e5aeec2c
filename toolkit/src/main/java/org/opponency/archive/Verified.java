package org.opponency.archive;

/**
 * What became of one thing that was verified.
 *
 * @param what a file, a quantity or a claim
 * @param verdict whether it holds
 * @param detail what it was held against; where it does not hold, what differs
 */
public record Verified(String what, String verdict, String detail) {
  static final String HOLDS = "holds";
  static final String FAILS = "does not hold";
  static final String UNCHECKED = "cannot be checked";

  static Verified holds(String what, String detail) {
    return new Verified(what, HOLDS, detail);
  }

  static Verified fails(String what, String detail) {
    return new Verified(what, FAILS, detail);
  }

  static Verified unchecked(String what, String detail) {
    return new Verified(what, UNCHECKED, detail);
  }

  /** Whether it was found wrong; what cannot be checked was not. */
  public boolean failed() {
    return verdict.equals(FAILS);
  }
}
