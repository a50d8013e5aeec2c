package org.opponency.study.results;

import org.opponency.physiology.OpponencyShares;

/**
 * How the cells of one layer of a network divide among the classes of Figure 2.
 *
 * @param weights whether those of the network are trained or drawn at random
 * @param layer PyTorch module path
 * @param opponency the shares
 */
public record LayerShares(WeightOrigin weights, String layer, OpponencyShares opponency) {}
