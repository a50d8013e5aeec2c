package org.opponency.evaluation;

/**
 * Whether an observer was right about one image.
 *
 * @param image what names it for all observers
 * @param correct whether the answer was right
 */
public record Answer(String image, boolean correct) {}
