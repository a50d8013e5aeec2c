package org.opponency.claims;

/** What a study's numbers say of a claim. */
public enum ClaimVerdict {
  /** They show what the claim says. */
  REPRODUCED("reproduced"),
  /** They show something else. */
  DIFFERS("differs"),
  /** They show neither beyond chance: there are too few runs, or too small a difference. */
  NOT_DECIDABLE("not decidable with these runs"),
  /** The claim is about data or networks that the study's scale does not have. */
  NOT_TESTABLE("not testable at this scale"),
  /** The analysis is not part of the study yet. */
  NOT_MEASURED("not measured yet");

  private final String label;

  ClaimVerdict(String label) {
    this.label = label;
  }

  /** The words of the ledger. */
  public String label() {
    return label;
  }
}
