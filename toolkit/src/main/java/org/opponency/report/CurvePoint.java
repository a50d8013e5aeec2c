package org.opponency.report;

/**
 * One point of one run's learning curve.
 *
 * @param width N_BN, the bottleneck's channels; {@link Figures#NO_RETINA} for a network without one
 * @param run the run's number
 * @param step optimiser steps so far
 * @param loss cross-entropy in nats
 * @param accuracy top-1, a fraction
 */
public record CurvePoint(int width, int run, long step, double loss, double accuracy) {}
