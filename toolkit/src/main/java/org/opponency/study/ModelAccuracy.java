package org.opponency.study;

import org.opponency.evaluation.Interval;

/**
 * Accuracy of one trained network on the validation images.
 *
 * @param model its name
 * @param width N_BN; 0 without a retina
 * @param run counted from 0
 * @param redraws seeds given up before because their bottleneck was dead
 * @param dead whether its bottleneck is dead, which keeps it out of every mean
 * @param images validation images counted
 * @param skipped validation images that could not be read
 * @param top1 fraction
 * @param top1Interval Wilson's interval of it
 * @param top5 fraction
 * @param top5Interval Wilson's interval of it
 */
public record ModelAccuracy(
    String model,
    int width,
    int run,
    int redraws,
    boolean dead,
    int images,
    int skipped,
    double top1,
    Interval top1Interval,
    double top5,
    Interval top5Interval) {}
