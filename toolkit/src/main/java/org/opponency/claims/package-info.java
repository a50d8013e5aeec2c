/**
 * The paper's claims: quantities, criteria, evidence, and the ledger that says what reproduces.
 * Start with {@link org.opponency.claims.Claims}.
 */
package org.opponency.claims;
