package org.opponency.physiology;

/**
 * Shares of a layer's cells, fractions.
 *
 * @param layer PyTorch module path
 * @param opponency of each class of Figure 2
 * @param spatial opponent to gratings
 * @param doubleOpponent opponent to gratings and to colour
 */
public record CensusShares(
    String layer, OpponencyShares opponency, double spatial, double doubleOpponent) {}
