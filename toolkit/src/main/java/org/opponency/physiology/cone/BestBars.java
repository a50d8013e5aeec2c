package org.opponency.physiology.cone;

/**
 * The gratings of one axis that drive a cell most.
 *
 * @param place which of the axis's gratings they are
 * @param frequency of them, in periods a stimulus
 * @param response to them
 * @param atZero response to full fields along the axis
 */
record BestBars(int place, double frequency, double response, double atZero) {}
