package org.opponency.evaluation;

/**
 * The network that something was measured on, as tables name it.
 *
 * @param model its name, such as {@code width 4, run 1}
 * @param width N_BN; 0 without a retina
 * @param run counted from 0
 * @param redraws seeds given up before because their bottleneck was dead
 * @param dead whether its bottleneck is dead, which keeps it out of every mean
 */
public record NetworkId(String model, int width, int run, int redraws, boolean dead) {}
