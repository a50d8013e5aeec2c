package org.opponency.report;

import org.opponency.superstimuli.SuperStimulus;

/**
 * One picture on the way to a super-stimulus, without its pixels.
 *
 * @param objective what was driven up
 * @param step steps taken to it
 * @param value the objective of the picture
 */
record SavedStep(String objective, int step, double value) {
  static SavedStep of(SuperStimulus saved) {
    return new SavedStep(saved.objective(), saved.step(), saved.value());
  }
}
