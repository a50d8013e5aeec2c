package org.opponency.study.census;

import org.opponency.io.Fraction;

/**
 * How the cells of one layer divide among the classes of Figure 2 in the networks of one width.
 *
 * @param reading how opponency is told
 * @param networks of which kind, such as {@code trained}
 * @param layer PyTorch module path, or as others published it
 * @param width N_BN
 * @param runs networks that stand behind the numbers: those whose bottleneck is alive
 * @param dead networks left out because their bottleneck is dead
 * @param cells of all these runs
 * @param colour share opponent to colour, whatever else; NaN without cells
 * @param colourOnly share opponent to colour only; NaN where greys were not shown
 * @param colourAndLuminance share opponent to both, likewise
 * @param luminanceOnly share opponent to luminance only, likewise
 * @param neither share opponent to neither, likewise
 */
public record WidthShares(
    String reading,
    String networks,
    String layer,
    int width,
    int runs,
    int dead,
    int cells,
    @Fraction double colour,
    @Fraction double colourOnly,
    @Fraction double colourAndLuminance,
    @Fraction double luminanceOnly,
    @Fraction double neither) {}
