package org.opponency.claims;

/**
 * A line of the ledger. A verdict stands beside each kind of evidence and is empty where there is
 * none.
 *
 * @param number its place, from 1
 * @param headline whether it stands in the README
 * @param claim what the paper says
 * @param where it says so
 * @param stated the number that it gives, or empty
 * @param published the published numbers by the same reckoning, with 95 % intervals
 * @param publishedVerdict what they say
 * @param exploratory the first networks' numbers, on which the criteria were found
 * @param exploratoryVerdict what they say
 * @param earlier the next networks' numbers, after which some rules were mended
 * @param earlierVerdict what they say
 * @param orchard the numbers of networks of fresh seeds, trained after the rules were fixed
 * @param orchardVerdict what they say
 * @param photographs the numbers of networks that saw photographs
 * @param photographsVerdict what they say
 * @param p of the claim, one-sided and not corrected, of the networks of this study
 * @param against the same of its contrary
 * @param corrected the smaller of both, corrected for the ledger's tests of claims and contraries
 *     (Holm 1979); NaN for what so few networks cannot show
 * @param power what would decide it
 */
public record ClaimRow(
    int number,
    boolean headline,
    String claim,
    String where,
    String stated,
    String published,
    String publishedVerdict,
    String exploratory,
    String exploratoryVerdict,
    String earlier,
    String earlierVerdict,
    String orchard,
    String orchardVerdict,
    String photographs,
    String photographsVerdict,
    double p,
    double against,
    double corrected,
    String power) {}
