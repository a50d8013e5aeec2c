package org.opponency.study.results;

import org.opponency.images.Lab;
import org.opponency.images.RgbImage;

/**
 * One picture of Figure 3.
 *
 * @param image the super-stimulus, exactly as it was saved and classified
 * @param mean its mean colour
 * @param pictures mean colour of the class's own pictures
 * @param colour what is measured on it
 */
public record FruitStimulus(RgbImage image, Lab mean, Lab pictures, FruitColour colour) {}
