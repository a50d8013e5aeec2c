package org.opponency.physiology;

/**
 * Shares of a layer's cells, fractions.
 *
 * @param layer PyTorch module path
 * @param cells how many it has
 * @param colourAndLuminance opponent to both
 * @param luminanceOnly opponent to luminance only
 * @param colourOnly opponent to colour only
 * @param neither opponent to neither
 * @param spatial opponent to gratings
 * @param doubleOpponent opponent to gratings and to colour
 */
public record CensusShares(
    String layer,
    int cells,
    double colourAndLuminance,
    double luminanceOnly,
    double colourOnly,
    double neither,
    double spatial,
    double doubleOpponent) {}
