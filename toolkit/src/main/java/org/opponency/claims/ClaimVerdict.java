package org.opponency.claims;

/** What numbers say of a claim. */
public enum ClaimVerdict {
  /** They show what the claim says, beyond chance. */
  SUPPORTS("supports", "same direction"),
  /** They show the contrary, beyond chance. */
  CONTRADICTS("contradicts", "opposite"),
  /** They show neither: there are too few networks for so small a difference. */
  TOO_FEW("too few", "too few runs"),
  /** The claim is about data or networks that are not there. */
  NOT_TESTABLE("not testable", "not testable here"),
  /** Nobody measured it there. */
  NOT_MEASURED("", "");

  private final String ofPaper;
  private final String ofOrchard;

  ClaimVerdict(String ofPaper, String ofOrchard) {
    this.ofPaper = ofPaper;
    this.ofOrchard = ofOrchard;
  }

  /**
   * The words of the ledger.
   *
   * @param orchard whether the networks know drawn pictures alone, which can say what direction a
   *     thing takes and no more
   */
  public String label(boolean orchard) {
    return orchard ? ofOrchard : ofPaper;
  }
}
