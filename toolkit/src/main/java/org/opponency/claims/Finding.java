package org.opponency.claims;

/**
 * What runs say of a claim.
 *
 * @param numbers the numbers that decide, with their intervals
 * @param verdict computed from them
 */
record Finding(String numbers, ClaimVerdict verdict) {}
