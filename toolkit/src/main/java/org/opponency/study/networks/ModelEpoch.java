package org.opponency.study.networks;

import org.opponency.training.EpochLog;

/**
 * An epoch of a network under training, or one that a resumed network has behind it.
 *
 * @param name such as {@code width 4, run 1}
 * @param width N_BN; 0 without a retina
 * @param run counted from 0
 * @param epoch what it did
 */
public record ModelEpoch(String name, int width, int run, EpochLog epoch) {}
