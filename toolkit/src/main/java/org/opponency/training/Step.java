package org.opponency.training;

/**
 * Where training stands after an optimiser step.
 *
 * @param step steps done
 * @param steps steps in all
 * @param epoch under way, counted from 1
 * @param epochs in all
 * @param loss mean cross-entropy (nats) of the epoch so far
 * @param accuracy fraction right of the epoch so far
 */
public record Step(int step, int steps, int epoch, int epochs, double loss, double accuracy) {}
