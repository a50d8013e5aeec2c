package org.opponency.claims;

/**
 * What each kind of evidence says of a claim.
 *
 * @param claim the claim
 * @param published what the published numbers say
 * @param exploratory what the first networks on Orchard say
 * @param earlier what the next networks on Orchard say
 * @param own what a study's networks say
 * @param photographs what networks say that saw photographs
 * @param orchard whether the study's networks know drawn pictures alone
 */
record LedgerLine(
    Claim claim,
    Finding published,
    Finding exploratory,
    Finding earlier,
    Finding own,
    Finding photographs,
    boolean orchard) {
  ClaimRow row(int number, double corrected) {
    Finding fresh = orchard ? own : Finding.NOT_MEASURED;
    return new ClaimRow(
        number,
        claim.headline(),
        claim.text(),
        claim.where(),
        claim.stated(),
        published.numbers(),
        published.verdict().label(false),
        exploratory.numbers(),
        exploratory.verdict().label(true),
        earlier.numbers(),
        earlier.verdict().label(true),
        fresh.numbers(),
        fresh.verdict().label(true),
        photographs.numbers(),
        photographs.verdict().label(false),
        own.p(),
        own.against(),
        corrected,
        Power.words(own == Finding.NOT_MEASURED ? earlier : own));
  }
}
