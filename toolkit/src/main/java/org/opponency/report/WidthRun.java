package org.opponency.report;

/**
 * One run of one bottleneck width, as a chart sees it.
 *
 * @param width N_BN, the bottleneck's channels
 * @param value what was measured
 * @param dead whether its bottleneck is silent: shown, but never part of a mean
 */
record WidthRun(int width, double value, boolean dead) {}
