package org.opponency.claims;

/**
 * What the networks of an analysis say of one of the paper's claims, beside what the published ones
 * say by the same test.
 *
 * @param claim what the paper says
 * @param where it says so
 * @param verdict what our numbers say
 * @param measured our numbers with their 95 % intervals
 * @param p of the claim, one-sided; no other test is taken into account
 * @param against the same of its contrary
 * @param published the published numbers
 * @param publishedVerdict what they say
 */
public record Judgement(
    String claim,
    String where,
    String verdict,
    String measured,
    double p,
    double against,
    String published,
    String publishedVerdict) {
  static Judgement of(Claim claim, Evidence own) {
    Finding ours = claim.judge(own);
    Finding theirs = claim.judgePublished();
    return new Judgement(
        claim.text(),
        claim.where(),
        ours.verdict().label(own.orchard()),
        ours.numbers(),
        ours.p(),
        ours.against(),
        theirs.numbers(),
        theirs.verdict().label(false));
  }
}
