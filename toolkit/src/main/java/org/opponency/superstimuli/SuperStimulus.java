package org.opponency.superstimuli;

import org.opponency.images.RgbImage;

/**
 * A picture that gradient ascent found, and how strongly it drives the network.
 *
 * @param objective what was driven up, in words
 * @param step steps taken to it
 * @param value the objective of exactly this picture, in the units of what it reads
 * @param image the picture itself, 8-bit
 */
public record SuperStimulus(String objective, int step, double value, RgbImage image) {}
