package org.opponency.claims;

/**
 * A line of the ledger.
 *
 * @param number its place, from 1
 * @param claim what the paper says
 * @param where it says so
 * @param verdict what our numbers say of it
 * @param measured our numbers with their 95 % intervals, or empty
 * @param published the paper's numbers: as stated, or from the published runs by the same reckoning
 * @param publishedRuns what the published runs say of the claim by the same test, or empty
 */
public record ClaimRow(
    int number,
    String claim,
    String where,
    String verdict,
    String measured,
    String published,
    String publishedRuns) {}
