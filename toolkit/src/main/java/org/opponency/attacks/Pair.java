package org.opponency.attacks;

/**
 * An image and an epsilon it is attacked with.
 *
 * @param image by index in the set
 * @param epsilon by index in the protocol
 */
record Pair(int image, int epsilon) {}
