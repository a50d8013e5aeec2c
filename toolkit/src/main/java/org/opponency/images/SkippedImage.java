package org.opponency.images;

/**
 * An image that was left out.
 *
 * @param index where it stands in its set
 * @param reason names it and says why it cannot be read
 */
public record SkippedImage(int index, String reason) {}
